"""A whole small site in one reviewable text file.

`-- path --` begins a file, whose text runs to the next such line; `-- path (escaped) --` a file whose text is written
with Python's escapes (`\\xff`), for bytes that are not UTF-8. What stands before the first file is a comment.
"""

from __future__ import annotations

import re
from pathlib import Path

_HEADER = re.compile(r"^-- (?P<path>\S+?)(?P<escaped> \(escaped\))? --\n", re.MULTILINE)

DEFAULT_SITE = "title: 测试站点\nlanguages: [zh-CN, en]\n"


def unpack(archive: str, folder: Path) -> Path:
    """Writes the files under `folder`; a site.yaml is added when the archive has none and does not say
    `(no site.yaml)` in its comment."""
    headers = list(_HEADER.finditer(archive))
    comment = archive[: headers[0].start()] if headers else archive
    folder.mkdir(parents=True, exist_ok=True)
    if "(no site.yaml)" not in comment:
        (folder / "site.yaml").write_text(DEFAULT_SITE, encoding="utf-8")
    for header, following in zip(headers, [*headers[1:], None], strict=True):
        text = archive[header.end() : following.start() if following else len(archive)]
        data = text.encode()
        if header["escaped"]:
            data = text.rstrip("\n").encode("ascii").decode("unicode_escape").encode("latin-1")
        target = folder / header["path"]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return folder
