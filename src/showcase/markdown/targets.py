"""Link targets as editors write them: what they lead to, and which of them never become an address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from showcase.markdown.faults import Fault

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_LONGEST = 2000
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel", "sms", "ftp"})
# Browsers drop these before they read the scheme (WHATWG URL, "basic URL parser"), so they must not hide one.
_IGNORED = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028\u2029\ufeff]")
_FILE_ENDINGS = frozenset(
    [
        "7z",
        "aac",
        "avi",
        "csv",
        "doc",
        "docx",
        "dps",
        "epub",
        "et",
        "flac",
        "flv",
        "gz",
        "key",
        "m4a",
        "mid",
        "mkv",
        "mov",
        "mp3",
        "mp4",
        "numbers",
        "odp",
        "ods",
        "odt",
        "ofd",
        "ogg",
        "ogv",
        "pages",
        "pdf",
        "ppt",
        "pptx",
        "rar",
        "rtf",
        "tar",
        "txt",
        "wav",
        "webm",
        "wma",
        "wmv",
        "wps",
        "xls",
        "xlsx",
        "zip",
    ]
)


def scheme(target: str) -> str:
    """The URL's scheme in lower case as a browser would read it, or empty."""
    match = _SCHEME.match(_IGNORED.sub("", target))
    return match.group(1).lower() if match else ""


def is_safe(target: str) -> bool:
    """Whether a target may become the address of a link."""
    if len(target) > _LONGEST:
        return False
    found = scheme(target)
    return found in _SAFE_SCHEMES or not found


def is_absolute(target: str) -> bool:
    """Whether a target leads out of the site's own files (a URL, a mail address, `//host`)."""
    return bool(scheme(target)) or target.startswith("//")


def ending(target: str) -> str:
    """The file ending of a target's path in lower case, or empty."""
    path = re.split(r"[?#]", target, maxsplit=1)[0].replace("\\", "/")
    name = path.rsplit("/", 1)[-1]
    return name.rsplit(".", 1)[1].lower() if "." in name else ""


def is_file_beside(target: str) -> bool:
    """Whether a target is a file to download: on this site and not a page or a picture."""
    return not is_absolute(target) and ending(target) in _FILE_ENDINGS


def target_faults(target: str, offset: int) -> Iterator[Fault]:
    """What is wrong with a target that stands at `offset`."""
    length = len(target)
    if not target.strip():
        yield Fault("link-empty", offset, max(length, 1))
    elif length > _LONGEST:
        yield Fault("link-too-long", offset, length, {"length": str(length)})
    elif _DRIVE.match(target) or scheme(target) == "file":
        yield Fault("link-local-path", offset, length, {"target": target})
    elif not is_safe(target):
        yield Fault("link-scheme", offset, length, {"target": target, "scheme": scheme(target)})
    elif "\\" in target and not is_absolute(target):
        replacement = target.replace("\\", "/")
        yield Fault("link-backslash", offset, length, {"target": target}, replacement=replacement)
