"""Keep what is open today apart from what comes after it, with the command as people run it."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import jsonschema_rs
import pytest

import waivers
from algocheck.baseline.reading import schema
from algocheck.resources import examples
from support import AT, Algocheck, clean_environment, modules_of_a_check
from waivers import file_of, waiver

FILE = "algocheck.baseline.json"
FEES = "manifest_version: 1\nkind: deployment\nalgorithm: {id: fees, name: Fees}\n"
ANSWER = "decision: {effect: none, awb_decision: no}\n"
SLIP = "supplier: {internal: maybe}\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Make a folder with one manifest that answers nothing."""
    (tmp_path / "fees.yaml").write_text(FEES, "utf-8")
    return tmp_path


@pytest.fixture
def held(place: Path, algocheck: Algocheck) -> Path:
    """Make that folder, with a baseline."""
    done = algocheck("baseline", "create", ".", *AT, cwd=place)
    assert done.returncode == 0, done.stderr
    return place


def entries(place: Path, file: str = FILE) -> list[dict[str, object]]:
    document = json.loads((place / file).read_text("utf-8"))
    jsonschema_rs.validator_for(schema()).validate(document)
    found: list[dict[str, object]] = document["entries"]
    return found


def test_what_was_put_in_fails_no_check_and_is_counted_in_it(held, algocheck):
    before = algocheck("check", "fees.yaml", "--baseline", "none.json", *AT)
    done = algocheck("check", "fees.yaml", "--fail-on", "low", *AT)

    assert before.returncode == 2
    assert done.returncode == 0
    assert f"{len(entries(held))} points in the baseline" in done.stdout


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"<<<<<<< HEAD\nwaivers_version: 1\n", "waivers.yaml:"),
        (file_of(waiver(expires="2026-01-31")), "expired"),
    ],
)
def test_what_a_waiver_should_cover_is_not_taken_for_want_of_it(
    place, algocheck, content, complaint
):
    (place / "fees.yaml").write_text(waivers.FEES, "utf-8")
    (place / "waivers.yaml").write_bytes(content)

    done = algocheck("baseline", "create", ".", "--lang=en", *AT, cwd=place)

    assert done.returncode == 2
    assert complaint in done.stderr
    assert "mend the waiver or remove it first" in done.stderr
    assert not (place / FILE).exists()


def test_a_file_of_waivers_that_cannot_be_read_keeps_a_baseline_as_it_is(held, algocheck):
    before = (held / FILE).read_bytes()
    (held / "waivers.yaml").write_text("<<<<<<< HEAD\n", "utf-8")

    done = algocheck("baseline", "update", ".", "--accept-new", "--reason=new", *AT, cwd=held)

    assert done.returncode == 2
    assert (held / FILE).read_bytes() == before


@pytest.mark.usefixtures("place")
def test_without_a_baseline_the_same_manifest_fails(algocheck):
    assert algocheck("check", "fees.yaml", *AT).returncode == 1


def test_what_comes_after_it_fails(held, algocheck):
    (held / "fees.yaml").write_text(FEES + SLIP, "utf-8")
    done = algocheck("check", ".", *AT)

    assert done.returncode == 1
    assert "supplier.internal" in done.stdout


@pytest.mark.usefixtures("held")
def test_a_law_that_comes_into_force_opens_what_the_baseline_does_not_know(algocheck):
    done = algocheck("check", ".", "--at", "2030-08-02")

    assert done.returncode == 1
    assert "baseline/lapsed" in done.stdout


def test_create_takes_what_a_check_would_let_pass_too(place, algocheck):
    shutil.copy(examples() / "welfare-reexamination.yaml", place)
    (place / "algocheck.toml").write_text('fail-on = "critical"\nformat = "json"\n', "utf-8")
    algocheck("baseline", "create", ".", *AT)

    assert {"critical", "high", "medium"} <= {entry["severity"] for entry in entries(place)}


def test_create_leaves_alone_what_is_there(held, algocheck):
    before = (held / FILE).read_bytes()
    done = algocheck("baseline", "create", ".", *AT)

    assert done.returncode == 2
    assert "algocheck baseline update" in done.stderr
    assert (held / FILE).read_bytes() == before


def test_create_with_nothing_open_says_so(tmp_path, algocheck):
    shutil.copy(examples() / "parking-permits.yaml", tmp_path)
    done = algocheck("baseline", "create", ".", *AT)

    assert done.returncode == 0
    assert "nothing is open" in done.stdout
    assert entries(tmp_path) == []
    assert algocheck("check", ".", *AT).returncode == 0


@pytest.mark.parametrize("paths", [(), (".",), ("notes.yaml",)])
def test_where_nothing_is_checked_nothing_is_written(tmp_path, algocheck, paths):
    (tmp_path / "notes.yaml").write_text("title: no manifest\n", "utf-8")
    done = algocheck("baseline", "create", *paths, "--output", "b.json", *AT)

    if paths == ("notes.yaml",):  # what was named outright is a manifest that cannot be read
        assert done.returncode == 0
        assert entries(tmp_path, "b.json") == []
        assert "no baseline may hold it" in done.stdout
        return
    assert done.returncode == 2
    assert not (tmp_path / "b.json").exists()


def test_update_lets_it_shrink(held, algocheck):
    before = entries(held)
    (held / "fees.yaml").write_text(FEES + ANSWER, "utf-8")
    checked = algocheck("check", ".", *AT)
    strict = algocheck("check", ".", "--fail-on", "low", *AT)
    done = algocheck("baseline", "update", ".", *AT)

    assert "baseline/solved" in checked.stdout
    assert (checked.returncode, strict.returncode) == (0, 1)
    assert done.returncode == 0
    assert re.search(r"points? (was|were) solved", done.stdout)
    assert "question/decision.effect" in done.stdout
    assert len(entries(held)) < len(before)
    again = algocheck("check", ".", *AT)
    assert again.returncode == 0
    assert "baseline/" not in again.stdout


def test_update_refuses_what_is_new_and_drops_what_was_solved_all_the_same(held, algocheck):
    (held / "fees.yaml").write_text(FEES + ANSWER + SLIP, "utf-8")
    done = algocheck("baseline", "update", ".", *AT)

    assert done.returncode == 1
    assert "are new, and were not put in" in done.stdout
    assert "fees.yaml:5:22 schema/wrong-value" in done.stdout
    rules = {entry["rule"] for entry in entries(held)}
    assert "question/decision.effect" not in rules
    assert "schema/wrong-value" not in rules


def test_what_is_new_goes_in_for_a_reason(held, algocheck):
    (held / "fees.yaml").write_text(FEES + SLIP, "utf-8")
    reason = "the supplier\n answers  in May"
    done = algocheck("baseline", "update", ".", "--accept-new", "--reason", reason, *AT)

    assert done.returncode == 0
    (entry,) = [entry for entry in entries(held) if entry["rule"] == "schema/wrong-value"]
    assert entry["reason"] == "the supplier answers in May"
    assert algocheck("check", ".", *AT).returncode == 0


@pytest.mark.parametrize(
    "options",
    [
        ("--accept-new",),
        ("--accept-new", "--reason", "  "),
        ("--reason", "because"),
        ("--accept-new", "--reason", "x" * 1001),
        ("--forget", "parking"),
    ],
)
def test_an_update_that_cannot_be_meant_changes_nothing(held, algocheck, options):
    before = (held / FILE).read_bytes()
    done = algocheck("baseline", "update", ".", *options, *AT)

    assert done.returncode == 2
    assert (held / FILE).read_bytes() == before


def test_a_finding_that_nobody_may_leave_as_it_is_is_listed_and_stays_open(place, algocheck):
    shutil.copy(examples() / "welfare-reexamination.yaml", place)
    done = algocheck("baseline", "create", ".", *AT)

    assert done.returncode == 0
    assert "no baseline may hold" in done.stdout
    assert "equal_treatment/decisive-ethnicity" in done.stdout
    assert "equal_treatment/decisive-ethnicity" not in {each["rule"] for each in entries(place)}
    assert algocheck("check", ".", *AT).returncode == 1


def test_an_entry_that_somebody_added_for_such_a_finding_covers_nothing(held, algocheck):
    from algocheck.model import fingerprint_of

    document = json.loads((held / FILE).read_text("utf-8"))
    added = {"rule": "governance/prohibited-practice", "subject": "system#absent"}
    (entry,) = document["entries"][:1]
    entry = {key: entry[key] for key in ("manifest", "severity", "since")} | added
    entry["fingerprint"] = fingerprint_of(entry["rule"], entry["manifest"], entry["subject"])
    document["entries"].append(entry)
    (held / FILE).write_text(json.dumps(document), "utf-8")
    done = algocheck("check", ".", *AT)

    assert done.returncode == 1
    assert "baseline/inadmissible" in done.stdout


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("words", [("check",), ("baseline", "update")], ids=" ".join)
def test_a_baseline_that_is_named_and_not_there_is_no_silent_pass(algocheck, words):
    done = algocheck(*words, ".", "--baseline", "old.json", *AT)

    assert done.returncode == 2
    assert "old.json" in done.stderr
    assert "algocheck baseline create" in done.stderr


def test_a_baseline_that_was_edited_is_no_verdict(held, algocheck):
    file = held / FILE
    file.write_text(file.read_text("utf-8").replace('"manifest": "fees"', '"manifest": "fines"'))
    done = algocheck("check", ".", *AT)

    assert done.returncode == 2
    assert f"{FILE}: entries[1].fingerprint" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_configuration_names_it_relative_to_itself(place, algocheck):
    (place / "algocheck.toml").write_text('baseline = "kept/known.json"\n', "utf-8")
    (place / "kept").mkdir()
    below = place / "algorithms"
    below.mkdir()
    shutil.move(place / "fees.yaml", below)
    created = algocheck("baseline", "create", ".", *AT, cwd=below)
    shown = algocheck("baseline", "show", *AT, cwd=below)
    checked = algocheck("check", ".", *AT, cwd=below)

    assert [each.returncode for each in (created, shown, checked)] == [0, 0, 0]
    assert entries(place, "kept/known.json")


def test_the_environment_names_it_for_every_command(place, algocheck):
    env = {"ALGOCHECK_BASELINE": "known.json"}
    for words in (("baseline", "create", "."), ("check", "."), ("baseline", "update", ".")):
        assert algocheck(*words, *AT, env=env).returncode == 0
    assert "known.json" in algocheck("baseline", "show", *AT, env=env).stdout
    assert not (place / FILE).exists()


def test_a_setting_of_a_check_is_none_of_a_baseline_and_a_misspelt_one_is_refused(place, algocheck):
    (place / "algocheck.toml").write_text('theme = "privacy"\nunknown = "warn"\n', "utf-8")
    assert algocheck("baseline", "create", ".", *AT).returncode == 0
    themes = {rule for entry in entries(place) for rule in entry.get("rules", ())}  # type: ignore[attr-defined]
    assert len({str(rule).partition("/")[0] for rule in themes}) > 1

    (place / "algocheck.toml").write_text("accept-new = true\n", "utf-8")
    assert algocheck("baseline", "update", ".", *AT).returncode == 2


def test_show_counts_the_days_since_an_entry_was_made(held, algocheck):
    done = algocheck("baseline", "show", "--at", "2026-12-24", "--format", "json")
    shown = json.loads(done.stdout)

    assert done.returncode == 0
    assert {row["days"] for row in shown["rows"]} == {31}
    assert shown["points"] == len(entries(held)) == sum(shown["severities"].values())


@pytest.mark.usefixtures("held")
def test_show_is_made_for_eighty_columns(algocheck):
    done = algocheck("baseline", "show", FILE, "--at", "2026-12-24")

    assert all(len(line) <= 80 for line in done.stdout.splitlines())
    assert "31 days" in done.stdout


def test_show_without_a_baseline_says_how_to_make_one(algocheck):
    done = algocheck("baseline", "show")

    assert done.returncode == 2
    assert "algocheck baseline create" in done.stderr


@pytest.mark.usefixtures("held")
def test_the_baseline_itself_is_no_manifest(algocheck):
    alone = algocheck("check", FILE, "--skip-others", *AT)
    among = algocheck("check", ".", *AT)

    assert alone.returncode == 0
    assert "is no manifest" in alone.stdout
    assert "1 manifest" in among.stdout


def test_a_disk_that_is_full_leaves_the_baseline_whole(held, command):
    resource = pytest.importorskip("resource")  # Windows has no such limits
    before = (held / FILE).read_bytes()
    (held / "fees.yaml").write_text(FEES + ANSWER, "utf-8")

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (512, 512))

    done = subprocess.run(
        [command, "baseline", "update", ".", *AT, "--jobs", "1"],
        cwd=held,
        env=clean_environment() | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        preexec_fn=little_room,
        timeout=600,
        check=False,
    )

    assert done.returncode == 2, done.stderr
    assert f"{FILE}: the baseline cannot be written" in done.stderr
    assert (held / FILE).read_bytes() == before
    assert sorted(file.name for file in held.iterdir()) == [FILE, "fees.yaml"]


def test_a_check_without_a_baseline_imports_nothing_of_it(place):
    imported = modules_of_a_check("fees.yaml", place)

    assert "algocheck.cli.check" in imported
    assert not [name for name in imported if name.startswith("algocheck.baseline")]


def test_fifty_records_of_the_register_are_taken_up_as_they_are(tmp_path, algocheck, shared_data):
    records = shared_data / "register-records" / "init_testdata.parsed.json"
    assert algocheck("register", "import", records, "--to", "all").returncode == 0
    (tmp_path / "fifty").mkdir()
    for number, file in enumerate(sorted((tmp_path / "all").rglob("*.yaml"))[:50]):
        shutil.copy(file, tmp_path / "fifty" / f"{number}.yaml")

    before = algocheck("check", "fifty", "--format", "json=before.json", *AT)
    created = algocheck("baseline", "create", "fifty", *AT)
    after = algocheck("check", "fifty", "--fail-on", "low", "--format", "json=after.json", *AT)
    updated = algocheck("baseline", "update", "fifty", *AT)

    assert [each.returncode for each in (before, created, after, updated)] == [1, 0, 0, 0]
    report = json.loads((tmp_path / "before.json").read_text("utf-8"))
    kinds = ("faults", "findings", "questions")
    points = sum(len(manifest[kind]) for manifest in report["manifests"] for kind in kinds)
    assert len(report["manifests"]) == 50
    assert points > 500
    assert f"{points} points of 50 manifests" in created.stdout
    assert sum(int(str(entry.get("times", 1))) for entry in entries(tmp_path)) == points
    report = json.loads((tmp_path / "after.json").read_text("utf-8"))
    assert {manifest["status"] for manifest in report["manifests"]} == {"baselined"}
