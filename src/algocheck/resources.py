"""Find the policies and examples that belong to this copy of algocheck.

A wheel, and with it every ordinary and pre-commit install, carries them inside
the package. A clone and its editable install keep them at the root of the clone.
"""

from pathlib import Path

from algocheck.errors import BundleError

_PACKAGE = Path(__file__).parent
_CLONE = _PACKAGE.parents[1]


def policies() -> Path:
    """Return the folder that is the root of the shipped bundle; `BundleError` if there is none."""
    return _folder("policies", "policies")


def examples() -> Path:
    """Return the folder of example manifests; `BundleError` if there is none."""
    return _folder("examples", "manifests/examples")


def passes() -> Path:
    """Return the folder with what passes each rule; `BundleError` if there is none."""
    return _folder("passes", "manifests/passes")


def _folder(packaged: str, cloned: str) -> Path:
    for folder in (_PACKAGE / packaged, _CLONE / cloned):
        if folder.is_dir():
            return folder
    raise BundleError("resources.missing", name=packaged, path=str(_PACKAGE / packaged))
