"""Text inside XML."""

from __future__ import annotations

import re
from html import escape

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Text for an element or a double-quoted attribute, without the characters that XML 1.0 §2.2 has no place for."""
    return escape(_FORBIDDEN.sub("", text), quote=False).replace('"', "&quot;")
