"""HTTP headers in the files that web servers and hosts read (docs/hosting.md)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from html import escape
from urllib.parse import unquote

from showcase.model.page import Output
from showcase.model.site import SiteConfig
from showcase.pages.security import content_security_policy

Header = tuple[str, str]

_EVERYWHERE = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
)
_FOR_EVER = ("Cache-Control", "public, max-age=31536000, immutable")
"""For files whose name holds a digest of their content."""
_NAMED_BY_CONTENT = ("assets", "media")
"""The folders of such files."""
_TYPES = (
    (".avif", "image/avif"),
    (".webp", "image/webp"),
    (".woff2", "font/woff2"),
    (".m4a", "audio/mp4"),
    (".vtt", "text/vtt"),
)
"""Types that older servers do not know; IIS refuses files of such a type."""


def header_files(site: SiteConfig) -> tuple[Output, ...]:
    """The strict content security policy for every page, and long caching for what never changes under its name, for each
    host that site.yaml names."""
    # frame-ancestors means nothing in a page's own meta element, so only the header says it.
    policy = ("Content-Security-Policy", f"{content_security_policy(site)}; frame-ancestors 'self'")
    headers = (policy, *_EVERYWHERE)
    files: dict[str, str] = {}
    for host in site.hosting:
        files.update(_HOSTS[host](headers, site.base_path))
    return tuple(Output(path, text.encode()) for path, text in sorted(files.items()))


def _netlify(headers: Sequence[Header], _base: str) -> Mapping[str, str]:
    """What Netlify and Cloudflare Pages read."""
    rules = (("/*", headers), *((f"/{folder}/*", (_FOR_EVER,)) for folder in _NAMED_BY_CONTENT))
    lines: list[str] = []
    for path, listed in rules:
        lines += [path, *(f"  {name}: {value}" for name, value in listed)]
    return {"_headers": _text(lines)}


def _edgeone(headers: Sequence[Header], _base: str) -> Mapping[str, str]:
    """What Tencent's EdgeOne Pages reads."""
    rules = (("/*", headers), *((f"/{folder}/*", (_FOR_EVER,)) for folder in _NAMED_BY_CONTENT))
    listed = [
        {"source": path, "headers": [{"key": name, "value": value} for name, value in pairs]}
        for path, pairs in rules
    ]
    return {"edgeone.json": json.dumps({"headers": listed}, indent=2) + "\n"}


def _nginx(headers: Sequence[Header], base: str) -> Mapping[str, str]:
    """A file to include in a server block. A location that adds a header inherits none (ngx_http_headers_module), so each
    says them all."""
    base = unquote(base)
    lines = [
        "# Include this file in the server block of the site, whose `root` stands in that block too:",
        "#   include /path/to/the/site/nginx-headers.conf;",
        *_nginx_headers(headers),
        f"error_page 404 {_nginx_word(f'{base}/404.html')};",
    ]
    for folder in _NAMED_BY_CONTENT:
        lines += [
            f"location ^~ {_nginx_word(f'{base}/{folder}/')} {{",
            *(f"  {line}" for line in _nginx_headers((*headers, _FOR_EVER))),
            "}",
        ]
    lines.append(f"location = {_nginx_word(f'{base}/nginx-headers.conf')} {{ return 404; }}")
    return {"nginx-headers.conf": _text(lines)}


def _nginx_headers(headers: Sequence[Header]) -> list[str]:
    # What never changes is so only where it is there: a missing picture must not be remembered for a year.
    return [
        f"add_header {name} {_nginx_word(value)}{'' if name == _FOR_EVER[0] else ' always'};"
        for name, value in headers
    ]


def _nginx_word(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _apache(headers: Sequence[Header], base: str) -> Mapping[str, str]:
    """Settings in the folders that they are for, which Apache reads where `AllowOverride FileInfo` lets it."""
    quoted = [f'Header always set {name} "{_apache_text(value)}"' for name, value in headers]
    lines = [
        "<IfModule mod_headers.c>",
        *(f"  {line}" for line in quoted),
        "</IfModule>",
        "<IfModule mod_mime.c>",
        *(f"  AddType {type_} {ending}" for ending, type_ in _TYPES),
        "</IfModule>",
        f'ErrorDocument 404 "{_apache_text(base)}/404.html"',
    ]
    name, value = _FOR_EVER
    kept = ["<IfModule mod_headers.c>", f'  Header set {name} "{value}"', "</IfModule>"]
    return {
        ".htaccess": _text(lines),
        **{f"{folder}/.htaccess": _text(kept) for folder in _NAMED_BY_CONTENT},
    }


def _apache_text(text: str) -> str:
    # A percent sign begins a format of mod_headers.
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")


def _iis(headers: Sequence[Header], base: str) -> Mapping[str, str]:
    """Settings in the folders that they are for, as IIS reads them. What a server's own settings say already is taken
    back before, since IIS takes a second statement for a fault."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<configuration>", "<system.webServer>"]
    lines += ["<httpProtocol><customHeaders>", '<remove name="X-Powered-By"/>']
    for name, value in headers:
        lines.append(
            f"<remove name={_xml_text(name)}/><add name={_xml_text(name)} value={_xml_text(value)}/>"
        )
    lines += ["</customHeaders></httpProtocol>", "<staticContent>"]
    for ending, type_ in _TYPES:
        lines.append(
            f'<remove fileExtension="{ending}"/><mimeMap fileExtension="{ending}" mimeType="{type_}"/>'
        )
    page = _xml_text(f"{unquote(base)}/404.html")
    lines += [
        "</staticContent>",
        '<httpErrors errorMode="Custom"><remove statusCode="404"/>',
        f'<error statusCode="404" path={page} responseMode="ExecuteURL"/></httpErrors>',
        "</system.webServer>",
        "</configuration>",
    ]
    year = 'cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" cacheControlCustom="public, immutable"'
    cache = f"<staticContent><clientCache {year}/></staticContent>"
    kept = [*lines[:3], cache, *lines[-2:]]
    return {
        "web.config": _text(lines),
        **{f"{folder}/web.config": _text(kept) for folder in _NAMED_BY_CONTENT},
    }


def _xml_text(text: str) -> str:
    return f'"{escape(text)}"'


def _text(lines: Sequence[str]) -> str:
    return "\n".join(lines) + "\n"


_HOSTS: Mapping[str, Callable[[Sequence[Header], str], Mapping[str, str]]] = {
    "netlify": _netlify,
    "nginx": _nginx,
    "apache": _apache,
    "iis": _iis,
    "edgeone": _edgeone,
    "none": lambda _headers, _base: {},
}
