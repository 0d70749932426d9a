"""Sentences: each says what stands there and what to write instead, in plain words."""

import pytest

from algocheck.manifest.shape import check_shape
from algocheck.words import say
from manifests import with_frame

OR_NONE = "or write none or unknown"
ANNEX = "1, 2, 3, 4a, 4b, 5a, 5b, 5c, 5d, 6, 7, 8, none or unknown"
SAID = {
    "decision: {effect: legl}": (
        'wrong-value decision.effect is "legl":'
        " choose legal, significant, factual, none or unknown; did you mean legal?"
    ),
    "decision: {profiling: ja}": (
        'wrong-value decision.profiling is "ja": choose yes, no or unknown; did you mean yes?'
    ),
    "decision: {effect: true}": (
        "wrong-value decision.effect is true: choose legal, significant, factual, none or unknown"
    ),
    "decision: {profiling: ''}": (
        "wrong-value decision.profiling is empty: leave it out, or choose yes, no or unknown"
    ),
    "decision: {profiling: [yes]}": (
        "wrong-type decision.profiling is a list, and one value is needed:"
        " choose yes, no or unknown"
    ),
    "decision: {profiling: 'false'}": (
        'wrong-value decision.profiling is "false": choose yes, no or unknown; did you mean no?'
    ),
    "ai_act: {annex_iii: [1, 5a]}": (
        "wrong-type an item of ai_act.annex_iii is 1 without quotes, which is a number:"
        ' put it in quotes, "1"'
    ),
    "ai_act: {annex_iii: [9]}": (f"wrong-value an item of ai_act.annex_iii is 9: choose {ANNEX}"),
    "algorithm_: 1": 'unknown-key "algorithm_" is no field of the top level of the manifest:'
    " did you mean algorithm?",
    "decision: {uses: advice}": (
        'wrong-type decision.uses is "advice", and a list is needed:'
        f" write it as a list, [advice], {OR_NONE}"
    ),
    "decision: {uses: {advice: yes}}": (
        "wrong-type decision.uses is a group of fields, and a list is needed:"
        f" put a dash before each item, {OR_NONE}"
    ),
    "decision: {uses: ''}": (
        'wrong-type decision.uses is "", and a list is needed:'
        f" put a dash before each item, {OR_NONE}"
    ),
    "legal_protection: {objection: 'no'}": (
        'wrong-type legal_protection.objection is "no", and a group of fields is needed: write'
        f" its fields below it, indented, such as procedure_url: ..., {OR_NONE}"
    ),
    "legal_protection: [objection]": (
        "wrong-type legal_protection is a list, and a group of fields is needed:"
        f" write its fields below it without dashes, {OR_NONE}"
    ),
    "legal_basis: [Awb 1:3]": (
        'wrong-type an item of legal_basis is "Awb 1:3", and a group of fields is needed:'
        " write its fields below it, indented, such as title: ..."
    ),
    "provenance: {original: text}": (
        'wrong-type provenance.original is "text", and a group of fields is needed: write its'
        f" fields below it, indented, such as key: ..., {OR_NONE}"
    ),
    "human_oversight: {minutes_per_case: 5 min}": (
        'wrong-type human_oversight.minutes_per_case is "5 min", and a number is needed:'
        f" write it without quotes or unit, with a point for decimals, {OR_NONE}"
    ),
    "procurement: {change_notice_days: 1.5}": (
        "wrong-type procurement.change_notice_days is 1.5, and a whole number is needed:"
        f" write it without quotes, unit or decimals, {OR_NONE}"
    ),
    "supplier: {kvk: 12345678}": (
        "wrong-type supplier.kvk is the number 12345678, and text is needed:"
        " put it in quotes, with any zeros in front"
    ),
    "supplier: {product: {version: 1.10}}": (
        "wrong-type supplier.product.version is the number 1.1, and text is needed:"
        " put it in quotes, with all its zeros (as a number, 1.10 becomes 1.1)"
    ),
    "purpose: {goal: true}": (
        "wrong-type purpose.goal is true, and text is needed:"
        " write what you mean in words, or none or unknown"
    ),
    "purpose: {goal: [safety]}": (
        "wrong-type purpose.goal is a list, and one text is needed:"
        " write it behind the colon, without dashes or fields of its own"
    ),
    "supplier: {kvk: '1234'}": (
        'wrong-format supplier.kvk is "1234": write 8 digits, such as 12345678'
    ),
    "ai_act: {fria_notified_on: 1 May}": (
        'wrong-format ai_act.fria_notified_on is "1 May":'
        " write the day as year-month-day, such as 2026-03-01"
    ),
    "ai_act: {fria_notified_on: 2023-02-29}": (
        'wrong-format ai_act.fria_notified_on is "2023-02-29",'
        " a day that is not in the calendar: write a day that exists"
    ),
    "ai_act: {fria_notified_on: ''}": (
        f"wrong-format ai_act.fria_notified_on is empty: leave it out, {OR_NONE}"
    ),
    "organization: {tooi_id: gm0363}": (
        'wrong-format organization.tooi_id is "gm0363": write the whole link,'
        " such as https://identifier.overheid.nl/tooi/id/gemeente/gm0363"
    ),
    "inclusion: {languages: [Dutch]}": (
        'wrong-format an item of inclusion.languages is "Dutch": write the code of the'
        " language, two or three small letters, such as nl"
    ),
    "evidence: [{sha256: abc}]": (
        'wrong-format evidence[].sha256 is "abc": write the SHA-256 digest:'
        " 64 characters, each a digit or a letter from a to f in lower case"
    ),
    f"organization: {{name: {'x' * 101}}}": (
        "too-long organization.name has 101 characters, and 100 is the most: shorten it"
    ),
    f"decision: {{effect: {'x' * 101}}}": (
        f'wrong-value decision.effect is "{"x" * 59}…":'
        " choose legal, significant, factual, none or unknown"
    ),
    "decision: {colour: blue}": (
        'unknown-key "colour" is no field of decision: take it out,'
        " or look up the field with the command algocheck schema"
    ),
    "status: in_use": (
        'unknown-key "status" is no field of the top level of the manifest: it belongs in algorithm'
    ),
    "decision.effect: legal": (
        'unknown-key "decision.effect" is no field of the top level of the manifest:'
        " it belongs in decision"
    ),
    "decision: {evidence: []}": (
        'unknown-key "evidence" is no field of decision:'
        " it belongs in the top level of the manifest"
    ),
    "system: {self-learning: yes}": (
        'unknown-key "self-learning" is no field of system: did you mean self_learning?'
    ),
    '"a\\e[31m": 1': (
        'unknown-key "a\\x1b[31m" is no field of the top level of the manifest: take it out,'
        " or look up the field with the command algocheck schema"
    ),
}


@pytest.mark.parametrize("yaml", SAID)
def test_a_fault_is_told_in_a_plain_sentence(yaml: str) -> None:
    read = with_frame(yaml + "\n")

    (fault,) = check_shape(read).faults

    assert fault.problem
    assert f"{fault.rule.id.removeprefix('schema/')} {say(fault.problem, 'en')}" == SAID[yaml]


def test_in_dutch_the_sentence_is_dutch_and_the_fields_stay_as_they_are_written() -> None:
    (fault,) = check_shape(with_frame("decision: {effect: legl}\n")).faults

    assert fault.problem
    assert say(fault.problem, "nl") == (
        'decision.effect is "legl": kies legal, significant, factual, none of unknown;'
        " bedoelde u legal?"
    )


def test_a_fault_carries_the_value_that_was_found() -> None:
    (fault,) = check_shape(with_frame("decision: {effect: legl}\n")).faults

    assert (fault.path, fault.found) == (("decision", "effect"), "legl")
    assert fault.location.pointer == "/decision/effect"


def test_a_key_that_resembles_a_field_and_is_one_elsewhere_may_be_either() -> None:
    (fault,) = check_shape(with_frame("organization: {contact_role: clerk}\n")).faults

    assert fault.problem
    assert say(fault.problem, "en").endswith(
        ": did you mean contact, or does it belong in chain.parties[]?"
    )
