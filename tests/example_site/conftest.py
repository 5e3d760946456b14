from __future__ import annotations

import pytest
from example_pages import Page, read_pages, read_records


@pytest.fixture(scope="session")
def pages() -> tuple[Page, ...]:
    """All pages of the example site, in path order."""
    return tuple(read_pages())


@pytest.fixture(scope="session")
def chinese(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    return tuple(page for page in pages if not page.english)


@pytest.fixture(scope="session")
def english(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    return tuple(page for page in pages if page.english)


@pytest.fixture(scope="session")
def records() -> dict[str, list[dict[str, object]]]:
    return read_records()
