"""Where a page's statements come from, and how the page was made."""

from __future__ import annotations

from showcase.model.catalog import Key
from showcase.model.entry import Document, Source
from showcase.model.view import Fact, Provenance, SourceView
from showcase.pages.metrics import metric_views, source_anchor, source_numbers
from showcase.pages.vantage import Vantage
from showcase.text.dates import format_date


def provenance(vantage: Vantage, document: Document) -> Provenance:
    """The numbered sources, the numbers with theirs, and the page's own record."""
    edition = vantage.edition
    key: Key = (document.kind, document.id)
    used = edition.catalog.entry_sources.get(key, ())
    return Provenance(
        sources=tuple(
            source_view(vantage, one.source, number, one.locators) for number, one in enumerate(used, 1)
        ),
        metrics=metric_views(vantage, document, source_numbers(vantage, key)),
        facts=_record(vantage, document),
        contact=edition.texts.organiser.contact,
    )


def source_view(vantage: Vantage, identifier: str, number: int, locators: tuple[str, ...] = ()) -> SourceView:
    """A source in a list; what is not known of it is said to be so."""
    edition = vantage.edition
    source = edition.catalog.sources.get(identifier)
    if source is None:
        return SourceView(number, source_anchor(number), identifier, (), locators, "", "")
    naming = edition.naming(source.translations)
    return SourceView(
        number=number,
        anchor=source_anchor(number),
        name=naming.name if naming else source.name,
        facts=_source_facts(vantage, source),
        locators=locators,
        href=vantage.outside(source.url),
        note=(naming.summary if naming else "") or source.note,
    )


def _source_facts(vantage: Vantage, source: Source) -> tuple[Fact, ...]:
    unknown = vantage.t("not_known")
    facts = [
        Fact(vantage.t("fact.source_title"), source.title or unknown),
        Fact(vantage.t("fact.source_publisher"), source.publisher or unknown),
        Fact(vantage.t("fact.source_date"), vantage.date(source.date) or unknown),
    ]
    # The kind is in the main language's words; a translated source tells it in its own summary.
    if source.kind and (vantage.edition.is_main or not vantage.edition.naming(source.translations)):
        facts.insert(0, Fact(vantage.t("fact.source_kind"), source.kind))
    return tuple(facts)


def _record(vantage: Vantage, document: Document) -> tuple[Fact, ...]:
    site = vantage.edition.catalog.site
    values = (
        ("fact.updated", format_date(document.updated, vantage.language)),
        ("fact.translator", document.translator),
        ("fact.licence", site.licence),
    )
    return tuple(Fact(vantage.t(label), text) for label, text in values if text)


def translation_note(vantage: Vantage, document: Document) -> str:
    """For a translation: that it is one, and of what; else empty."""
    edition = vantage.edition
    main = edition.catalog.site.language
    original = edition.catalog.document((document.kind, document.id), main)
    if document.language == main or original is None:
        return ""
    return vantage.t("translation.note", original=_language_name(vantage, main))


def _language_name(vantage: Vantage, code: str) -> str:
    """A language as the page's own language calls it ("Chinese"); else by its own name, as in the language switch."""
    key = f"language.{code.partition('-')[0]}"
    name = vantage.t(key)
    return name if name != key else vantage.edition.catalog.site.texts(code).label
