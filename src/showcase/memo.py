"""What the last build was made of and what it published, so that a build of the same is found to be done already.

The note stands in the store under the output folder's name. It holds for exactly the inputs that it was made of: their
digest covers every source and its bytes, the media by size and times, the theme, the options and the day. So it is one more
value keyed by all that it depends on, and no second way to build that could go stale; and what stands in the output folder
is looked at, file by file, before the note is believed.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from showcase import __version__
from showcase.diagnostics.diagnostic import Diagnostic
from showcase.model.source import SourceTree
from showcase.store.codec import decode, digest, encode
from showcase.store.store import Store
from showcase.themes.theme import Theme

_KIND = "build"


@dataclass(frozen=True, slots=True)
class BuildNote:
    """A build that was published: digests of its inputs and of its manifest, its number of pages, what it said."""

    inputs: str
    manifest: str
    pages: int
    diagnostics: tuple[Diagnostic, ...]


def inputs_digest(options: object, tree: SourceTree, found: tuple[Diagnostic, ...], theme: Theme) -> str:
    """The digest of all that a build is made of. `options` are those of the request that change what is built; `found`
    is what was said of files that neither the tree nor the theme's digest tells of."""
    sources = [(source.path, source.digest) for source in tree.sources]
    return digest(
        __version__, encode(options), encode(sources), encode(tree.media), encode(found), theme.digest
    )


def noted_build(output: Path, inputs: str, store: Store) -> BuildNote | None:
    """The note on the last build into the folder `output`, if it was made of the same."""
    kept = store.get(_KIND, _key(output))
    note = decode(kept, BuildNote) if kept is not None else None
    return note if note is not None and note.inputs == inputs else None


def remember_build(output: Path, note: BuildNote, tree: SourceTree, store: Store) -> None:
    """Keeps the note for the next build into the same folder. Excerpts of the sources are left out: they are there to
    be read again."""
    paths = {source.path for source in tree.sources}
    slim = replace(
        note,
        diagnostics=tuple(
            replace(item, excerpt="") if item.location.path in paths else item for item in note.diagnostics
        ),
    )
    store.put(_KIND, _key(output), encode(slim))


def _key(output: Path) -> str:
    return digest(os.path.realpath(output))
