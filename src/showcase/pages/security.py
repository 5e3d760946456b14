"""The content security policy that every page keeps."""

from __future__ import annotations

CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; media-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'"
"""Nothing from another host, nothing inline. Stands in each page and in the header files for hosts; what only a header
may say (frame-ancestors) is added there."""
