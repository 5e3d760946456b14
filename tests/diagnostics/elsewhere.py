"""Codes that `showcase check` on a set of sources cannot show, each with the test that does and a sample of its words."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sample:
    """`test` is the file, below tests/, in which the code is asserted; `path` and `arguments` fill the sample."""

    test: str
    path: str
    arguments: dict[str, str] = field(default_factory=dict)


_DISCOVER = "content/test_content_discover.py"
_PUBLISH = "publish/test_publish_folder.py"
_NEW = "diagnostics/test_diagnostics_new_commands.py"
_THEME = "themes/test_themes_check.py"
_MEDIA = "media/test_media_prepare.py"

ELSEWHERE = {
    # Tests run where the package is installed.
    "pagefind-not-installed": Sample("search/test_search_pagefind.py", "site.yaml"),
    # Too large for a case that is run twice at every test run.
    "yaml-too-many": Sample("content/test_content_slips.py", "content/places.yaml"),
    "file-too-large": Sample(
        _MEDIA,
        "content/stories/a/kaimu.mp4",
        {"file": "kaimu.mp4", "size": "812", "limit": "200"},
    ),
    # What a text archive cannot hold, or not every file system.
    "unreadable": Sample(_DISCOVER, "content/stories/a.md", {"reason": "Permission denied"}),
    "not-a-file": Sample(_DISCOVER, "content/stories/a.md"),
    "name-illegible": Sample(_DISCOVER, "content/stories/a\ufffd.md"),
    "name-clash": Sample(_DISCOVER, "content/stories/a.md", {"name": "a.md", "other": "A.md"}),
    "file-unreadable": Sample(_MEDIA, "content/stories/a/cover.jpg", {"file": "cover.jpg"}),
    # Parsing leaves such files out already; assembling guards itself.
    "language-not-in-site": Sample(
        "catalog/test_catalog_translations.py",
        "content/stories/a.fr.md",
        {"language": "fr", "known": "zh-CN, en"},
    ),
    # Checking does not publish.
    "publish-into-root": Sample(_PUBLISH, "/", {"folder": "/"}),
    "publish-into-sources": Sample(_PUBLISH, "content", {"folder": "content", "reason": "content/"}),
    "publish-into-system": Sample(_PUBLISH, "/etc", {"folder": "/etc"}),
    "publish-not-folder": Sample(_PUBLISH, "public", {"folder": "public"}),
    "publish-busy": Sample(_PUBLISH, "public", {"folder": "public"}),
    "publish-foreign-file": Sample(_PUBLISH, "index.html", {"path": "index.html"}),
    "publish-path-unsafe": Sample(_PUBLISH, "stories/con/index.html", {"path": "stories/con/index.html"}),
    "publish-path-clash": Sample(
        _PUBLISH,
        "stories/Keqin/index.html",
        {"path": "stories/Keqin/index.html", "other": "stories/keqin/index.html"},
    ),
    "publish-disk-full": Sample(_PUBLISH, "public", {"folder": "public"}),
    "publish-no-permission": Sample(_PUBLISH, "public", {"folder": "public", "detail": "Permission denied"}),
    "publish-failed": Sample(_PUBLISH, "public", {"folder": "public", "detail": "Input/output error"}),
    # A bug of ours, seen by the development server.
    "internal-error": Sample("serve/test_serve_live_reload.py", "showcase-crash-x1y2.txt"),
    # Codes of `showcase new`.
    "new-site-exists": Sample(_NEW, "site.yaml", {"folder": "demo"}),
    "new-file-exists": Sample(_NEW, "content/stories/a.md", {"path": "content/stories/a.md"}),
    "new-no-site": Sample(_NEW, "site.yaml"),
    "new-no-title": Sample(_NEW, "site.yaml"),
    "new-title-too-long": Sample(_NEW, "site.yaml", {"length": "100000", "most": "200"}),
    "new-cannot-write": Sample(
        _NEW,
        "content/stories/a.md",
        {"path": "content/stories/a.md", "reason": "Read-only file system"},
    ),
    # Codes of `showcase theme check` and `showcase new theme`.
    "theme-page-markup": Sample(
        _THEME,
        "themes/mine/templates/story.html",
        {"what": "<div> … </span>", "page": "/stories/longest/", "pages": "8"},
    ),
    "theme-page-frame": Sample(
        _THEME,
        "themes/mine/templates/story.html",
        {"what": "<h1> × 2", "page": "/stories/longest/", "pages": "8"},
    ),
    "theme-page-head": Sample(
        _THEME,
        "themes/mine/templates/story.html",
        {"what": '<link rel="canonical">', "page": "/stories/longest/", "pages": "8"},
    ),
    "theme-page-inline": Sample(
        _THEME,
        "themes/mine/templates/story.html",
        {"what": "<body onload>", "page": "/stories/longest/", "pages": "8"},
    ),
    "theme-page-foreign": Sample(
        _THEME,
        "themes/mine/templates/story.html",
        {"what": "https://cdn.example/x.js", "page": "/stories/longest/", "pages": "8"},
    ),
    "theme-page-link": Sample(
        _THEME,
        "themes/mine/templates/story.html",
        {"what": 'href="#nowhere"', "page": "/stories/longest/", "pages": "8"},
    ),
    "theme-page-loses": Sample(
        _THEME,
        "themes/mine/templates/story.html",
        {"what": "正文只有一句。", "page": "/stories/longest/", "pages": "8"},
    ),
    "theme-page-heavy": Sample(
        _THEME,
        "themes/mine/templates/story.html",
        {"what": "61 kB > 50 kB", "page": "/stories/longest/", "pages": "8"},
    ),
    "theme-text-missing": Sample(
        _THEME, "strings/bo.yaml", {"language": "bo", "count": "3", "names": "heritage.search, heritage.size"}
    ),
    "new-theme-name": Sample(_THEME, "themes", {"name": "我的"}),
}
