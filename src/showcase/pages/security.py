"""The content security policy that every page keeps."""

from __future__ import annotations

from showcase.model.site import SiteConfig

CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; media-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'"
"""Nothing from another host, nothing inline. Stands in each page and in the header files for hosts; what only a header
may say (frame-ancestors) is added there."""


def content_security_policy(site: SiteConfig) -> str:
    """The site's policy. Pagefind is WebAssembly, which a browser runs only where the policy says so."""
    if not (site.search and site.search_engine == "pagefind"):
        return CONTENT_SECURITY_POLICY
    return f"{CONTENT_SECURITY_POLICY}; script-src 'self' 'wasm-unsafe-eval'"
