"""site.yaml, read and checked."""

from __future__ import annotations

from dataclasses import dataclass, field

from showcase.diagnostics.diagnostic import Location, Severity
from showcase.model.entry import FieldDefinition

DEFAULT_HOSTING = ("netlify",)
_HERE = (".", "%2e")
_ABOVE = ("..", ".%2e", "%2e.", "%2e%2e")


def resolved_address(address: str) -> str:
    """An absolute address as browsers go to it (WHATWG URL, path state: `.` and `..` are resolved, also with escaped dots),
    without empty segments and without a slash at the end. Two slashes where a path begins would make every link of the site
    lead to another host."""
    scheme, mark, rest = address.partition("://")
    host, _, path = rest.partition("/")
    kept: list[str] = []
    for segment in path.split("/"):
        plain = segment.lower()
        if plain in _ABOVE:
            del kept[-1:]
        elif plain and plain not in _HERE:
            kept.append(segment)
    return scheme + mark + "/".join((host, *kept))


@dataclass(frozen=True, slots=True)
class Organiser:
    """Who runs the site. Every part may be empty."""

    name: str = ""
    address: str = ""
    contact: str = ""
    """A telephone number or an e-mail address for corrections."""


@dataclass(frozen=True, slots=True)
class Filing:
    """The filing numbers that sites in China show in the footer; empty ones are not shown."""

    icp: str = ""
    """工信部 ICP 备案号"""
    public_security: str = ""
    """公安联网备案号"""
    site_code: str = ""
    """政府网站标识码"""


@dataclass(frozen=True, slots=True)
class LanguageTexts:
    """The site's own words in one language. `code` is a BCP 47 tag (`zh-CN`, `en`, `bo`)."""

    code: str
    label: str
    """The language's own name, for the language switch (中文, English, བོད་ཡིག)."""
    title: str
    subtitle: str = ""
    description: str = ""
    organiser: Organiser = field(default_factory=Organiser)
    notice: str = ""
    """A sentence for every page's footer."""


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """What site.yaml says. `languages[0]` is the main language, served at `/`; the others at `/<code>/`.

    `base_url` is the absolute address with no trailing slash (`https://example.org/brands`), or empty: the site then has
    no canonical links, feed or sitemap, which need absolute addresses. `theme_parameters` are as written (checked by the
    themes stage). `levels` overrides the severity of warnings by code.
    """

    languages: tuple[LanguageTexts, ...]
    base_url: str = ""
    theme: str = "heritage"
    theme_location: Location = field(default_factory=lambda: Location("site.yaml"))
    theme_parameters: dict[str, str | int | float | bool] = field(default_factory=dict)
    theme_parameter_locations: dict[str, Location] = field(default_factory=dict)
    filing: Filing = field(default_factory=Filing)
    licence: str = ""
    page_size: int = 24
    feed_size: int = 20
    search: bool = True
    search_engine: str = "showcase"
    """`showcase` or `pagefind`."""
    search_location: Location = field(default_factory=lambda: Location("site.yaml"))
    hosting: tuple[str, ...] = DEFAULT_HOSTING
    """The hosts for which files with HTTP headers are published."""
    numbers_need_sources: bool = True
    fields: tuple[FieldDefinition, ...] = ()
    levels: dict[str, Severity] = field(default_factory=dict)
    silenced: tuple[str, ...] = ()
    """Codes whose level is `off`."""

    @property
    def language(self) -> str:
        """The main language's code."""
        return self.languages[0].code

    @property
    def base_path(self) -> str:
        """The path part of `base_url`, with no trailing slash: empty, or like `/brands`."""
        if not self.base_url:
            return ""
        _, _, rest = self.base_url.partition("://")
        _, slash, path = rest.partition("/")
        return f"/{path}".rstrip("/") if slash else ""

    def texts(self, language: str) -> LanguageTexts:
        """The site's words in `language`. Raises KeyError for a language that site.yaml lacks."""
        for texts in self.languages:
            if texts.code == language:
                return texts
        raise KeyError(language)
