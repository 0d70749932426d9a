"""Certificates: whom we trust, and who we are."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from algocheck.engine.opa import start
from algocheck.errors import EngineError, UsageError
from algocheck.words import say
from opas import Opa, answer_to, asking, small
from support import absent

ENTRYPOINT = "algocheck.main.evaluation"
QUESTION = {"manifest": {}, "today": "2027-01-01"}


class Pair(NamedTuple):
    """A certificate and its key."""

    certificate: Path
    key: Path


class Papers(NamedTuple):
    """What one authority signed."""

    ca: Path
    server: Pair
    misnamed: Pair
    expired: Pair
    client: Pair
    locked: Pair


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    """Make an authority, and certificates that are right and wrong."""
    if not shutil.which("openssl"):
        absent("no openssl: install it")
    folder = tmp_path_factory.mktemp("papers")
    ca = pair(folder, "ca", "basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign")
    server, misnamed = "subjectAltName=IP:127.0.0.1", "subjectAltName=DNS:other.example.org"
    client = pair(folder, "client", "extendedKeyUsage=clientAuth", ca=ca)
    locked = folder / "locked.key"
    openssl("pkey", "-in", client.key, "-aes256", "-passout", "pass:secret", "-out", locked)
    return Papers(
        ca.certificate,
        pair(folder, "server", server, ca=ca),
        pair(folder, "misnamed", misnamed, ca=ca),
        pair(folder, "expired", server, ca=ca, days=-1),
        client,
        Pair(client.certificate, locked),
    )


def pair(folder: Path, name: str, *extensions: str, ca: Pair | None = None, days: int = 2) -> Pair:
    made = Pair(folder / f"{name}.crt", folder / f"{name}.key")
    request, asked = folder / f"{name}.csr", folder / f"{name}.extensions"
    asked.write_text("\n".join(extensions))
    curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    openssl("req", "-new", *curve, "-subj", f"/CN={name}", "-keyout", made.key, "-out", request)
    by = ("-CA", ca.certificate, "-CAkey", ca.key) if ca else ("-signkey", made.key)
    openssl(
        *("x509", "-req", "-in", request, *by, "-CAcreateserial", "-days", str(days)),
        *("-extfile", asked, "-out", made.certificate),
    )
    return made


def openssl(*arguments: str | Path) -> None:
    subprocess.run(["openssl", *arguments], check=True, capture_output=True)


def serving(opa: Path, folder: Path, own: Pair, *more: str) -> Opa:
    files = (f"--tls-cert-file={own.certificate}", f"--tls-private-key-file={own.key}")
    return Opa(opa, *files, *more, "--bundle", folder, scheme="https")


@pytest.fixture(scope="module")
def secure(opa: Path, small_folder: Path, papers: Papers) -> Iterator[Opa]:
    """Run an OPA that speaks TLS."""
    with serving(opa, small_folder, papers.server) as server:
        yield server


@pytest.fixture(scope="module")
def mutual(opa: Path, small_folder: Path, papers: Papers) -> Iterator[Opa]:
    """Run an OPA that wants to see a certificate."""
    wants = ("--authentication=tls", f"--tls-ca-cert-file={papers.ca}")
    with serving(opa, small_folder, papers.server, *wants) as server:
        yield server


def ask_once(url: str, **more: object) -> object:
    engine = start(small(), asking(url, **more))
    try:
        return engine.query(ENTRYPOINT, QUESTION)
    finally:
        engine.close()


def refusal(url: str, **more: object) -> str:
    with pytest.raises(EngineError) as error:
        ask_once(url, **more)
    return str(error.value)


def test_a_server_that_our_authority_vouches_for_is_asked(secure: Opa, papers: Papers):
    assert ask_once(secure.url, ca=papers.ca) == answer_to(QUESTION)


def test_a_server_that_nobody_vouches_for_is_not_asked(secure: Opa):
    said = refusal(secure.url)

    assert "has a certificate that is not trusted (" in said
    assert "name the authority that signed it with --opa-ca" in said


def test_with_an_authority_of_our_own_no_other_counts(secure: Opa, papers: Papers):
    assert "is not trusted" in refusal(secure.url, ca=papers.client.certificate)


def test_a_certificate_in_the_environment_counts_for_nothing(
    secure: Opa, papers: Papers, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(papers.ca))
    monkeypatch.setenv("CURL_CA_BUNDLE", str(papers.ca))

    assert "is not trusted" in refusal(secure.url)


@pytest.mark.parametrize(
    ("which", "reason"), [("misnamed", "IP address mismatch"), ("expired", "has expired")]
)
def test_a_certificate_that_is_wrong_says_how(
    opa: Path, small_folder: Path, papers: Papers, which: str, reason: str
):
    with serving(opa, small_folder, getattr(papers, which)) as server:
        assert reason in refusal(server.url, ca=papers.ca, retries=2)


def test_a_server_that_wants_to_see_a_certificate_is_shown_ours(mutual: Opa, papers: Papers):
    own = {"certificate": papers.client.certificate, "key": papers.client.key}

    assert ask_once(mutual.url, ca=papers.ca, **own) == answer_to(QUESTION)


def test_without_a_certificate_such_a_server_is_not_asked(mutual: Opa, papers: Papers):
    assert "makes no secure connection (" in refusal(mutual.url, ca=papers.ca)


def test_https_to_a_server_that_speaks_http(running: Opa):
    url = running.url.replace("http:", "https:")

    assert "makes no secure connection" in refusal(url)


def test_http_to_a_server_that_speaks_https(secure: Opa):
    url = secure.url.replace("https:", "http:")

    assert "answers HTTP 400" in refusal(url)


def test_files_that_are_no_certificates_are_named(tmp_path: Path):
    nothing = tmp_path / "nothing.pem"
    nothing.write_text("nothing")
    for wrong in (nothing, tmp_path / "nowhere.pem"):
        with pytest.raises(UsageError, match=f"{wrong.name} holds no certificates"):
            ask_once("https://127.0.0.1:1", ca=wrong)
        with pytest.raises(UsageError, match=f"certificate .*{wrong.name} cannot be used"):
            ask_once("https://127.0.0.1:1", certificate=wrong)


def test_a_file_of_certificates_that_is_not_there_is_told_in_our_words(tmp_path: Path):
    for what in ("ca", "certificate"):
        with pytest.raises(UsageError, match=r"\(it is not there, or a folder above it") as error:
            ask_once("https://127.0.0.1:1", **{what: tmp_path / "nowhere.pem"})

        assert "(het is er niet, of een map erboven is er niet)" in say(error.value.message, "nl")


def test_a_key_that_is_locked_is_refused_and_nobody_is_asked_for_a_password(papers: Papers):
    own = {"certificate": papers.locked.certificate, "key": papers.locked.key}
    with pytest.raises(UsageError, match="the key without a password"):
        ask_once("https://127.0.0.1:1", **own)


def test_certificates_that_nothing_would_look_at_are_an_error(papers: Papers):
    with pytest.raises(UsageError, match="no address begins with https:"):
        ask_once("http://127.0.0.1:1", ca=papers.ca)
