"""The store is a cache: whatever happens to its file, it answers with whole values or not at all."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from showcase.store.memory_store import MemoryStore
from showcase.store.sqlite_store import SqliteStore
from showcase.store.store import Store

VALUES = {(f"kind{n % 3}", f"key-{n}"): f"值{n}".encode() * (n * 7 % 90) for n in range(60)}


def filled(path: Path, version: str = "1") -> None:
    store = SqliteStore(path, version)
    for (kind, key), value in VALUES.items():
        store.put(kind, key, value)
    store.save()
    store.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "site" / ".showcase" / "cache.sqlite3"


@pytest.mark.parametrize("make", [lambda path: SqliteStore(path, "1"), lambda _path: MemoryStore()])
def test_what_was_put_is_there_before_and_after_saving(make: object, path: Path) -> None:
    store: Store = make(path)  # type: ignore[operator]
    assert store.get("parse", "a") is None
    store.put("parse", "a", b"one")
    store.put("render", "a", b"two")
    assert store.get("parse", "a") == b"one"
    store.save()
    store.put("parse", "a", b"three")
    assert (store.get("parse", "a"), store.get("render", "a")) == (b"three", b"two")


def test_values_last_in_one_file(path: Path) -> None:
    filled(path)
    assert [item.name for item in path.parent.iterdir()] == [path.name]
    store = SqliteStore(path, "1")
    assert {name: store.get(*name) for name in VALUES} == VALUES


@pytest.mark.parametrize("kind", ["sqlite", "memory"])
def test_saving_drops_what_nobody_asked_for(kind: str, path: Path) -> None:
    store: Store = SqliteStore(path, "1") if kind == "sqlite" else MemoryStore()
    store.put("k", "old", b"old")
    store.put("k", "kept", b"kept")
    store.save()
    assert store.get("k", "kept") == b"kept"
    store.save()
    assert store.get("k", "old") is None
    assert store.get("k", "kept") == b"kept"


def test_what_was_not_saved_is_lost(path: Path) -> None:
    store = SqliteStore(path, "1")
    store.put("k", "a", b"value")
    store.close()
    assert SqliteStore(path, "1").get("k", "a") is None


def test_a_store_of_another_version_counts_as_empty_and_is_replaced(path: Path) -> None:
    filled(path, "1")
    store = SqliteStore(path, "2")
    assert store.get("kind0", "key-0") is None
    store.put("k", "a", b"new")
    store.save()
    store.close()
    assert SqliteStore(path, "2").get("k", "a") == b"new"


def test_a_file_that_is_no_store_is_replaced(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("这不是数据库" * 500)
    filled(path)
    assert SqliteStore(path, "1").get("kind1", "key-1") == VALUES["kind1", "key-1"]


def test_a_foreign_database_runs_no_trigger_of_its_own(path: Path) -> None:
    filled(path)
    with sqlite3.connect(path) as foreign:
        foreign.execute(
            "CREATE TRIGGER spoil AFTER INSERT ON entries BEGIN DELETE FROM entries WHERE id < new.id; END"
        )
    store = SqliteStore(path, "1")
    assert store.get("kind1", "key-1") is None
    store.put("k", "a", b"a")
    store.put("k", "b", b"b")
    store.save()
    store.close()
    again = SqliteStore(path, "1")
    assert (again.get("k", "a"), again.get("k", "b")) == (b"a", b"b")


def test_a_value_under_another_key_is_not_believed(path: Path) -> None:
    filled(path)
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE names SET key = 'key-x' WHERE kind = 'kind1' AND key = 'key-1'")
    assert SqliteStore(path, "1").get("kind1", "key-x") is None


def test_a_locked_store_is_left_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("showcase.store.sqlite_store._BUSY_SECONDS", 0.01)
    filled(path)
    other = sqlite3.connect(path)
    other.execute("BEGIN EXCLUSIVE")
    store = SqliteStore(path, "1")
    assert store.get("kind1", "key-1") is None
    store.put("k", "a", b"a")
    store.save()
    assert store.get("k", "a") == b"a"
    store.close()
    other.rollback()
    other.close()
    assert SqliteStore(path, "1").get("kind1", "key-1") == VALUES["kind1", "key-1"]


def test_a_store_locked_while_saving_is_saved_the_next_time(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("showcase.store.sqlite_store._BUSY_SECONDS", 0.01)
    store = SqliteStore(path, "1")
    store.put("k", "a", b"a")
    other = sqlite3.connect(path)
    other.execute("BEGIN EXCLUSIVE")
    store.save()
    other.rollback()
    other.close()
    assert store.get("k", "a") == b"a"
    store.save()
    store.close()
    assert SqliteStore(path, "1").get("k", "a") == b"a"


def test_where_nothing_can_be_written_values_stay_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file where the folder should be")
    for path in (tmp_path / "file" / "cache.sqlite3", tmp_path):
        store = SqliteStore(path, "1")
        store.put("k", "a", b"a")
        store.save()
        assert store.get("k", "a") == b"a"
        store.close()


def test_large_values_are_written_before_saving_and_still_found(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("showcase.store.sqlite_store._BUFFER", 2000)
    filled(path)
    store = SqliteStore(path, "1")
    assert {name: store.get(*name) for name in VALUES} == VALUES


def test_saving_what_did_not_change_leaves_the_file_alone(path: Path) -> None:
    filled(path)
    before = path.read_bytes()
    store = SqliteStore(path, "1")
    for name in VALUES:
        store.get(*name)
    store.save()
    store.close()
    assert path.read_bytes() == before


def test_the_file_shrinks_when_most_of_it_is_dropped(path: Path) -> None:
    store = SqliteStore(path, "1")
    for number in range(200):
        store.put("k", str(number), bytes(f"{number}", "ascii").ljust(150, b".") * 1)
    store.put("big", "x", bytes(range(256)) * 4000)
    store.save()
    store.close()
    size = path.stat().st_size
    store = SqliteStore(path, "1")
    store.get("k", "1")
    store.save()
    store.close()
    assert path.stat().st_size < size / 2


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "cache.sqlite3"
    filled(path)
    return path


def answers_rightly_and_mends(damaged: Path) -> None:
    store = SqliteStore(damaged, "1")
    for name, value in VALUES.items():
        assert store.get(*name) in (value, None)
    for (kind, key), value in VALUES.items():
        store.put(kind, key, value)
    store.save()
    store.close()
    again = SqliteStore(damaged, "1")
    assert {name: again.get(*name) for name in VALUES} == VALUES
    again.close()


# The folder is used again by each example, which overwrites the one file in it.
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@QUICK
@given(flips=st.lists(st.tuples(st.floats(0, 0.999999), st.integers(0, 7)), min_size=1, max_size=40))
@example(flips=[(0.5687016959911173, 1)])  # the number of a name becomes that of another
def test_flipped_bits_never_give_a_wrong_value(
    flips: list[tuple[float, int]], whole: Path, tmp_path: Path
) -> None:
    data = bytearray(whole.read_bytes())
    for where, bit in flips:
        data[int(where * len(data))] ^= 1 << bit
    damaged = tmp_path / "flipped.sqlite3"
    damaged.write_bytes(data)
    answers_rightly_and_mends(damaged)


@QUICK
@given(offset=st.integers(0, 99), bit=st.integers(0, 7))
def test_a_flipped_bit_in_the_header_is_mended(offset: int, bit: int, whole: Path, tmp_path: Path) -> None:
    data = bytearray(whole.read_bytes())
    data[offset] ^= 1 << bit
    damaged = tmp_path / "header.sqlite3"
    damaged.write_bytes(data)
    answers_rightly_and_mends(damaged)


@QUICK
@given(part=st.floats(0, 1))
def test_a_truncated_file_never_gives_a_wrong_value(part: float, whole: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "cut.sqlite3"
    shutil.copy(whole, damaged)
    data = whole.read_bytes()
    damaged.write_bytes(data[: int(part * len(data))])
    answers_rightly_and_mends(damaged)


def test_a_kept_value_outlives_a_save_that_did_not_need_it(tmp_path: Path) -> None:
    for store in (SqliteStore(tmp_path / "kept.sqlite3", "1"), MemoryStore()):
        store.put("kind", "kept", b"1")
        store.put("kind", "forgotten", b"2")
        store.save()
        store.keep("kind", "kept")
        store.keep("kind", "never there")
        store.save()
        assert store.get("kind", "kept") == b"1"
        assert store.get("kind", "forgotten") is None
        assert store.get("kind", "never there") is None
