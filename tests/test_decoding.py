from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosstally.errors import InputError
from crosstally.facts.source.decoding import decode, decoded_lines
from crosstally.facts.source.limits import LIMITS, Limits

TEXT = "Four people were killed in San José, police said. “It was chaos,” the mayor told reporters.\n"
HERE = Path("a.txt")


def read(data: bytes) -> tuple[str, list[str]]:
    notes: list[str] = []
    text = decode(data, HERE, notes.append)
    assert text == "".join(decoded_lines(io.BytesIO(data), HERE, notes.append, LIMITS))
    return text, list(dict.fromkeys(notes))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_the_bytes_declare_is_what_they_are(encoding: str) -> None:
    assert (TEXT, []) == read(TEXT.encode(encoding))


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (TEXT.encode("cp1252"), TEXT, "windows-1252"),
        ("Un café brûlé.".encode("latin-1"), "Un café brûlé.", "windows-1252"),
        ("Привет, мир. Погибли 12 человек.".encode("cp1251"), "Привет, мир. Погибли 12 человек.", "cp1251"),
    ],
)
def test_other_encodings_are_told_by_what_they_look_like(data: bytes, text: str, encoding: str) -> None:
    assert (text, [f"a.txt: not UTF-8, read as {encoding}"]) == read(data)


def test_utf_16_without_a_mark_is_no_row_of_zeros() -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        assert "killed 12" == decode("killed 12".encode(encoding), HERE, print)
        assert TEXT == decode(TEXT.encode(encoding), HERE, print)


def test_one_byte_of_another_encoding_does_not_spoil_the_others() -> None:
    assert "San José and a café" == read("San José and a ".encode() + b"caf\xe9")[0]


def test_what_is_no_text_is_refused_by_its_byte() -> None:
    with pytest.raises(InputError, match="byte 3 is 0xff"):
        decode(b"\0\1\2\xff", HERE, print)


def test_lines_end_however_they_end() -> None:
    assert ["a\r", "b\r\n", "c\n", "d\x85e"] == list(
        decoded_lines(io.BytesIO("a\rb\r\nc\nd\x85e".encode()), HERE, print, LIMITS)
    )


def test_a_line_without_an_end_does_not_fill_the_memory() -> None:
    with pytest.raises(InputError, match="its size is more than 10"):
        list(decoded_lines(io.BytesIO(b"x" * 11), HERE, print, Limits(size=10)))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40))
def test_utf_8_is_read_as_it_is(text: str) -> None:
    assert text.removeprefix("\ufeff") == decode(text.encode(), HERE, print)


@given(st.binary(max_size=60))
def test_no_bytes_whatever_raise_anything_else(data: bytes) -> None:
    with suppress(InputError):
        assert isinstance(decode(data, HERE, lambda _: None), str)
