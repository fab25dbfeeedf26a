from __future__ import annotations

from told import document

from crosstally.rules.policy.copies import copy_groups, independent

WIRE = (
    "A ferry carrying holidaymakers ran aground on a sandbank outside the harbour on Sunday, the coast guard said. "
    "Nobody drowned, but eleven passengers were treated for shock and two crew members for broken ribs. "
    "The captain told investigators that a buoy had drifted in the night."
)
OWN = (
    "Holidaymakers spent four hours on a sandbank before tugs pulled their ferry free. Passengers praised the crew, "
    "who handed out tea and blankets. An inquiry into the position of a buoy has begun, the harbour master told us."
)


def test_a_cut_reprint_is_a_copy() -> None:
    reprint = "HARBOUR — " + WIRE.partition(" The captain")[0]
    documents = [document("Wire", WIRE), document("Reprint", reprint), document("Own", OWN)]
    assert {"Wire.txt": "Wire.txt", "Reprint.txt": "Wire.txt", "Own.txt": "Own.txt"} == copy_groups(documents)


def test_two_texts_of_one_agency_need_less_in_common() -> None:
    shared = WIRE[: len(WIRE) // 2]
    one = f"COASTVILLE (AP) — {shared} Divers were sent down and found no damage to the hull of the vessel at all."
    two = f"{shared} Ticket sales are closed for the week and refunds are promised by the owners of the line."
    assert copy_groups([document("a", one), document("b", f"(AP) {two}")])["b.txt"] == "a.txt"


def test_texts_too_short_for_a_shingle_copy_nobody() -> None:
    assert {"a.txt": "a.txt", "b.txt": "b.txt"} == copy_groups(
        [document("a", "Three dead"), document("b", "Three dead")]
    )


def test_copies_and_one_source_count_once() -> None:
    documents = [document("Wire", WIRE), document("Reprint", WIRE), document("Own", OWN)]
    second = document("Own", "Another text", doc_id="Own2.txt")
    copies = copy_groups(documents)
    assert independent([*documents, second], copies) == 2
    assert independent(documents[:2], copies) == 1
    assert independent([], {}) == 0
