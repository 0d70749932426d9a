"""Where policies and examples are found; that every install finds the same: test_packaging."""

import pytest

from algocheck import resources
from algocheck.errors import BundleError
from support import ROOT


def test_a_clone_finds_its_policies_and_examples_at_its_root():
    assert resources.policies() == ROOT / "policies"
    assert resources.examples() == ROOT / "manifests" / "examples"
    assert resources.passes() == ROOT / "manifests" / "passes"


def test_what_the_package_carries_comes_before_what_lies_around_it(tmp_path, monkeypatch):
    package = tmp_path / "site" / "algocheck"
    (package / "policies").mkdir(parents=True)
    (tmp_path / "policies").mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", package)
    monkeypatch.setattr(resources, "_CLONE", tmp_path)

    assert resources.policies() == package / "policies"


def test_an_install_without_policies_says_so_and_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "package")
    monkeypatch.setattr(resources, "_CLONE", tmp_path / "clone")

    with pytest.raises(BundleError, match=r"no policies at .*: install it again"):
        resources.policies()
