"""HTTP headers for hosts that read a `_headers` file (Netlify, Cloudflare Pages and their like)."""

from __future__ import annotations

from showcase.model.page import Output
from showcase.pages.security import CONTENT_SECURITY_POLICY

_EVERYWHERE = (
    # frame-ancestors means nothing in a page's own meta element, so only the header says it.
    ("Content-Security-Policy", f"{CONTENT_SECURITY_POLICY}; frame-ancestors 'self'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
)
_FOR_EVER = (("Cache-Control", "public, max-age=31536000, immutable"),)
"""For files whose name holds a digest of their content."""

_RULES = (("/*", _EVERYWHERE), ("/assets/*", _FOR_EVER), ("/media/*", _FOR_EVER))


def header_file() -> Output:
    """The strict content security policy for every page, and long caching for what never changes under its name."""
    lines = []
    for path, headers in _RULES:
        lines += [path, *(f"  {name}: {value}" for name, value in headers)]
    return Output("_headers", ("\n".join(lines) + "\n").encode())
