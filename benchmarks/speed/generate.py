"""`python -m benchmarks.speed.generate --stories 1000 --output DIR` writes a showcase site of made-up stories."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.speed.corpus import Corpus
from benchmarks.speed.showcase_site import write_showcase


def main() -> int:
    """The command; 0 when the site is written, 1 when the folder is not empty."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.generate", description=__doc__)
    parser.add_argument("--stories", type=int, default=1000, metavar="N", help="how many (1000)")
    parser.add_argument(
        "--output", type=Path, required=True, metavar="DIR", help="a folder that is new or empty"
    )
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same bytes (1)")
    parser.add_argument("--theme", default="heritage", help="the theme of site.yaml (heritage)")
    asked = parser.parse_args()
    if asked.output.exists() and any(asked.output.iterdir()):
        print(f"{asked.output} is not empty", file=sys.stderr)
        return 1
    write_showcase(Corpus(asked.stories, asked.seed), asked.output, theme=asked.theme)
    return 0


if __name__ == "__main__":
    sys.exit(main())
