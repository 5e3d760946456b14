"""What the development server adds to a page: the live-reload script, and what is wrong over the last good page."""

from __future__ import annotations

import importlib.resources
from collections.abc import Sequence
from html import escape

from showcase.diagnostics.diagnostic import Diagnostic, Severity
from showcase.diagnostics.reporters.text import mended, place, summary
from showcase.diagnostics.wording import MessageLanguage, word

STYLE_PATH = "/__showcase/overlay.css"

_TEXTS = {
    "zh": {
        "title": "内容有误，页面暂未更新",
        "stale": "下面是上一次正确的页面。改好并保存后，这里会自动消失。",
        "none": "还没有可以显示的页面。改好并保存后，网站会自动出现。",
        "warnings": "有需要留意的地方",
        "remedy": "修改办法：",
        "rewrite": "可改成：",
    },
    "en": {
        "title": "Something is wrong, so the page was not updated",
        "stale": "Below is the last good page. Mend the fault and save: this notice goes away by itself.",
        "none": "There is no page to show yet. Mend the fault and save: the site appears by itself.",
        "warnings": "Worth a look",
        "remedy": "Remedy: ",
        "rewrite": "Write: ",
    },
}


def style() -> bytes:
    """The overlay's style sheet."""
    return importlib.resources.files("showcase.serve").joinpath("assets/overlay.css").read_bytes()


def with_live_reload(
    page: bytes, diagnostics: Sequence[Diagnostic], language: MessageLanguage, port: int
) -> bytes:
    """The page with the live-reload script, and with what is to be said about the last build. No inline script or
    style: the page's own content security policy holds in development as it does in public."""
    page = page.replace(b"</head>", _head(port).encode() + b"</head>", 1)
    if diagnostics:
        notice = _notice(diagnostics, language, stale=True)
        page = page.replace(b"</body>", notice.encode() + b"</body>", 1)
    return page


def fault_page(diagnostics: Sequence[Diagnostic], language: MessageLanguage, port: int) -> bytes:
    """A whole page for when no good build has been made yet."""
    title = escape(_TEXTS[language]["title"])
    return (
        f'<!doctype html><html lang="{"zh-CN" if language == "zh" else "en"}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title>'
        f"{_head(port)}</head><body>{_notice(diagnostics, language, stale=False)}</body></html>"
    ).encode()


def _head(port: int) -> str:
    # livereload's client reads its port from its own address.
    return (
        f'<link rel="stylesheet" href="{STYLE_PATH}"><script src="/livereload.js?port={port}" defer></script>'
    )


def _notice(diagnostics: Sequence[Diagnostic], language: MessageLanguage, *, stale: bool) -> str:
    texts = _TEXTS[language]
    faulty = any(item.severity is Severity.ERROR for item in diagnostics)
    items = "".join(_item(item, language) for item in diagnostics)
    counted = escape(summary(diagnostics, language))
    if not faulty:
        return (
            f'<details class="showcase-notice" data-severity="warning"><summary>{texts["warnings"]}'
            f" · {counted}</summary><ol>{items}</ol></details>"
        )
    return (
        f'<details class="showcase-notice" data-severity="error" role="alert" open><summary>{texts["title"]}'
        f" · {counted}</summary><p>{texts['stale' if stale else 'none']}</p><ol>{items}</ol></details>"
    )


def _item(diagnostic: Diagnostic, language: MessageLanguage) -> str:
    worded, texts, location = word(diagnostic, language), _TEXTS[language], diagnostic.location
    excerpt = ""
    if location.line and diagnostic.excerpt.strip():
        start = max(location.column - 1, 0)
        end = location.end_column - 1 if location.end_column else start + 1
        before, marked, after = (
            escape(part)
            for part in (diagnostic.excerpt[:start], diagnostic.excerpt[start:end], diagnostic.excerpt[end:])
        )
        excerpt = f"<pre>{location.line} │ {before}<mark>{marked}</mark>{after}</pre>"
    rewrite = (
        f"<p>{texts['rewrite']}<code>{escape(mended(diagnostic))}</code></p>"
        if diagnostic.replacement
        else ""
    )
    return (
        f'<li data-severity="{diagnostic.severity.value}"><p><b>{escape(worded.message)}</b></p>'
        f"<p><code>{escape(place(location))}</code> · <code>{escape(diagnostic.code)}</code></p>{excerpt}"
        f"<p>{texts['remedy']}{escape(worded.remedy)}</p>{rewrite}</li>"
    )
