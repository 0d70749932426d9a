"""A file is told by the address under which a service finds it."""

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algocheck.report.paths import STDIN, relative, uri

ROOT = "/home/runner/work/repo"


@pytest.mark.parametrize(
    ("file", "root", "seen"),
    [
        ("a.yaml", ROOT, "a.yaml"),
        ("sub/a.yaml", "", "sub/a.yaml"),
        (f"{ROOT}/sub/a.yaml", ROOT, "sub/a.yaml"),
        (f"{ROOT}-2/a.yaml", ROOT, f"{ROOT}-2/a.yaml"),
        ("/elsewhere/a.yaml", ROOT, "/elsewhere/a.yaml"),
        ("sub/../a.yaml", ROOT, "a.yaml"),
        ("../repo/a.yaml", ROOT, "a.yaml"),
        ("../other/a.yaml", ROOT, "/home/runner/work/other/a.yaml"),
        ("../a.yaml", "", "../a.yaml"),
        ("a..b/c.yaml", ROOT, "a..b/c.yaml"),
        ("/a.yaml", "/", "a.yaml"),
        ("C:/repo/a.yaml", "C:/repo", "a.yaml"),
        (STDIN, ROOT, STDIN),
    ],
)
def test_a_path_is_told_from_the_folder_of_the_run(file, root, seen):
    assert relative(file, root) == seen


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("manifests/a.yaml", "manifests/a.yaml"),
        ("my manifests/é.yaml", "my%20manifests/%C3%A9.yaml"),
        ("50%.yaml", "50%25.yaml"),
        ("a#b?c.yaml", "a%23b%3Fc.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        ("a\\b.yaml", "a%5Cb.yaml"),
        ("/home/a b.yaml", "file:///home/a%20b.yaml"),
        ("C:/my files/a.yaml", "file:///C:/my%20files/a.yaml"),
        ("//server/share/a.yaml", "file://server/share/a.yaml"),
        (STDIN, "stdin"),
    ],
)
def test_a_path_is_an_address_with_everything_else_escaped(file, address):
    assert uri(file) == address


@given(st.text(min_size=1))
def test_any_path_is_an_address_of_plain_ascii_that_leads_back_to_it(file):
    address = uri(file)

    assert address.isascii()
    assert address.isprintable()
    assert not set(address) & set(' <>"\\^`{|}#?')
    if file.isprintable() and file != STDIN and not file.startswith("//"):
        path = urlsplit(address).path if address.startswith("file:") else address
        assert unquote(path).removeprefix("/").endswith(file.removeprefix("/"))
