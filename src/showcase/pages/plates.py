"""Typographic cover art: which characters stand for an entry, and on which ground."""

from __future__ import annotations

import hashlib
import re

from showcase.model.catalog import Key
from showcase.model.entry import Document
from showcase.model.view import Plate
from showcase.pages.edition import Edition
from showcase.text.scripts import is_han, is_tibetan

LONGEST = 4
"""Characters that a plate has room for."""

GROUNDS = 5
PATTERNS = 5

_QUOTED = re.compile(r"[「『“《【‘]([^「」『』“”《》【】‘’]{1,40})[」』”》】’]|\"([^\"]{1,40})\"")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_TSHEG = re.compile("[\u0f0b\u0f0c\u0f0d\u0f0e\\s]+")
_SMALL_WORDS = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"))


def plate(edition: Edition, key: Key) -> Plate:
    """The plate of a brand, story, organisation, page or topic. A story wears its first brand's."""
    brands = edition.relations(key).brands if key[0] == "story" else ()
    wearer = ("brand", brands[0]) if brands and ("brand", brands[0]) in edition.catalog.documents else key
    ground, pattern = _ornament(wearer[1])
    return Plate(_characters(edition, wearer), ground, pattern)


def _characters(edition: Edition, key: Key) -> tuple[str, ...]:
    if key[0] == "topic":
        return characters(edition.name(key).text)
    document = edition.catalog.nearest(key, edition.language)
    if document.short_name:
        return characters(document.short_name)
    heading = _heading(document)
    if key[0] == "story" and not _QUOTED.search(document.title):
        named = _short_name_nearby(edition, key)
        if named:
            return named
    if key[0] == "organisation" and sum(map(is_han, heading)) > LONGEST:
        # Four characters of a longer name are a torso; one is a seal.
        return _short_name_nearby(edition, key) or characters(heading)[:1]
    return characters(heading)


def _heading(document: Document) -> str:
    """The telling part of a title: what stands in quotation marks, else all of it."""
    quoted = _QUOTED.search(document.title)
    return (quoted.group(1) or quoted.group(2)) if quoted else document.title


def _short_name_nearby(edition: Edition, key: Key) -> tuple[str, ...]:
    """For a story without a brand, and an organisation with a long name: its place in the main language, when that name is short enough to be shown whole; the
    first four characters of a long headline would be a torso. A translation wears the same, as it does a brand's."""
    for place in edition.relations(key).places[:1]:
        node = edition.catalog.places.get(place)
        for name in (node.place.short_name, node.place.name) if node else ():
            if 0 < len(name) <= LONGEST and all(is_han(character) for character in name):
                return tuple(name)
    return ()


def characters(text: str) -> tuple[str, ...]:
    """One to four characters that stand for `text`.

    Chinese: its first Han characters. Tibetan: its first two syllables, each as one. Other scripts: the word itself
    where it is the only one and short, else the words' initials without articles and prepositions.
    """
    han = [character for character in text if is_han(character)]
    if han:
        return tuple(han[:LONGEST])
    # Of a text of nothing but Tibetan punctuation no syllable is left.
    syllables = [part for part in _TSHEG.split(text) if any(map(is_tibetan, part))]
    if syllables:
        return tuple(syllables[:2])
    words = _WORD.findall(text)
    telling = [word for word in words if word.lower() not in _SMALL_WORDS] or words
    if len(telling) == 1 and len(telling[0]) <= LONGEST:
        return tuple(telling[0].upper())[:LONGEST]
    if telling:
        return tuple(word[0].upper()[:1] for word in telling[:LONGEST])
    solid = [character for character in text if character.isalnum()]
    return tuple(solid[:LONGEST]) or ("·",)


def _ornament(identifier: str) -> tuple[int, int]:
    """Ground and pattern of an id: the same on every machine and in every build."""
    digest = hashlib.blake2b(identifier.encode("utf-8", "surrogatepass"), digest_size=2).digest()
    return digest[0] % GROUNDS, digest[1] % PATTERNS
