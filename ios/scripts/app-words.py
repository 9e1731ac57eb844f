#!/usr/bin/env python3
"""Keeps the app's string catalogue in step with its sources: every word that is shown can be translated.

    ios/scripts/app-words.py           writes App/Resources/Localizable.xcstrings anew; translations that are there stay
    ios/scripts/app-words.py --check   says what is missing or left over, and fails
"""

import json
import re
import sys
from pathlib import Path

IOS = Path(__file__).resolve().parent.parent
CATALOGUE = IOS / "App/Resources/Localizable.xcstrings"
LITERAL = re.compile(r'(?P<before>[^"\n]*?)"(?P<text>(?:[^"\\\n]|\\\((?:[^()"]|\([^()]*\))*\)|\\.)*)"')
INTERPOLATION = re.compile(r"\\\((?:[^()]|\([^()]*\))*\)")
# What is no word for a person: names of pictures, files and fields.
NO_WORDS = re.compile(r"(systemImage: |== |case |path: |identifier: |string: |field: )$")


def shown(source: str) -> set[str]:
    """The words of one file, as the catalogue names them: what is put in has %@ in its place."""
    found = set()
    for line in source.splitlines():
        if line.lstrip().startswith("//"):
            continue
        for literal in LITERAL.finditer(line):
            if literal["text"] and not NO_WORDS.search(literal["before"]):
                found.add(INTERPOLATION.sub("%@", literal["text"]))
    return {text for text in found if re.search(r"[A-Za-z]", text.replace("%@", ""))}


def main() -> int:
    sources = sorted((IOS / "App/Sources").rglob("*.swift"))
    words = set().union(*(shown(source.read_text()) for source in sources))
    known = json.loads(CATALOGUE.read_text())["strings"] if CATALOGUE.exists() else {}
    if "--check" in sys.argv[1:]:
        for text in sorted(words ^ known.keys()):
            print("missing:" if text in words else "left over:", text, file=sys.stderr)
        print(f"words of the app: {len(words)} in the catalogue")
        return int(words != known.keys())
    catalogue = {
        "sourceLanguage": "en",
        "strings": {text: known.get(text, {}) for text in sorted(words)},
        "version": "1.0",
    }
    CATALOGUE.write_text(json.dumps(catalogue, ensure_ascii=False, indent=2, separators=(",", " : ")) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
