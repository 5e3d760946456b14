"""Sound inputs made unsound: bytes turned, cut, doubled, crossed, and pieces put in that mean something somewhere."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

_PIECES = [
    piece.encode("utf-8", "surrogatepass")
    for piece in (
        *(
            "---\n",
            "---",
            ": ",
            "：",
            "\n",
            "\r",
            "\n\n",
            "\t",
            "  ",
            "\u3000",
            "\x00",
            "\x07",
            "\ufeff",
            "\u2028",
            "\x85",
            "\ud800",
        ),
        *(
            "[",
            "]",
            "{",
            "}",
            "(",
            ")",
            "<",
            ">",
            '"',
            "'",
            "`",
            "```\n",
            "*",
            "**",
            "_",
            "~~",
            "#",
            "# ",
            "## ",
            "\\",
            "|",
            "|-|\n",
            "!",
            "![",
            "](",
        ),
        *(
            ":::gallery\n",
            ":::",
            ":::图集\n",
            "::视频[a]{file=b}",
            ":metric[a]",
            ":cite[a]{b}",
            "> [!NOTE]\n",
            "[^1]",
            "[^1]: ",
            "- ",
            "1. ",
            "> ",
        ),
        *(
            "<script>",
            "<!--",
            "-->",
            "&amp;",
            "&#0;",
            "javascript:",
            "https://e.org",
            "../",
            "%2e",
            "a.md",
            "a.png#x",
        ),
        *(
            "title: ",
            "标题: ",
            "date: ",
            "日期：",
            "draft: yes\n",
            "metrics: {a: {value: ",
            "aliases: ",
            "&a ",
            "*a",
            "!!x ",
            "<<: ",
            "|\n",
            ">-\n",
            "%YAML",
        ),
        *(
            "2021-13-40",
            "2021年",
            "约",
            "-0",
            "1e400",
            "9" * 400,
            "二〇二一",
            "{{ page.title }}",
            "{% if x %}",
            "{%",
            "%}",
            "{#",
            "{{",
            "range(10**9)",
        ),
        *(
            "<svg ",
            "<g>",
            "</g>",
            "<!ENTITY a 'b'>",
            "xlink:href=",
            " onload=",
            "url(",
            "@import ",
            "parameter(",
            "/*",
            "*/",
        ),
        *("བོད", "།", "👩‍👩‍👧", "e\u0301", "\u202e", "\u200b", "字" * 50),
    )
]
_LONGEST = 20_000


def mutated(seeds: Sequence[bytes], random: Random) -> bytes:
    """One of the seeds with one to eight changes."""
    data = random.choice(seeds)
    for _ in range(random.choice((1, 1, 2, 3, 5, 8))):
        data = _changed(data, seeds, random)
    return data[:_LONGEST]


def _changed(data: bytes, seeds: Sequence[bytes], random: Random) -> bytes:
    at = random.randint(0, len(data))
    end = min(len(data), at + random.choice((0, 1, 1, 2, 4, 16, 200)))
    match random.randrange(7):
        case 0:
            return data[:at] + random.choice(_PIECES) + data[end:]
        case 1:
            return data[:at] + data[end:]
        case 2:
            return data[:at] + data[at:end] * random.choice((2, 3, 50)) + data[end:]
        case 3:
            return data[:at] + random.randbytes(random.choice((1, 1, 2, 4))) + data[end:]
        case 4:
            other = random.choice(seeds)
            start = random.randint(0, len(other))
            return data[:at] + other[start : start + random.choice((5, 40, 400))] + data[end:]
        case 5:
            return data[:at] + random.choice(_PIECES) * random.choice((2, 10, 300)) + data[end:]
        case _:
            return (
                data[:at] + bytes((data[at] ^ (1 << random.randrange(8)),)) + data[at + 1 :]
                if at < len(data)
                else data
            )
