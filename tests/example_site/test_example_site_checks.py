"""The example site, and the first story of each editors' guide, give no cause for any message."""

from __future__ import annotations

import datetime
import re
import shutil
from pathlib import Path

import pytest
from example_pages import ROOT
from site_check import checked

from showcase.diagnostics.wording import MessageLanguage
from showcase.editing.scaffold import new_entry, new_site


@pytest.fixture
def example_site(tmp_path: Path) -> Path:
    """A copy, so that what else lies in the checkout (a build, a cache) plays no part."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "site.yaml", tmp_path)
    return tmp_path


def test_nothing_is_to_be_said_of_the_example_site(example_site: Path) -> None:
    catalog, diagnostics = checked(example_site)
    assert diagnostics == ()
    assert (len(catalog.stories), len(catalog.brands)) == (13, 3)
    assert all(len(versions) == 2 for versions in catalog.documents.values())


def test_a_story_counts_for_every_place_above_its_own(example_site: Path) -> None:
    catalog, _ = checked(example_site)
    assert set(catalog.places["ngari"].stories) == {
        "bangren-new-job",
        "bangren-hospital-lift",
        "keqin-brine-shrimp",
        "keqin-haircuts",
        "ngari-party-members-station",
    }
    assert catalog.places["liu"].stories == ("xiga-feed",)
    assert "xiga-feed" not in catalog.places["tibet"].stories


def test_each_brand_leads_to_the_story_that_names_it(example_site: Path) -> None:
    catalog, _ = checked(example_site)
    assert set(catalog.stories_by_brand.values()) == {("week-of-study",)}


@pytest.mark.parametrize(
    ("name", "language", "sources"),
    [("editors.zh-CN.md", "zh", "来源: 来源报道"), ("editors.en.md", "en", "sources: report")],
)
def test_the_first_story_of_a_guide_gives_no_message(
    tmp_path: Path, name: str, language: MessageLanguage, sources: str
) -> None:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    ten_minutes = next(
        part for part in text.split("\n## ") if part.startswith(("十分钟", "Your first story"))
    )
    front, records, metrics = re.findall(r"^```yaml\n(.*?)^```$", ten_minutes, re.MULTILINE | re.DOTALL)
    body, _, with_metric = re.findall(r"^```markdown\n(.*?)^```$", ten_minutes, re.MULTILINE | re.DOTALL)
    today = datetime.date(2026, 11, 23)
    assert not new_site(tmp_path / "site", language, today)[1]
    site = tmp_path / "site"
    assert new_entry(site, "story", "xiga", "xiga-feed", language, today) == (
        ("content/stories/xiga-feed.md",),
        (),
    )

    opening = body.split("\n\n")[0]
    front = re.sub("^(草稿|draft):.*\n", "", front, flags=re.MULTILINE).rstrip().removesuffix("---")
    story = f"{front}{sources}\n{metrics}---\n\n{opening}\n\n{with_metric}"
    (site / "content/stories/xiga-feed.md").write_text(story, encoding="utf-8")
    (site / "content/sources.yaml").write_text(records, encoding="utf-8")

    catalog, diagnostics = checked(site)
    assert [
        one for one in diagnostics if "xiga-feed" in one.location.path or "sources" in one.location.path
    ] == []
    assert "xiga-feed" in catalog.stories
