"""The types of file that a site publishes."""

from __future__ import annotations

PICTURES = ("png", "jpg", "jpeg", "webp", "avif", "gif", "svg")
FILMS = ("mp4", "webm")
SOUNDS = ("mp3", "m4a", "ogg")
DOCUMENTS = (
    "pdf",
    "doc",
    "docx",
    "xls",
    "xlsx",
    "ppt",
    "pptx",
    "zip",
    "txt",
    "csv",
    "vtt",
)
OFFICE = ("doc", "docx", "xls", "xlsx", "ppt", "pptx")

PUBLISHED = (*PICTURES, *FILMS, *SOUNDS, *DOCUMENTS)
"""Extensions in lower case. A file of any other type is never copied, whatever refers to it."""


def extension(path: str) -> str:
    """The path's extension in lower case without the dot, or an empty string."""
    name = path.rpartition("/")[2]
    stem, dot, ending = name.rpartition(".")
    return ending.lower() if dot and stem else ""
