"""What a check reads for itself, its waivers and its baseline, is no file that it passed over."""

import json

import pytest

from support import AT
from waivers import FEES, file_of, waiver

CHECK = ("check", "--rule", "HO-09", *AT)
BASELINE = "algocheck.baseline.json"


@pytest.fixture
def project(tmp_path, algocheck):
    """Make a folder as people have it: a manifest, a baseline, waivers and a configuration."""
    (tmp_path / "fees.yaml").write_text(FEES, encoding="utf-8")
    assert algocheck("baseline", "create", "fees.yaml", *AT).returncode == 0
    (tmp_path / "waivers.yaml").write_bytes(file_of(waiver()))
    (tmp_path / "algocheck.toml").write_text('fail-on = "high"\n', encoding="utf-8")
    return tmp_path


def skipped(algocheck, *words):
    """Check; return how many files it says are no manifests."""
    done = algocheck(*CHECK, *words, "--format", "json")
    assert done.returncode == 0, done.stderr + done.stdout
    return json.loads(done.stdout)["counts"]["skipped_files"]


@pytest.mark.usefixtures("project")
def test_the_files_of_a_check_are_not_counted_in_the_folder_that_is_checked(algocheck):
    done = algocheck(*CHECK, ".")

    assert "no manifest" not in done.stdout
    assert "1 manifest: 1 waived - 1 point waived" in done.stdout
    assert skipped(algocheck, ".") == 0


def test_another_file_of_that_name_is_counted(algocheck, project):
    (project / "old").mkdir()
    (project / "old" / "waivers.yaml").write_bytes(file_of(waiver()))
    (project / "old" / BASELINE).write_bytes((project / BASELINE).read_bytes())

    assert skipped(algocheck, ".") == 2
    assert skipped(algocheck, "old", "fees.yaml") == 2


def test_the_usual_file_is_counted_when_another_is_used(algocheck, project):
    (project / "council.yaml").write_bytes(file_of(waiver()))
    (project / "then.json").write_bytes((project / BASELINE).read_bytes())

    assert skipped(algocheck, ".", "--waivers", "council.yaml") == 2
    assert skipped(algocheck, ".", "--waivers", "council.yaml", "--baseline", "then.json") == 2


def test_a_link_to_it_is_the_file_itself(algocheck, project):
    (project / "again.yaml").symlink_to("waivers.yaml")

    assert skipped(algocheck, "again.yaml", "fees.yaml", "--skip-others") == 0


def test_many_files_are_counted_the_same_by_several_processes(algocheck, project):
    for number in range(30):
        text = FEES.replace("id: fees", f"id: fees-{number}").replace("none", "tested")
        (project / f"fees-{number}.yaml").write_text(text, encoding="utf-8")
        (project / f"list-{number}.json").write_text("[]", encoding="utf-8")

    counts = {skipped(algocheck, ".", "--unknown", "warn", "--jobs", jobs) for jobs in ("1", "2")}

    assert counts == {30}


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("others", [(), ("--skip-others",)], ids=["named", "pre-commit"])
def test_a_commit_that_names_them_beside_a_manifest_is_checked_without_them(algocheck, others):
    assert skipped(algocheck, "fees.yaml", "waivers.yaml", BASELINE, *others) == 0


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("file", ["waivers.yaml", BASELINE])
def test_a_commit_of_one_of_them_alone_checks_nothing_and_says_so(algocheck, file):
    hook = algocheck(*CHECK, "--skip-others", file)
    by_hand = algocheck(*CHECK, file)

    said = "the file named is no manifest; nothing was checked"
    assert (hook.returncode, hook.stdout) == (0, f"algocheck: {said}\n")
    assert (by_hand.returncode, by_hand.stdout) == (2, "")
    assert "no manifests found, so nothing was checked" in by_hand.stderr


def test_a_folder_with_nothing_else_in_it_is_no_pass(algocheck, project):
    (project / "fees.yaml").unlink()

    for options in ((), ("--skip-others",)):
        assert algocheck(*CHECK, ".", *options).returncode == 2


def test_a_calendar_counts_as_a_check_does(algocheck, project):
    (project / BASELINE).unlink()  # a calendar reads none
    done = algocheck("calendar", ".", "waivers.yaml", *AT)

    assert done.returncode == 0
    assert "no manifest" not in done.stdout
