"""Addresses are looked at before anything is sent to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algocheck.engine.opa.address import Address, address, addresses
from algocheck.engine.settings import Server
from algocheck.errors import UsageError


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("http://localhost:8181", Address("http://localhost:8181", "localhost", 8181, False)),
        ("http://localhost:8181/", Address("http://localhost:8181", "localhost", 8181, False)),
        ("https://opa.example", Address("https://opa.example", "opa.example", 443, True)),
        ("HTTPS://OPA.example/", Address("https://opa.example", "opa.example", 443, True)),
        ("http://[::1]:8181", Address("http://[::1]:8181", "[::1]", 8181, False)),
        ("https://a.example/opa/x/", Address("https://a.example/opa/x", "a.example", 443, True)),
    ],
)
def test_an_address_is_read(url: str, read: Address):
    assert address(url) == read


@pytest.mark.parametrize(
    "url",
    [
        *(
            "",
            "localhost",
            "localhost:8181",
            "//localhost",
            "http://",
            "http:///v1",
            "http://:8181",
        ),
        *("ftp://localhost", "unix:///run/opa.sock", "file:///etc/passwd", "javascript:1"),
        *("http://localhost:0", "http://localhost:65536", "http://localhost:x", "http://[::1"),
        *("http://localhost?a=b", "http://localhost#x", "http://localhost/?", "http://localhost/#"),
        *("http://local host", "http://localhost/a b", "http://localhost/\x1b[31m", " http://a"),
        *("http://localhost/a%2fb", "http://localhost/..;/x", "http://localhost/a//b"),
    ],
)
def test_what_is_no_address_is_refused(url: str):
    with pytest.raises(UsageError, match="no address of an OPA server") as error:
        address(url)

    assert str(error.value).isprintable()


def test_a_password_in_an_address_is_refused_and_not_repeated():
    with pytest.raises(UsageError, match=r"the address of opa\.example holds a user name") as error:
        address("https://somebody:secret@opa.example")

    assert "secret" not in str(error.value)


@given(url=st.text() | st.text().map("http://{}".format))
def test_any_text_is_an_address_or_a_usage_error(url: str):
    try:
        read = address(url)
    except UsageError as error:
        assert str(error).isprintable()  # noqa: PT017 -- most texts are no address
    else:
        assert address(read.url) == read


@pytest.mark.parametrize(
    "url", ["http://localhost:1", "http://127.0.0.9", "http://[::1]", "https://opa.example"]
)
def test_a_token_may_go_where_nobody_else_can_read_it(url: str):
    assert addresses(Server((url,), token="secret"))  # noqa: S106 -- of nobody


@pytest.mark.parametrize(
    "url", ["http://opa.example", "http://127.0.0.1.example", "http://localhost.example"]
)
def test_a_token_may_not_go_elsewhere_in_the_clear(url: str):
    with pytest.raises(UsageError, match="a token would be readable on its way") as error:
        addresses(Server(("https://opa.example", url), token="secret"))  # noqa: S106 -- of nobody

    assert "secret" not in str(error.value)
    assert addresses(Server((url,)))
