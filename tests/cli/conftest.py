"""What tests of more than one command begin with."""

from pathlib import Path

import pytest

from waivers import FEES


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a folder with one manifest, of which a waiver can cover one broken rule."""
    (tmp_path / "fees.yaml").write_text(FEES, encoding="utf-8")
    return tmp_path
