"""`showcase explain`."""

from __future__ import annotations

from argparse import Namespace

from showcase.cli.exit_codes import DONE, USAGE
from showcase.cli.surroundings import Surroundings
from showcase.cli.texts import say
from showcase.diagnostics.catalogue.codes import catalogue
from showcase.diagnostics.wording import outline
from showcase.text.nearest import nearest


def run(parsed: Namespace, machine: Surroundings) -> int:
    """Prints a code's full text, or the list of all codes."""
    language = parsed.lang or machine.language
    codes = catalogue()
    if not parsed.code:
        for code in codes.values():
            message = outline(code, language).message
            print(f"{code.name}  [{code.severity.value}]  {message}", file=machine.output)
        return DONE
    found = codes.get(parsed.code)
    if found is None:
        print(say(language, "unknown_code", code=parsed.code), file=machine.errors)
        near = nearest(parsed.code, codes)
        if near:
            print(say(language, "did_you_mean", name=near), file=machine.errors)
        return USAGE
    worded, explanation = outline(found, language), (found.zh if language == "zh" else found.en).explanation
    print(f"{found.name}  [{found.severity.value}]\n", file=machine.output)
    print(f"{worded.message}\n\n{worded.remedy}\n\n{explanation}", file=machine.output)
    return DONE
