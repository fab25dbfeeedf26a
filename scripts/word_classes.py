#!/usr/bin/env python3
"""Write src/crosstally/facts/data/word_classes.txt: which common words are verbs, adjectives or adverbs.

usage: python scripts/word_classes.py EN-LEXICON.TXT

The source is the lexicon of Brill's rule-based tagger (Copyright 1993 Massachusetts Institute of Technology and
University of Pennsylvania, MIT licence; see NOTICE), as the textblob package ships it (textblob/en/en-lexicon.txt): a
word, then its most frequent Penn Treebank tag. Words whose tag is a noun are left out, because an unknown word is read
as a noun.
"""

from __future__ import annotations

import sys
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src" / "crosstally" / "facts" / "data" / "word_classes.txt"
CLASSES = {"VB": "b", "VBP": "b", "VBZ": "z", "VBD": "d", "VBN": "n", "VBG": "g"}
CLASSES |= {"JJ": "j", "JJR": "j", "JJS": "j", "RB": "r", "RBR": "r"}
HEADER = """\
# word<TAB>class, made by scripts/word_classes.py from the lexicon of Brill's tagger \
(MIT licence, (c) 1993 MIT and University of Pennsylvania).
# b base form or plain present, z third person, d past, n past participle, \
g -ing form, j adjective, r adverb; words not listed are read as nouns.
"""


def main() -> None:
    """Read the lexicon named on the command line, write the classes."""
    classes: dict[str, str] = {}
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        word, _, tag = line.partition(" ")
        if word.isascii() and word.isalpha() and word.islower() and len(word) > 1 and tag.split(" ")[0] in CLASSES:
            classes[word] = CLASSES[tag.split(" ")[0]]
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(HEADER + "".join(f"{word}\t{classes[word]}\n" for word in sorted(classes)), encoding="utf-8")


if __name__ == "__main__":
    main()
