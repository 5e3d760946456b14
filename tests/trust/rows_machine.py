"""Sites whose harm lies in the file system, in pictures and files, and in what must not come out."""

from __future__ import annotations

import io
import struct
import zlib

from hostile import SECRET, SITE, Case, Link, story
from PIL import Image

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"{}>{}</svg>'


def _image(form: str, size: tuple[int, int] = (40, 30), mode: str = "RGB", **options: object) -> bytes:
    opened = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert(mode).save(opened, form, **options)
    return opened.getvalue()


def _png(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds next to nothing."""
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes(1000))),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


def _picture(data: bytes | str, ending: str, code: str = "", hides: tuple[str, ...] = ()) -> Case:
    name = f"content/stories/p.{ending}"
    files = {name: data, "content/stories/a.md": story(f"![甲](p.{ending}){{kind=ornament}}")}
    return Case(files, (code,) if code else (), hides=hides)


def _download(name: str, data: bytes, code: str = "") -> Case:
    files = {f"content/stories/{name}": data, "content/stories/a.md": story(f"::download[文]{{file={name}}}")}
    return Case(files, (code,) if code else ())


_EXIF = Image.Exif()
_EXIF[0x010F] = SECRET
_EXIF[0x0112] = 6

LINKS = {
    "a story": Case(
        {"content/stories/a.md": Link("{outside}/secret.md")}, ("content/stories/a.md link-outside",)
    ),
    "a folder": Case({"content/stories/d": Link("{outside}")}, ("content/stories/d link-outside",)),
    "a folder of itself": Case({"content/stories/d": Link(".")}, ("content/stories/d link-loop",)),
    "a file of itself": Case({"content/stories/d.md": Link("d.md")}, ("content/stories/d.md link-loop",)),
    "nothing": Case({"content/stories/d.md": Link("no.md")}, ("content/stories/d.md link-broken",)),
    "site.yaml": Case({"site.yaml": Link("{outside}/secret.md")}, ("site.yaml link-outside",)),
    "a device without end": Case({"site.yaml": Link("/dev/zero")}, ("site.yaml link-outside",)),
    "the environment": Case(
        {"content/stories/a.md": Link("/proc/self/environ")}, ("content/stories/a.md link-outside",)
    ),
    "a picture": Case(
        {
            "content/stories/x.png": Link("{outside}/secret.txt"),
            "content/stories/a.md": story("![x](x.png)"),
        },
        ("content/stories/x.png link-outside",),
    ),
    "a download": Case(
        {
            "content/stories/x.txt": Link("{outside}/secret.txt"),
            "content/stories/a.md": story("::download[x]{file=x.txt}"),
        },
        ("content/stories/x.txt link-outside",),
    ),
    "the places": Case(
        {"content/places.yaml": Link("{outside}/secret.md")}, ("content/places.yaml link-outside",)
    ),
    "a theme": Case({"themes/heritage": Link("{outside}")}, ("themes/heritage theme-link-outside",)),
    "a template": Case(
        {"themes/heritage/templates/story.html": Link("{outside}/secret.txt")},
        ("themes/heritage/templates/story.html theme-link-outside",),
    ),
    "an asset": Case(
        {"themes/heritage/assets/x.txt": Link("{outside}/secret.txt")},
        ("themes/heritage/assets/x.txt theme-link-outside",),
    ),
    "the cache's folder": Case({".showcase": Link("{outside}")}),
    "the cache": Case({".showcase/cache.sqlite3": Link("{outside}/secret.txt")}),
}
"""What is a link, and to where."""

OPERATIONS = {
    "a file instead of the output folder": Case({"public": "x"}, ("public publish-not-folder",)),
    "a page that is not ours": Case({"public/index.html": "mine"}, ("index.html publish-foreign-file",)),
    "a manifest that lists what lies outside": Case(
        {"public/showcase-manifest.json": '{"files": [{"path": "../../outside/secret.txt"}]}'}
    ),
    "a journal that lists what lies outside": Case(
        {"public/.showcase-tmp-journal": '{"files": {"../../outside/secret.txt": ["x"]}}'}
    ),
    "a folder instead of the cache": Case({".showcase/cache.sqlite3/x": "x"}),
    "noise instead of the cache": Case({".showcase/cache.sqlite3": bytes(range(256)) * 40}),
    "a file instead of the themes": Case({"themes": "x"}),
    "output into content": Case({}, ("publish-into-sources",), options=("--output", "content")),
    "output into the site itself": Case({}, ("publish-into-sources",), options=("--output", ".")),
    "output into the root": Case({}, ("publish-into-root",), options=("--output", "/")),
}

PICTURES = {
    "empty": _picture(b"", "png", "content/stories/p.png picture-unreadable"),
    "more pixels than memory": _picture(
        _png(60000, 60000), "png", "content/stories/p.png picture-too-many-pixels"
    ),
    "no size": _picture(_png(0, 0), "png", "content/stories/p.png picture-unreadable"),
    "a JPEG called PNG": _picture(_image("JPEG"), "png", "content/stories/p.png picture-wrong-type"),
    "a page called PNG": _picture("<html>x", "png", "content/stories/p.png picture-unreadable"),
    "a PostScript file called PNG": _picture(
        "%!PS-Adobe-3.0 EPSF-3.0\n", "png", "content/stories/p.png picture-unreadable"
    ),
    "half a JPEG": _picture(_image("JPEG")[:300], "jpg", "content/stories/p.jpg picture-cut-off"),
    "half a PNG": _picture(_image("PNG", (200, 200))[:-500], "png", "content/stories/p.png picture-cut-off"),
    "half a WebP": _picture(_image("WEBP")[:20], "webp", "content/stories/p.webp picture-unreadable"),
    "SVG with a script": _picture(
        _SVG.format("", "<script>alert(1)</script>"), "svg", "content/stories/p.svg svg-unsafe"
    ),
    "SVG with a handler": _picture(
        _SVG.format(' onload="x()"', ""), "svg", "content/stories/p.svg svg-unsafe"
    ),
    "SVG with an outside entity": _picture(
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + _SVG.format("", "<text>&x;</text>"),
        "svg",
        "content/stories/p.svg svg-unsafe",
    ),
    "SVG with a link to a script": _picture(
        _SVG.format("", '<a xlink:href="javascript:x()"><text>x</text></a>'),
        "svg",
        "content/stories/p.svg svg-unsafe",
    ),
    "SVG with another host's picture": _picture(
        _SVG.format("", '<image href="https://evil.example/x.png"/>'),
        "svg",
        "content/stories/p.svg svg-unsafe",
    ),
    "SVG with another host's style": _picture(
        _SVG.format("", "<style>@import url(https://evil.example)</style>"),
        "svg",
        "content/stories/p.svg svg-unsafe",
    ),
    "SVG with a page": _picture(
        _SVG.format("", '<foreignObject><iframe src="x"/></foreignObject>'),
        "svg",
        "content/stories/p.svg svg-unsafe",
    ),
    "no SVG": _picture("<svg", "svg", "content/stories/p.svg picture-unreadable"),
    "SVG 20,000 deep": _picture(_SVG.format("", "<g>" * 20000 + "</g>" * 20000), "svg"),
    "SVG without bounds": _picture(_SVG.format(' width="1e400" height="-5"', ""), "svg"),
    "a program": _picture(b"MZ", "exe", "content/stories/a.md:5:6 file-type-not-published"),
    "a Photoshop file": _picture(b"8BPS", "psd", "content/stories/a.md:5:6 file-type-not-published"),
    "camera and place": _picture(_image("JPEG", exif=_EXIF, comment=SECRET.encode()), "jpg", hides=(SECRET,)),
    "something behind the end": _picture(_image("PNG") + SECRET.encode(), "png", hides=(SECRET,)),
    "four colours": _picture(_image("JPEG", mode="CMYK"), "jpg"),
    "one pixel high": _picture(_image("PNG", (20000, 1)), "png"),
    "a page to download": _download(
        "f.html", b"<script>", "content/stories/a.md:5:20 file-type-not-published"
    ),
    "a program to download": _download("f.exe", b"MZ", "content/stories/a.md:5:20 file-type-not-published"),
    "macros to download": _download("f.docm", b"PK", "content/stories/a.md:5:20 file-type-not-published"),
    "a server's settings to download": _download(
        "f.htaccess", b"x", "content/stories/a.md:5:20 file-type-not-published"
    ),
    "no ending": _download("f", b"x", "content/stories/a.md:5:20 file-type-not-published"),
    "an unsafe SVG to download": _download(
        "f.svg", b'<svg onload="x()"/>', "content/stories/f.svg svg-unsafe"
    ),
}

PRIVATE = {
    "files that nobody refers to": Case(
        {
            "content/stories/list.xlsx": SECRET,
            "content/stories/.env": SECRET,
            "content/.git/config": SECRET,
            "content/stories/a.md~": SECRET,
            "content/stories/note.txt": SECRET,
            "notes.md": SECRET,
        },
        hides=(SECRET,),
    ),
    "a draft and all that is its own": Case(
        {
            "content/stories/a.md": f"---\ntitle: {SECRET}\ndraft: true\naliases: /{SECRET}/\nbrand: b\n---\n\n::download[{SECRET}]{{file=f.pdf}}\n",
            "content/stories/f.pdf": b"%PDF-1.4 " + SECRET.encode(),
            "content/brands/b.md": "---\ntitle: 牌\n---\n",
        },
        shows=("牌",),
        hides=(SECRET,),
    ),
    "a story of tomorrow": Case(
        {"content/stories/a.md": story(SECRET, "publish_from: 2026-11-24\n")}, hides=(SECRET,)
    ),
    "a story that expired": Case(
        {"content/stories/a.md": story(SECRET, "expires: 2026-11-23\n")}, hides=(SECRET,)
    ),
    "a draft's translation": Case(
        {
            "site.yaml": SITE + "languages: [zh-CN, en]\n",
            "content/stories/a.md": story(SECRET, "draft: true\n"),
            "content/stories/a.en.md": f"---\ntitle: {SECRET}\n---\n\n{SECRET}\n",
        },
        hides=(SECRET,),
    ),
    "comments": Case(
        {"content/stories/a.md": story(f"前<!-- {SECRET} -->后\n\n<!--\n{SECRET}\n\n{SECRET}\n-->\n\n完")},
        shows=("完",),
        hides=(SECRET,),
    ),
    "comments of YAML": Case({"content/stories/a.md": story("文", f"# {SECRET}\n")}, hides=(SECRET,)),
    "comments of templates": Case(
        {"themes/heritage/templates/partials/footer.html": f"{{# {SECRET} #}}<footer></footer>"},
        hides=(SECRET,),
    ),
    "where the site lies": Case({}, hides=("{folder}",)),
}
