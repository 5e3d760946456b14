"""A whole small site in one reviewable text file.

`-- path --` begins a file, whose text runs to the next such line. A word in brackets behind the path says that the
text is not simply the file's:

- `(escaped)`: written with Python's escapes (`\\xff`), for bytes that are not UTF-8;
- `(repeated)`: `{text×1000}` stands for a thousand times the text, for what is too large;
- `(link)`: the target of a symbolic link.

What stands before the first file is a comment. Unless it says `(no site.yaml)` or `(no content)`, a plain site.yaml
and an empty folder content/ are there as well.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from pathlib import Path

_HEADER = re.compile(r"^-- (?P<path>.+?)(?: \((?P<form>escaped|repeated|link)\))? --\n", re.MULTILINE)
_REPEATED = re.compile(r"\{(?P<text>[^{}×]+)×(?P<count>[0-9]+)\}")

DEFAULT_SITE = """\
title: 测试站点
languages: [zh-CN, en]
base_url: https://showcase.example
translations: {en: {title: Test site}}
"""


def unpack(archive: str, folder: Path) -> Path:
    """Writes the files under `folder`."""
    headers = list(_HEADER.finditer(archive))
    comment = archive[: headers[0].start()] if headers else archive
    folder.mkdir(parents=True, exist_ok=True)
    if "(no site.yaml)" not in comment:
        (folder / "site.yaml").write_text(DEFAULT_SITE, encoding="utf-8")
    if "(no content)" not in comment:
        (folder / "content").mkdir()
    for header, following in zip_longest(headers, headers[1:]):
        text = archive[header.end() : following.start() if following else len(archive)]
        target = folder / header["path"]
        target.parent.mkdir(parents=True, exist_ok=True)
        if header["form"] == "link":
            target.symlink_to(text.strip())
        else:
            target.write_bytes(_data(text, header["form"] or ""))
    return folder


def _data(text: str, form: str) -> bytes:
    if form == "escaped":
        return text.rstrip("\n").encode("ascii").decode("unicode_escape").encode("latin-1")
    if form == "repeated":
        text = _REPEATED.sub(lambda match: match["text"] * int(match["count"]), text)
    return text.encode()
