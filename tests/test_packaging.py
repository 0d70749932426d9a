"""What a user gets is what stands in the clone: wheel, ordinary install, editable install."""

import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from email.parser import Parser
from pathlib import Path, PurePosixPath

import pytest
from packaging.requirements import Requirement

from support import AT, PRINT_DIGEST, ROOT, clean_environment, copy_of_the_project

LARGE = 500_000
"""Bytes; what tools leave behind is, and a clone has it for ever."""


@pytest.fixture(scope="session")
def project(tmp_path_factory):
    return copy_of_the_project(tmp_path_factory.mktemp("clone"))


@pytest.fixture(scope="session")
def wheel(project, tmp_path_factory):
    """Build the wheel with the hatchling that is installed: no network is asked."""
    out = tmp_path_factory.mktemp("dist")
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", out, project)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def contents(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return {PurePosixPath(name) for name in archive.namelist()}


@pytest.fixture(scope="session")
def from_wheel(wheel, tmp_path_factory):
    return install(tmp_path_factory.mktemp("from-wheel"), wheel)


@pytest.fixture(scope="session")
def from_clone(project, tmp_path_factory):
    return install(tmp_path_factory.mktemp("from-clone"), "--editable", project)


def test_what_git_keeps_was_written_by_us_and_is_not_large():
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    if listed.returncode:
        pytest.skip("this is no git repository")
    files = [ROOT / name for name in listed.stdout.split("\0") if name]
    large = [str(file) for file in files if file.is_file() and file.stat().st_size > LARGE]

    assert len(files) > 500
    assert large == []


def install(folder, *what):
    """Install *what* into an environment of its own; the libraries are those of the tests."""
    venv.create(folder, symlinks=True)
    variables = {"base": str(folder), "platbase": str(folder)}
    site = Path(sysconfig.get_path("purelib", vars=variables))
    # A path, not a link to our environment: its own .pth files, and so our own
    # editable algocheck, are not followed.
    libraries = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (site / "libraries.pth").write_text("\n".join(sorted(libraries)))
    scripts = Path(sysconfig.get_path("scripts", vars=variables))
    python = scripts / Path(sys.executable).name
    pip("--python", python, "install", "--no-deps", "--no-index", "--no-build-isolation", *what)
    return scripts


def pip(*arguments):
    run(sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments)


def run(*command, codes=(0,)):
    done = subprocess.run(
        list(map(str, command)),
        env=clean_environment(),
        cwd=Path(sys.executable).anchor,  # nowhere near the clone
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in codes, done.stdout + done.stderr
    return done.stdout


def below(folder, packaged):
    """Name the files below *folder* as they are named in a wheel, without tests of policies."""
    return {
        PurePosixPath(packaged, file.relative_to(folder).as_posix())
        for file in folder.rglob("*")
        if file.is_file() and not file.name.endswith("_test.rego")
    }


def test_the_wheel_carries_the_package_its_schema_and_its_words(contents, project):
    package = below(project / "src" / "algocheck", "algocheck")

    for needed in ("py.typed", "manifest/schema/v1.json", "words/resources.json"):
        assert PurePosixPath("algocheck", needed) in package
    assert package <= contents


@pytest.mark.parametrize(
    ("packaged", "cloned"),
    [
        ("policies", "policies"),
        ("examples", "manifests/examples"),
        ("passes", "manifests/passes"),
    ],
)
def test_the_wheel_carries_what_stands_at_the_root_of_the_clone(
    contents, project, packaged, cloned
):
    at_the_root = below(project / cloned, PurePosixPath("algocheck", packaged))

    assert at_the_root
    assert {path for path in contents if path.parts[:2] == ("algocheck", packaged)} == at_the_root


def test_the_wheel_carries_no_tests_and_nothing_beside_the_package(contents):
    tests = {path for path in contents if path.match("*_test.rego") or path.match("test_*")}

    assert list((ROOT / "policies").rglob("*_test.rego"))
    assert tests == set()
    assert {path.parts[0].partition("-")[0] for path in contents} == {"algocheck"}


def test_the_wheel_names_its_licence_and_asks_for_what_the_project_file_says(wheel):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
        metadata = Parser().parsestr(archive.read(name).decode())

    assert metadata["License-Expression"] == "EUPL-1.2"
    assert metadata["Requires-Python"] == project["requires-python"]
    assert {normal(line) for line in metadata.get_all("Requires-Dist", [])} == {
        normal(line) for line in project["dependencies"]
    }


def normal(requirement):
    parsed = Requirement(requirement)
    return parsed.name.lower(), frozenset(str(parsed.specifier).split(","))


def test_a_wheel_and_an_editable_install_find_the_same_policies_and_examples(
    from_wheel, from_clone
):
    digests = {run(scripts / "python", "-c", PRINT_DIGEST) for scripts in (from_wheel, from_clone)}

    assert len(digests) == 1


def test_an_installed_algocheck_says_which_it_is_wherever_it_came_from(from_wheel, from_clone):
    told = {run(scripts / "algocheck", "--version") for scripts in (from_wheel, from_clone)}

    assert len(told) == 1
    (line,) = told
    assert line.startswith("algocheck ")
    assert "bundle" in line
    assert "regorus" in line


def test_an_installed_algocheck_checks_the_examples_it_carries(from_wheel):
    where = "from algocheck import resources; print(resources.examples())"
    examples = run(from_wheel / "python", "-c", where).strip()

    report = run(from_wheel / "algocheck", "check", examples, *AT, codes=(0, 1))

    assert Path(examples).is_relative_to(from_wheel.parent)
    assert report
