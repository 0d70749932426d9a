"""The recipe of docs/ci.md: a draft may be kept, what is broken may not, and there is a gate."""

import pytest

from ci.documented import block

DRAFT = "manifest_version: 1\nkind: deployment\nalgorithm: {id: parking-permits}\n"
"""Nothing in it is broken, and nothing is answered."""

BROKEN = f"{DRAFT}kind: supplier\n"


@pytest.fixture
def repository(new_repository):
    """Make a repository that uses the recipe."""
    (used,) = block(".pre-commit-config.yaml").value["repos"]
    return new_repository(*used["hooks"])


def test_a_draft_is_committed_and_the_gate_asks_for_its_answers(repository):
    repository.write({"algorithms/parking.yaml": DRAFT})

    committed = repository.try_to_commit()
    gate = repository.pre_commit("run", "--hook-stage", "manual", "algocheck-all")

    assert committed.returncode == 0, committed.stdout
    assert gate.returncode == 1, gate.stdout
    assert "exit code: 1" in gate.stdout


def test_what_is_broken_is_not_committed(repository):
    repository.write({"algorithms/parking.yaml": BROKEN})

    refused = repository.try_to_commit()

    assert refused.returncode == 1, refused.stdout
    assert "algorithms/parking.yaml:4:1" in refused.stdout


def test_a_change_of_the_waivers_alone_is_held_against_the_limits(repository):
    repository.write({"algorithms/parking.yaml": DRAFT})
    repository.try_to_commit()
    waiver = (
        "{rule: TR-10, manifest: parking-permits, place: '', reason: not now, "
        "decided_by_role: whoever, expires: '2099-01-01'}"
    )
    repository.write({"waivers.yaml": f"waivers_version: 1\nwaivers: [{waiver}]\n"})

    refused = repository.try_to_commit()

    assert refused.returncode == 1, refused.stdout
    assert "waivers.yaml" in refused.stdout
