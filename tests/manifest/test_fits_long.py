"""The quick look: it never says yes where a validator says no."""

from typing import Any

import jsonschema
import jsonschema_rs
import pytest
from hypothesis import given, settings

from algocheck.manifest.formats import FORMATS
from algocheck.manifest.schema import schema
from algocheck.manifest.schema.fits import fits, matches
from manifests import EVERYTHING, FRAME, mutated

RUST = jsonschema_rs.validator_for(schema(), formats=dict(FORMATS), validate_formats=True)


def python() -> jsonschema.Draft202012Validator:
    formats = jsonschema.FormatChecker(formats=())
    for name, holds in FORMATS.items():
        formats.checks(name)(lambda value, holds=holds: not isinstance(value, str) or holds(value))
    return jsonschema.Draft202012Validator(schema(), format_checker=formats)


PYTHON = python()


def test_a_manifest_that_states_everything_fits() -> None:
    assert fits(EVERYTHING, schema())
    assert PYTHON.is_valid(EVERYTHING)
    assert RUST.is_valid(EVERYTHING)


@settings(max_examples=10000)
@given(mutated())
def test_it_answers_as_two_validators_do(manifest: dict[str, Any]) -> None:
    answer = fits(manifest, schema())

    assert answer == RUST.is_valid(manifest)
    # Python's own `$` takes a newline behind it, which this schema never means to.
    assert answer == PYTHON.is_valid(manifest) or "\\n" in repr(manifest)


@pytest.mark.parametrize("number", [3.0, 1e300])
def test_a_whole_number_with_a_point_is_left_to_the_validator(number: float) -> None:
    manifest = FRAME | {"chain": {"incident_notice_hours": number}}

    assert PYTHON.is_valid(manifest)
    assert not fits(manifest, schema())


@pytest.mark.parametrize("value", [object(), b"bytes", (1, 2), {"a", "b"}])
def test_what_is_no_json_never_fits(value: object) -> None:
    assert not fits(FRAME | {"purpose": {"goal": value}}, schema())


def test_a_pattern_takes_no_newline_at_the_end() -> None:
    assert matches("^[0-9]{4}$", "2024")
    assert not matches("^[0-9]{4}$", "2024\n")
