"""A municipality: a repository with hooks, waivers, a baseline, merge requests and a calendar."""

import json

import yaml

from changing import example, line_of, stating
from judges import ical
from repositories import repository
from support import TODAY

PARKING = example("parking-permits")
UNSTOPPABLE = stating(PARKING, stop_procedure="none")
UNAPPEALABLE = stating(PARKING, remedy="none")
FILE = "algorithms/parking-permits.yaml"
LEGACY = "algorithms/legacy.yaml"
BASELINE = "algocheck.baseline.json"
LATER = "2027-02-01"
STOP = ("human_oversight/no-stop-procedure", "human_oversight.stop_procedure")
COURT = ("legal_protection/no-objection-route", "legal_protection.remedy")

CHATBOT = example("chatbot")
"""It breaks one rule, and that was so before anybody checked it."""


def hook_on(day):
    return {"id": "algocheck", "args": ["--at", day]}


def gate_on(day):
    return {"id": "algocheck-all", "args": ["--at", day], "stages": ["manual"]}


def waiver_of(rule, place):
    return {
        "rule": rule,
        "manifest": "parkeervergunningen",
        "place": place,
        "reason": "De procedure wordt geschreven; tot die tijd stopt de helpdesk het systeem.",
        "decided_by_role": "college van burgemeester en wethouders",
        "expires": "2027-01-31",
        "reference": "Z-2026-0417",
    }


def waive(run, folder, rule, place):
    given = waiver_of(rule, place)
    given["role"] = given.pop("decided_by_role")
    return run(folder, "waive", ".", *(f"--{key}={value}" for key, value in given.items()))


def test_a_commit_is_refused_until_somebody_answers_for_it_and_again_when_that_ends(
    new_repository, run
):
    repo = new_repository(hook_on(TODAY), gate_on(TODAY))
    repo.write({FILE: PARKING})
    assert repo.try_to_commit().returncode == 0
    assert repo.commits == 1

    # A line is changed, and the rule that it breaks is told with its place.
    repo.write({FILE: UNSTOPPABLE})
    refused = repo.try_to_commit()
    assert refused.returncode == 1
    assert f"{FILE}:{line_of(UNSTOPPABLE, 'stop_procedure')}:3" in refused.stdout
    assert "human_oversight/no-stop-procedure (HO-09)" in refused.stdout
    assert repo.commits == 1

    # Who may decide it lets it through, for a while; the gate of the whole repository agrees.
    written = waive(run, repo.folder, *STOP)
    assert written.returncode == 0, written.stderr
    accepted = repo.try_to_commit()
    assert accepted.returncode == 0, accepted.stdout
    assert repo.commits == 2
    gate = ("run", "--hook-stage", "manual", "--verbose", "algocheck-all")
    told = repo.pre_commit(*gate)
    assert told.returncode == 0, told.stdout
    assert "1 manifest: 1 waived - 1 point waived" in told.stdout

    # The day after its last one, it counts for nothing.
    config = repo.folder / ".pre-commit-config.yaml"
    repo.write({config.name: config.read_text("utf-8").replace(TODAY, LATER)})
    repo.write({FILE: f"{UNSTOPPABLE}# nothing has changed\n"})
    expired = repo.try_to_commit()
    assert expired.returncode == 1
    for said in ("waiver/expired", "waivers.yaml:13:14", "(HO-09)"):
        assert said in expired.stdout
    assert repo.commits == 2
    assert repo.pre_commit(*gate).returncode == 1


def test_what_nobody_may_waive_is_refused_however_it_is_written(new_repository, run):
    repo = new_repository(hook_on(TODAY))
    repo.write({FILE: UNAPPEALABLE})

    refused = waive(run, repo.folder, *COURT)
    assert refused.returncode == 2
    assert "nobody can waive legal_protection/no-objection-route" in refused.stderr
    assert not (repo.folder / "waivers.yaml").exists()

    by_hand = {"waivers_version": 1, "waivers": [waiver_of(*COURT)]}
    repo.write({"waivers.yaml": yaml.safe_dump(by_hand, allow_unicode=True)})
    committed = repo.try_to_commit()
    assert committed.returncode == 1
    assert "waiver/inadmissible" in committed.stdout
    assert "(LP-01)" in committed.stdout
    assert repo.commits == 0


def test_what_was_there_already_is_taken_in_and_can_only_become_less(new_repository, run):
    repo = new_repository(hook_on(TODAY), gate_on(TODAY))
    baseline = repo.folder / BASELINE

    def held():
        return {entry["rule"] for entry in json.loads(baseline.read_text("utf-8"))["entries"]}

    def committed(**facts):
        repo.write({LEGACY: stating(CHATBOT, **facts)})
        return repo.try_to_commit()

    legacy = {"complaint_url": "unknown"}
    assert committed(**legacy).returncode == 1
    created = run(repo.folder, "baseline", "create", ".")
    assert created.returncode == 0, created.stderr
    assert held() == {"transparency/undisclosed-ai", "question/legal_protection.complaint_url"}
    assert committed(**legacy).returncode == 0
    gate = repo.pre_commit("run", "--hook-stage", "manual", "--verbose", "algocheck-all")
    assert gate.returncode == 0, gate.stdout
    assert "1 manifest: 1 in the baseline" in gate.stdout

    # What comes after it is refused, by the hook and by the baseline.
    worse = committed(**legacy, gdpr_basis="none")
    assert worse.returncode == 1
    assert "privacy/no-lawful-basis" in worse.stdout
    assert "transparency/undisclosed-ai" not in worse.stdout
    refused = run(repo.folder, "baseline", "update", ".")
    assert refused.returncode == 1
    assert "privacy/no-lawful-basis" in refused.stdout
    assert "privacy/no-lawful-basis" not in held()

    # What is mended goes out of it, and the smaller file is committed.
    before = baseline.stat().st_size
    assert committed(ai_interaction_disclosed="yes").returncode == 0
    strict = run(repo.folder, "check", ".", "--fail-on", "low")
    assert (strict.returncode, "baseline/solved" in strict.stdout) == (1, True)
    updated = run(repo.folder, "baseline", "update", ".")
    assert updated.returncode == 0, updated.stdout
    assert held() == set()
    assert baseline.stat().st_size < before
    assert repo.try_to_commit("the baseline shrinks").returncode == 0
    assert BASELINE in repo.git("show", "--stat", "--format=", "HEAD")
    assert committed(ai_interaction_disclosed="no").returncode == 1

    # Growth needs a reason, and the reason stays.
    accepted = ("--accept-new", "--reason", "the supplier answers in March")
    assert run(repo.folder, "baseline", "update", ".").returncode == 1
    assert run(repo.folder, "baseline", "update", ".", *accepted).returncode == 0
    assert held() == {"transparency/undisclosed-ai"}
    assert "the supplier answers in March" in baseline.read_text("utf-8")
    assert repo.try_to_commit().returncode == 0


def test_a_merge_request_is_about_what_it_changed(tmp_path, run):
    repo = repository(tmp_path / "repository", {FILE: PARKING, LEGACY: CHATBOT})
    repo.git("switch", "--quiet", "--create", "work")

    def checked(*files):
        done = run(
            repo.folder, "check", ".", "--since", "main", "--format=text", "--format=json=r.json"
        )
        report = json.loads((repo.folder / "r.json").read_text("utf-8"))
        (repo.folder / "r.json").unlink()
        assert [each["file"] for each in report["manifests"]] == list(files), done.stdout
        return done

    assert checked().returncode == 0
    repo.commit({FILE: f"{PARKING}# read again\n"})
    assert checked(FILE).returncode == 0
    repo.commit({FILE: UNSTOPPABLE})
    assert checked(FILE).returncode == 1

    # A waiver bears on every manifest, so what others left open is told as well.
    assert waive(run, repo.folder, *STOP).returncode == 0
    repo.commit()
    everything = checked(LEGACY, FILE)
    assert everything.returncode == 1
    assert "waivers.yaml bears on every manifest and was not in git at main" in everything.stderr
    assert "2 manifests: 1 not compliant, 1 waived - 1 point waived" in everything.stdout


def test_its_days_are_in_a_calendar_that_calendars_read(tmp_path, run, ical_parser):
    repo = repository(tmp_path / "repository", {FILE: UNSTOPPABLE})
    assert waive(run, repo.folder, *STOP).returncode == 0

    done = run(repo.folder, "calendar", ".", "--format=ical=algorithms.ics", "--lang=nl")

    assert done.returncode == 0, done.stderr
    events = ical.read(ical_parser, (repo.folder / "algorithms.ics").read_text("utf-8"))["events"]
    days = {each["day"]: each["summary"] for each in events}
    assert days["2027-01-31"] == (
        f"laatste dag van de uitzondering op {STOP[0]}: Verlenen van parkeervergunningen"
    )
    assert "2027-09-30" in days  # the next review of its assessment
