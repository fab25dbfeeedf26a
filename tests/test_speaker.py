from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosstally.facts.context.attribution import speaker_of
from crosstally.facts.context.speaker import find_attributions
from crosstally.facts.lexicon import load
from crosstally.facts.words.sentences import sentence_spans

_VOCABULARY = load("speech")
_LISTS = ("says", "reports", "says_that", "role", "document", "body", "title", "beside", "auxiliary", "no_name")
_HEADS = ("role", "body", "no_name")  # words that open the example


def _read(text: str) -> list[tuple[str, str]]:
    return [(a.speaker, text[a.start : a.end].strip()) for a in find_attributions(text, sentence_spans(text))]


@pytest.mark.parametrize("table", _LISTS)
def test_every_word_of_a_list_explains_its_example(table: str) -> None:
    entry = _VOCABULARY[table]
    for listed in entry["words"]:
        word = listed[0].upper() + listed[1:] if table in _HEADS else listed
        expected = (entry["speaker"].format(word), entry["said"].format(word))
        assert [expected] == _read(entry["example"].format(word)), listed


@pytest.mark.parametrize("table", ["unsaid", "alone"])
def test_words_that_take_a_saying_back(table: str) -> None:
    entry = _VOCABULARY[table]
    for word in entry["words"]:
        assert _read(entry["example"].format(word.capitalize())) == [], word


@pytest.mark.parametrize("sentence", _VOCABULARY["sentence"], ids=lambda sentence: str(sentence["text"])[:40])
def test_sentences_of_the_vocabulary(sentence: dict[str, str]) -> None:
    assert [(sentence["speaker"], sentence["said"])] == _read(sentence["text"])


@pytest.mark.parametrize("sentence", _VOCABULARY["silent"]["sentences"])
def test_nobody_speaks(sentence: str) -> None:
    assert _read(sentence) == []


@pytest.mark.parametrize(
    ("text", "figure", "speaker"),
    [
        ("Iva Rostova is mayor. “We lost 12 men,” Rostova said.", "12", "Iva Rostova"),
        ("Iva Rostova is mayor. She said 12 men died.", "12", "Iva Rostova"),
        ("Iva Rostova said it rained. Police said 12 died. “They fought for 3 hours,” she said.", "3", "Iva Rostova"),
        ("Police said it rained. They said 12 men died.", "12", "Police"),
        ("The Ministry of Health and Population said 12 died.", "12", "Ministry of Health and Population"),
        ("He fled the town of Velt and police said 12 died.", "12", "police"),
        ("Bo Rusk, 25, who was in the same bath as Ana Vell, said 12 died.", "12", "Bo Rusk"),
        ("The mill, based in Velt, Ohio, said 12 died.", "12", "mill"),
        ("Chief Bo Rusk said 9 are safe and one death confirmed. He said 12 men were missing.", "12", "Bo Rusk"),
        ("Vell Air confirmed 9 men died, but said 12 survived.", "12", "Vell Air"),
        ("Bo Rusk called two men suspects and said 12 died.", "12", "Bo Rusk"),
        ("It hurt 12 men, according to accounts of nurses obtained Thursday.", "12", "accounts of nurses"),
        ("“We lost 12 men,” Ana Vell, a cook, told the Wire.", "12", "Ana Vell"),
        ("It was near Vell Road. Police said 12 men died. Later, Police said 14 did.", "12", "Police"),
        ("While police estimated 800 marchers, organisers claimed 12,000.", "800", "police"),
        ("While police estimated 800 marchers, organisers claimed 12,000.", "12,000", "organisers"),
        ("Police estimated 800 marchers, while organisers claimed 12,000.", "12,000", "organisers"),
        ("“It was bad,” Rostova said. “We lost 12 men.”", "12", "Rostova"),
        ("“It was bad,” Rostova said.\n\n“We lost 12 men. It took 3 hours.”", "3", "Rostova"),
        ("“It was bad.\n\n“We lost 12 men. It took hours,” Rostova said.", "12", "Rostova"),
        ("“We lost 12 men!” Rostova snapped.", "12", "Rostova"),
        ("Twelve died, police said, and 5 were hurt.", "5", "police"),
        ("Officials said 12 died, but the mayor said 15.", "12", "Officials"),
        ("Officials said 12 died, but the mayor said 15.", "15", "mayor"),
        ("Iva Rostova, a nurse, said rescuers said 12 died.", "12", "rescuers"),
        ("The storm killed 12 people, and according to Rostova, 5 boats sank.", "5", "Rostova"),
        ("The storm killed 12 people, and according to Rostova, 5 boats sank.", "12", None),
        ("“It is over,” Rostova told reporters as she saw the site of a fire that killed 12.", "12", None),
        ("Rostova said it was over. The fire killed 12.", "12", None),
        (
            "“We saw it all, Rostova wrote. The fire killed 12.\n" + "It burned on. " * 90 + "The 3 “heroes” left.",
            "3",
            None,
        ),
        ("A nurse who works at the camp later said there were 12 tents.", "12", "nurse"),
        ("Sir Jon Strand's lawyer said 12 men died.", "12", "Sir Jon Strand's lawyer"),
        ("Residents at the camp said 12 men died.", "12", "Residents"),
        ("Ukraine says those strikes killed 12 and wounded over 100.", "100", "Ukraine"),
        ("The rains, which officials said killed 12, went on.", "12", "officials"),
        ("Police: 12 dead", "12", "Police"),
        ("Police: 2024: $12m; 2025: $14m", "12", None),
    ],
)
def test_who_vouches_for_a_figure(text: str, figure: str, speaker: str | None) -> None:
    assert speaker == speaker_of(find_attributions(text, sentence_spans(text)), text.index(figure))


_PIECES = [
    "Iva Rostova",
    "police",
    "said",
    "told",
    " that ",
    "12",
    ", ",
    ". ",
    "“",
    "”",
    '"',
    ":",
    "he",
    "according to",
    " who ",
    "\n",
    "adding",
    "(",
    ")",
]


@given(st.text() | st.lists(st.sampled_from(_PIECES)).map(" ".join) | st.lists(st.sampled_from(_PIECES)).map("".join))
def test_any_text_gives_spans_in_order_that_do_not_overlap(text: str) -> None:
    done = 0
    for attribution in find_attributions(text, sentence_spans(text)):
        assert done <= attribution.start < attribution.end <= len(text)
        assert attribution.speaker.strip()
        done = attribution.end
