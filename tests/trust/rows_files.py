"""Files: bytes that are no story, and names that not every system can hold."""

from __future__ import annotations

from hostile import story

REFUSED: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "empty-file"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(200), "1:1 broken-utf8"),
    "gbk": (story("正文").encode("gbk"), "2:8 wrong-encoding"),
    "u16": (story("正文").encode("utf-16"), "1:1 wrong-encoding"),
    "overlong": (b"---\ntitle: x\n---\n\xc0\xaf\n", "4:1 wrong-encoding"),
    "surr": (b"---\ntitle: x\n---\n\xed\xa0\x80\n", "4:1 broken-utf8"),
    "nul": (b"---\ntitle: x\n---\na\x00b\n", "4:2 nul-bytes"),
    "fffe": ("---\ntitle: x\n---\n\ufffe\n".encode(), "4:1 control-character"),
    "trunc": ("---\ntitle: x\n---\n正".encode()[:-1], "4:1 broken-utf8"),
    "nel": ("---\x85title: x\x85---\x85".encode(), "1:1 front-matter-missing"),
    "ff": (b"---\ntitle: x\n---\n\x0c\n", "4:1 control-character"),
    "bom2": (b"\xef\xbb\xbf\xef\xbb\xbf---\ntitle: x\n---\n", "1:1 control-character"),
    "onlyfm": (b"---\n", "1:1 required-missing"),
    "fm4": (b"----\ntitle: x\n----\n", "1:1 front-matter-fence"),
    "dots": (b"---\ntitle: x\n...\nbody\n", "3:1 front-matter-fence"),
    "toml": (b'+++\ntitle="x"\n+++\n', "1:1 front-matter-missing"),
    "json": (b'{"title":"x"}\n', "1:1 front-matter-missing"),
    "esc": (b"---\ntitle: x\n---\n\x1b[31mred\n", "4:1 control-character"),
    "docx": (b"PK\x03\x04" + bytes(100), "1:1 front-matter-missing"),
    "html": (b"<html><body>x</body></html>", "1:1 front-matter-missing"),
}
"""The file of a story → line, column and code of the first error."""

SOUND: dict[str, bytes] = {
    "cr": story("a").replace("\n", "\r").encode(),
    "mixed": b"---\r\ntitle: x\n---\r\n\na\rb\r\n",
}

NAMES_REFUSED: dict[str, tuple[str, str]] = {
    "nl": ("content/stories/a\nb.md", "content/stories/a�b.md name-illegible"),
    "con": ("content/stories/CON.md", "content/stories/CON.md name-reserved"),
    "colon": ("content/stories/a:b.md", "content/stories/a:b.md name-forbidden"),
    "long": (
        "content/stories/" + "a" * 250 + ".md",
        "content/stories/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.md invalid-file-name",
    ),
    "emoji": ("content/stories/😀.md", "content/stories/😀.md invalid-file-name"),
    "space": ("content/stories/ a .md", "content/stories/ a .md invalid-file-name"),
    "rlo": ("content/stories/a\u202eb.md", "content/stories/a\u202eb.md invalid-file-name"),
    "zw": ("content/stories/a\u200bb.md", "content/stories/a\u200bb.md invalid-file-name"),
    "quote": ('content/stories/a"b.md', 'content/stories/a"b.md name-forbidden'),
    "lt": ("content/stories/<script>.md", "content/stories/<script>.md name-forbidden"),
    "pct": ("content/stories/a%2fb.md", "content/stories/a%2fb.md invalid-file-name"),
    "q": ("content/stories/a?b.md", "content/stories/a?b.md name-forbidden"),
    "hash": ("content/stories/a#b.md", "content/stories/a#b.md invalid-file-name"),
    "bs": ("content/stories/a\\b.md", "content/stories/a\\b.md name-forbidden"),
    "bad": ("content/stories/\udcff.md", "content/stories/?.md name-illegible"),
    "lang": ("content/stories/a.fr.md", "content/stories/a.fr.md unknown-language-ending"),
    "dots": ("content/stories/a.b.c.md", "content/stories/a.b.c.md unknown-language-ending"),
    "index": ("content/stories/index.md", "content/stories/index.md misplaced-in-folder"),
    "top": ("content/a.md", "content/a.md misplaced-source"),
    "unk": ("content/foo/a.md", "content/foo/a.md misplaced-source"),
    "deepd": (
        "content/stories/" + "d/" * 40 + "a.md",
        "content/stories/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d folders-too-deep",
    ),
    "nested": ("content/stories/a/b.md", "content/stories/a/b.md misplaced-in-folder"),
    "dollar": ("content/stories/$(touch x).md", "content/stories/$(touch x).md invalid-file-name"),
    "search": ("content/pages/search.md", "content/pages/search.md:2:8 address-reserved"),
    "assets": ("content/pages/assets.md", "content/pages/assets.md:2:8 address-reserved"),
    "stories": ("content/pages/stories.md", "content/pages/stories.md:2:8 address-reserved"),
    "media": ("content/pages/media.md", "content/pages/media.md:2:8 address-reserved"),
    "con2": ("content/pages/con.md", "content/pages/con.md name-reserved"),
}
"""Path of a story → path and code of the first error."""

NAMES_SOUND: dict[str, str] = {
    "dot": "content/stories/.a.md",
    "enddot": "content/stories/a..md",
    "han": "content/stories/党建.md",
    "upper": "content/stories/ABC.md",
    "ext": "content/stories/ending.MD",
    "ext2": "content/stories/longer.markdown",
    "ext3": "content/stories/a.txt",
    "ext4": "content/stories/a.docx",
    "lang2": "content/stories/language.zh-CN.md",
    "tilde": "content/stories/a.md~",
    "tmp": "content/stories/~$a.md",
    "ds": "content/stories/.DS_Store",
    "thumbs": "content/stories/Thumbs.db",
    "dash": "content/stories/-rf.md",
    "page": "content/stories/page.md",
    "e404": "content/pages/404.md",
    "en": "content/pages/en.md",
    "nfd": "content/stories/é.md",
}
