import json
from importlib.resources import files

import pytest

from algocheck.manifest.recognise import (
    BLOCKS,
    FRAME,
    TELLING,
    is_browser_extension,
    may_be_manifest,
    mentions,
    near_miss,
)

COMPOSE = b"version: '3'\nservices:\n  decision-maker:\n    image: algorithm/v1\n"
CONFIG_MAP = b"apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata: {a: b}\n"


def key_of_near_miss(value):
    found = near_miss(value)
    assert found
    return found[0]


def test_the_blocks_are_those_of_the_schema():
    schema = json.loads(files("algocheck.manifest.schema").joinpath("v1.json").read_bytes())

    assert schema["properties"].keys() - BLOCKS == {FRAME, "kind", "language"}
    assert schema["properties"].keys() >= BLOCKS
    assert TELLING < BLOCKS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "latin-1"])
def test_a_manifest_is_recognised_in_any_encoding(encoding):
    assert mentions("# é\nmanifest_version: 1".encode(encoding))
    assert may_be_manifest("# é\nmanifest_version: 1".encode(encoding))


@pytest.mark.parametrize(
    "content", [b"", COMPOSE, CONFIG_MAP, b'{"name": "x", "version": "1.0.0"}']
)
def test_other_files_are_known_from_a_look_at_their_bytes(content):
    assert not may_be_manifest(content)


@pytest.mark.parametrize(
    "key",
    [
        "manifest_verison",
        "manifest-version",
        "manifestVersion",
        "Manifest Version",
        "mainfest_version",
    ],
)
def test_a_misspelt_version_is_a_near_miss(key):
    assert may_be_manifest(f"{key}: 1".encode())
    assert key_of_near_miss({key: 1}) == key


@pytest.mark.parametrize(
    "content",
    [b"kind: supplier\nalgorithm:\n  name: x", b'{"ai_act":{"role":"provider"},"data":{}}'],
)
def test_two_blocks_without_a_version_are_worth_a_look(content):
    assert may_be_manifest(content)


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ({"kind": "deployment", "algorithm": {"name": "x"}}, "algorithm"),
        ({"data": {}, "legal_basis": []}, "data"),
    ],
)
def test_two_blocks_without_a_version_are_a_near_miss(value, key):
    assert key_of_near_miss(value) == key


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        "manifest_verison",
        {},
        {"apiVersion": "v1", "kind": "ConfigMap", "data": {}},
        {"algorithm": "PPO", "data": "x.csv"},
        {"data": {}, "purpose": {}, "privacy": {}},
        {"algorithm": {"name": "x"}},
        {"version": 1},
        {"m" * 10_000: 1},
        {"manifest_version": 2},
    ],
)
def test_anything_else_is_no_near_miss(value):
    assert near_miss(value) is None


def test_an_extension_of_a_browser_has_a_manifest_version_of_its_own():
    assert is_browser_extension({"manifest_version": 3, "name": "x", "version": "1.0"})
    assert not is_browser_extension(
        {"manifest_version": 1, "algorithm": {}, "name": 1, "version": 2}
    )
    assert not is_browser_extension({"manifest_version": 1})
