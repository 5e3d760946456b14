"""HTTP headers for hosts that read a `_headers` file (Netlify, Cloudflare Pages and their like)."""

from __future__ import annotations

from showcase.model.page import Output
from showcase.model.site import SiteConfig
from showcase.pages.security import content_security_policy

_EVERYWHERE = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
)
_FOR_EVER = (("Cache-Control", "public, max-age=31536000, immutable"),)
"""For files whose name holds a digest of their content."""


def header_file(site: SiteConfig) -> Output:
    """The strict content security policy for every page, and long caching for what never changes under its name."""
    # frame-ancestors means nothing in a page's own meta element, so only the header says it.
    policy = ("Content-Security-Policy", f"{content_security_policy(site)}; frame-ancestors 'self'")
    rules = (("/*", (policy, *_EVERYWHERE)), ("/assets/*", _FOR_EVER), ("/media/*", _FOR_EVER))
    lines = []
    for path, headers in rules:
        lines += [path, *(f"  {name}: {value}" for name, value in headers)]
    return Output("_headers", ("\n".join(lines) + "\n").encode())
