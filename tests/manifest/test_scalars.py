import json
import math

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from algocheck.manifest.scalars import resolve, resolve_elsewhere


@pytest.mark.parametrize(
    ("written", "here", "elsewhere"),
    [
        ("0777", 777, 511),
        ("0o17", 15, "0o17"),
        ("1_000", "1_000", 1000),
        ("12:30:45", "12:30:45", 45045),
        ("10:30", "10:30", 630),
        ("-1:30", "-1:30", -90),
        ("190:20:30.15", "190:20:30.15", 685230.15),
        ("1e3", 1000.0, "1e3"),
        ("1.5e3", 1500.0, "1.5e3"),
        ("-.5", -0.5, "-.5"),
        ("08", 8, "08"),
        ("0b11", "0b11", 3),
        ("-0x1F", "-0x1F", -31),
        ("685_230.15", "685_230.15", 685230.15),
        ("on", "on", True),
        ("Off", "Off", False),
    ],
)
def test_some_scalars_differ_between_the_versions_of_yaml(written, here, elsewhere):
    assert resolve(written) == here
    assert resolve_elsewhere(written) == elsewhere


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("nULL", "nULL"),
        ("true", True),
        ("FALSE", False),
        ("tRUE", "tRUE"),
        ("0", 0),
        ("-12", -12),
        ("+1", 1),
        ("007", 7),
        ("0x1F", 31),
        ("1.10", 1.1),
        (".5", 0.5),
        ("1.", 1.0),
        ("1.5E+3", 1500.0),
        (".inf", math.inf),
        ("-.INF", -math.inf),
        ("2024-01-01", "2024-01-01"),
        ("0612345678", 612345678),
        ("1.2.3", "1.2.3"),
        ("-", "-"),
        (".", "."),
        ("1 000", "1 000"),
        ("1234 AB", "1234 AB"),
    ],
)
def test_most_scalars_have_one_reading(written, value):
    assert resolve(written) == value
    assert type(resolve(written)) is type(value)


@pytest.mark.parametrize("written", ["yes", "No", "y", "n", "Y", "N"])
def test_words_for_yes_and_no_are_text_in_either_reading(written):
    assert resolve(written) == resolve_elsewhere(written) == written


def test_no_number_is_computed_from_more_digits_than_64_bits_can_need():
    for number in (resolve("9" * 10_000), resolve_elsewhere("9:" + "9:" * 10_000 + "9")):
        assert isinstance(number, int)
        assert number > 2**64


@given(st.text(alphabet="0123456789+-._:exobEXOB", min_size=1, max_size=9))
def test_the_other_reading_is_that_of_pyyaml(written):
    try:
        theirs = yaml.safe_load(f"[{written}]")[0]
    except (yaml.YAMLError, ValueError, AttributeError):
        return  # it is no plain scalar, or PyYAML trips over a number of its own
    if isinstance(theirs, str | int | float) and not isinstance(theirs, bool):
        ours = resolve_elsewhere(written)
        assert type(ours) is type(theirs)
        assert ours == theirs or ours != ours  # noqa: PLR0124 -- nan is not itself


@given(st.from_regex(r"[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]{1,2})?", fullmatch=True))
def test_what_json_calls_a_number_is_that_number(written):
    assert resolve(written) == json.loads(written.lstrip("+"))
