"""What tests of a deployment share: the real opa, keys, signed bundles and servers."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy.bundles import Builder, Bundles, new_key
from deploy.deployed import Opa, Place
from deploy.servers import LogServer, WebServer
from support import absent


@pytest.fixture(scope="session")
def openssl() -> None:
    """Make sure of openssl, which makes the keys and certificates of these tests."""
    if not shutil.which("openssl"):
        absent("no openssl: install it")


@pytest.fixture(scope="session")
def key(openssl: None, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: ARG001
    """Make the key that signs bundles; its public half lies beside it."""
    return new_key(tmp_path_factory.mktemp("key"))


@pytest.fixture(scope="session")
def bundles(opa: Path, key: Path, tmp_path_factory: pytest.TempPathFactory) -> Bundles:
    """Build the policies as revisions ``first`` and ``second``."""
    builder = Builder(opa, tmp_path_factory.mktemp("bundles"), key)
    return Bundles(builder.build("first"), builder.build("second"), builder)


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[WebServer, LogServer]]:
    """Run a web server and a log server for the tests of a module."""
    web, logs = WebServer(tmp_path_factory.mktemp("web")), LogServer()
    yield web, logs
    web.stop()
    logs.stop()


@pytest.fixture(scope="module")
def deployed(
    opa: Path,
    key: Path,
    bundles: Bundles,
    servers: tuple[WebServer, LogServer],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Opa]:
    """Run OPA with the first revision, for tests that change nothing about it."""
    folder = tmp_path_factory.mktemp("deployed")
    place = Place(opa, folder / "secrets", folder / "state", *servers)
    place.fill_secrets(key.with_suffix(".pub"))
    place.web.publish(bundles.first)
    with Opa(place) as running:
        yield running.wait_until_ready()


@pytest.fixture
def place(opa: Path, key: Path, tmp_path: Path) -> Iterator[Place]:
    """Prepare folders and servers for an OPA that the test starts itself."""
    (tmp_path / "web").mkdir()
    web, logs = WebServer(tmp_path / "web"), LogServer()
    prepared = Place(opa, tmp_path / "secrets", tmp_path / "state", web, logs)
    prepared.fill_secrets(key.with_suffix(".pub"))
    yield prepared
    web.stop()
    logs.stop()
