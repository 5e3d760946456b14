"""Places that must be refused, and some that only look so."""

from __future__ import annotations

REFUSED: dict[str, tuple[str, str]] = {
    "cycle": (
        "- {id: a, name: a, level: county, parent: b}\n- {id: b, name: b, level: county, parent: a}\n",
        "1:43 place-loop",
    ),
    "self": ("- {id: a, name: a, level: county, parent: a}\n", "1:43 place-loop"),
    "rev": (
        "- {id: a, name: a, level: village}\n- {id: b, name: b, level: region, parent: a}\n",
        "2:43 place-level",
    ),
    "dup": ("- {id: a, name: a, level: county}\n- {id: a, name: b, level: county}\n", "2:8 duplicate-id"),
    "noid": ("- {name: a, level: county}\n", "1:3 required-missing"),
    "idup": ("- {id: ../x, name: a, level: county}\n", "1:8 invalid-id"),
    "idlong": ("- {id: " + "a" * 400 + ", name: a, level: county}\n", "1:8 invalid-id"),
    "lvl": ("- {id: a, name: a, level: planet}\n", "1:27 invalid-choice"),
    "map": ("a: b\n", "1:1 records-not-a-list"),
    "str": ("- abc\n", "1:3 record-not-a-map"),
    "chain": (
        "".join(f"- {{id: p{i}, name: n{i}, level: county, parent: p{i + 1}}}\n" for i in range(1500))
        + "- {id: p1500, name: x, level: county}\n",
        "1481:51 place-too-deep",
    ),
    "iddot": ('- {id: "..", name: a, level: county}\n', "1:8 invalid-id"),
    "idcase": ("- {id: A, name: a, level: county}\n- {id: a, name: b, level: county}\n", "2:8 address-clash"),
}
"""places.yaml → line, column and code of the first error."""

SOUND: dict[str, str] = {
    "idproto": "- {id: __proto__, name: a, level: county}\n",
    "idnum": "- {id: 1, name: a, level: county}\n",
    "null": "- ~\n",
    "xss": '- {id: a, name: "<script>x</script>", level: county}\n',
    "idpage": "- {id: page, name: a, level: county}\n",
}
