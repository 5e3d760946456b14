"""Every link leads somewhere that is published, or the editor hears why not."""

from __future__ import annotations

import pytest
from catalog_builders import Assembled, document, place, story, tied, topic
from hypothesis import given, settings
from hypothesis import strategies as st

from showcase.model.catalog import LinkTarget

FILES = (
    "content/stories/图 片.jpg",
    "content/stories/plan.pdf",
    "content/stories/tool.exe",
    "content/brands/Photo.JPG",
)
ENTRIES = (
    story("b", headings=["缘起", "做 法"]),
    document("brand", "c", headings=["一"]),
    document("brand", "c", "en", headings=["one"]),
    story("folder", path="content/stories/folder/index.md"),
    story("secret", draft=True),
    place("cun", name="村"),
    topic("pairing"),
)


def linked(*targets: str, **fields: object) -> Assembled:
    return tied(*ENTRIES, story("a", links=targets, headings=["自己"], **fields), media=FILES)


def target(written: str) -> tuple[LinkTarget, list[str]]:
    made = linked(written)
    faults = [fault.code for fault in made.faults if fault.location.line == 20]
    return made.catalog.links["content/stories/a.md", 0], faults


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("https://example.org/a?b#c", LinkTarget("url", "https://example.org/a?b#c")),
        ("mailto:office@example.org", LinkTarget("url", "mailto:office@example.org")),
        ("tel:+8610000", LinkTarget("url", "tel:+8610000")),
        ("#自己", LinkTarget("fragment", "自己", fragment="自己")),
        ("#%E8%87%AA%E5%B7%B1", LinkTarget("fragment", "自己", fragment="自己")),
        ("#", LinkTarget("fragment", "")),
        ("b.md", LinkTarget("entry", "story/b", ("story", "b"))),
        ("./b.md#缘起", LinkTarget("entry", "story/b", ("story", "b"), "缘起")),
        ("../brands/c.md", LinkTarget("entry", "brand/c", ("brand", "c"))),
        ("../brands/c.en.md#一", LinkTarget("entry", "brand/c", ("brand", "c"), "一")),
        ("folder/index.md", LinkTarget("entry", "story/folder", ("story", "folder"))),
        ("../places.yaml#cun", LinkTarget("place", "cun")),
        ("../topics.yaml#pairing", LinkTarget("topic", "pairing")),
        ("%E5%9B%BE%20%E7%89%87.jpg", LinkTarget("file", "content/stories/图 片.jpg")),
        ("plan.pdf#page=2", LinkTarget("file", "content/stories/plan.pdf", fragment="page=2")),
        ("../stories/plan.pdf", LinkTarget("file", "content/stories/plan.pdf")),
    ],
)
def test_links_lead_where_they_say(written: str, expected: LinkTarget) -> None:
    assert target(written) == (expected, [])


@pytest.mark.parametrize(
    ("written", "code", "suggestion"),
    [
        ("d.md", "link-source-missing", ""),
        ("../brand/c.md", "link-source-missing", "../brands/c.md"),
        ("../brands/c", "link-source-missing", "../brands/c.md"),
        ("foldr/index.md", "link-source-missing", "folder/index.md"),
        ("../place.yaml#cun", "link-source-missing", "../places.yaml"),
        ("b.md#缘由", "link-heading-missing", "#缘起"),
        ("#自已", "link-heading-missing", "#自己"),
        ("../brands/c.md#one", "link-heading-missing", ""),
        ("../places.yaml#cum", "link-record-unknown", "cun"),
        ("/stories/b/", "link-rooted", "b.md"),
        ("/brands/c/", "link-rooted", "../brands/c.md"),
        ("/stories/plan.pdf", "link-rooted", "plan.pdf"),
        ("/", "link-rooted", ""),
        ("../../secret.pdf", "link-leaves-content", ""),
        ("../../content/../site.yaml", "link-leaves-content", ""),
        ("%2e%2e/%2e%2e/secret.pdf", "link-leaves-content", ""),
        ("www.example.org/a", "link-without-scheme", ""),
        ("//example.org/a", "link-without-scheme", ""),
        ("secret.md", "link-to-hidden", ""),
        ("plam.pdf", "file-missing", "plan.pdf"),
        ("photos/plan.pdf", "file-missing", "plan.pdf"),
        ("PLAN.pdf", "file-case", "plan.pdf"),
        ("../brands/photo.jpg", "file-case", "../brands/Photo.JPG"),
        ("tool.exe", "file-type-not-published", ""),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_advice(written: str, code: str, suggestion: str) -> None:
    made = linked(written)
    fault = made.only(code)
    assert (fault.suggestion, fault.location.line) == (suggestion, 20)
    assert made.catalog.links["content/stories/a.md", 0].kind == "none"


@pytest.mark.parametrize("written", ["", "javascript:x()", "C:\\a.png", "a\\b.md", "file:///etc/passwd"])
def test_what_the_markdown_stage_refuses_is_not_told_twice(written: str) -> None:
    assert target(written) == (LinkTarget("none", ""), [])


def test_a_link_is_checked_against_the_language_that_the_reader_sees() -> None:
    made = tied(
        *ENTRIES, story("a"), story("a", "en", links=["../brands/c.md#one", "../brands/c.md#一", "b.md#缘起"])
    )
    assert [fault.location.path for fault in made.faults if fault.code == "link-heading-missing"] == [
        "content/stories/a.en.md"
    ]
    assert made.catalog.links["content/stories/a.en.md", 0].fragment == "one"


def test_a_name_decomposed_by_the_file_system_is_found() -> None:
    made = tied(story("a", links=["caf\u00e9.jpg"]), media=["content/stories/cafe\u0301.jpg"])
    assert made.catalog.links["content/stories/a.md", 0].target == "content/stories/cafe\u0301.jpg"


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=30) | st.text("./\\#%:?ab国mdyaml02", max_size=30))
def test_no_target_makes_it_raise_or_leave_the_site(written: str) -> None:
    found, _ = target(written)
    if found.kind == "file":
        assert found.target in FILES
    assert found.kind in {"url", "fragment", "entry", "place", "topic", "file", "none"}
