from __future__ import annotations

from told import told

from crosstally.facts.fact import Fact
from crosstally.rules.alignment.alignment import align

SEIZED = "The frigate stopped three boats in the gulf and seized 26 pirates."


FIGURES = {"26": 26, "five": 5, "three": 3}


def counted(source: str, quote: str, noun: str | None, text: str, measure: str = "count") -> Fact:
    return told(source, quote, FIGURES[quote.lower().split()[0]], measure, text=text, counted=noun)


def together(*facts: Fact) -> bool:
    return len(align(facts)) == 1


def test_people_of_a_rare_number_are_the_same_under_another_noun() -> None:
    pirates = counted("a", "26 pirates", "pirate", SEIZED, "arrested")
    assert together(pirates, counted("b", "26 crew", "crew", "The three boats had 26 crew on board in the gulf."))
    few = counted("a", "five pirates", "pirate", "The frigate in the gulf seized five pirates.", "arrested")
    assert not together(few, counted("b", "five crew", "crew", "On the three boats there were five crew."))


def test_a_bare_number_is_what_others_count_in_the_same_words() -> None:
    text = "While two of them got away, the frigate stopped the remaining three{} and searched them, an officer said."
    boats = counted("a", "three boats", "boat", text.format(" boats"))
    assert together(boats, counted("b", "three", None, text.format("")))
    assert not together(boats, counted("b", "three", None, "Asked about it, three declined."))


def test_a_bare_number_is_no_toll_of_the_event() -> None:
    text = "Three{} were caught in the blast at the mill."
    dead = counted("a", "Three people", "person", text.format(" people"), "killed")
    assert not together(dead, counted("b", "Three", None, text.format("")))
