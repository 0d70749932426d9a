"""`algocheck waive` writes what the limits allow, refuses the rest, and says what comes of it."""

import os
import subprocess
import sys

import pytest

from support import clean_environment
from waivers import FEES, GOOD

DAY = ("--at", "2026-11-23")
LINE = 8
"""Where the first waiver of a new file begins."""


@pytest.fixture
def project(tmp_path):
    (tmp_path / "fees.yaml").write_text(FEES, encoding="utf-8")
    return tmp_path


@pytest.fixture
def waive(algocheck, project):
    def run(*more, **changes):
        given = {
            ("role" if key == "decided_by_role" else key): value for key, value in GOOD.items()
        }
        options = [
            part
            for key, value in (given | changes).items()
            if value is not None
            for part in (f"--{key}", value)
        ]
        return algocheck("waive", *more, *options, *DAY, cwd=project)

    return run


def test_it_is_written_and_the_check_passes(waive, algocheck, project):
    before = algocheck("check", ".", "--rule", "HO-09", *DAY, cwd=project)
    done = waive(rule="HO-09")
    after = algocheck("check", ".", "--rule", "HO-09", *DAY, cwd=project)

    assert (before.returncode, done.returncode, after.returncode) == (1, 0, 0)
    assert f"waivers.yaml:{LINE}: the waiver is written" in done.stdout
    assert "Until 2027-01-31 it covers human_oversight/no-stop-procedure in fees" in done.stdout
    assert "other points are open in fees" in done.stdout
    assert "WAIVED" in after.stdout


def test_the_new_file_says_what_it_is_and_fits_its_schema(waive, algocheck, project):
    said = waive("--lang", "nl").stdout
    command = next(line for line in said.splitlines() if "schema --waivers" in line).split()
    schema = algocheck(*command[1:-2]).stdout
    (project / command[-1]).write_text(schema, encoding="utf-8")

    text = (project / "waivers.yaml").read_text(encoding="utf-8")
    assert text.startswith(f"# yaml-language-server: $schema={command[-1]}\n# Uitzonderingen: ")
    subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--schemafile", command[-1], "waivers.yaml"],
        cwd=project,
        check=True,
        capture_output=True,
    )
    assert "schema --waivers" not in waive(expires="2027-02-01").stdout


def test_twice_the_same_is_once(waive, project):
    waive()
    before = (project / "waivers.yaml").read_bytes()
    again = waive(rule="HO-09")

    assert again.returncode == 0
    assert "is there already" in again.stdout
    assert (project / "waivers.yaml").read_bytes() == before


def test_who_decides_again_replaces_the_waiver(waive, project):
    waive()
    before = (project / "waivers.yaml").read_text(encoding="utf-8")
    again = waive(expires="2027-03-31")

    assert again.returncode == 0
    assert "in" in again.stdout
    assert "counted until 2027-01-31" in again.stdout
    after = (project / "waivers.yaml").read_text(encoding="utf-8")
    assert after == before.replace("2027-01-31", "2027-03-31")


def test_an_expired_one_can_be_decided_again(waive, project):
    waive()
    (project / "waivers.yaml").write_text(
        (project / "waivers.yaml").read_text("utf-8").replace("2027-01-31", "2026-10-01"), "utf-8"
    )

    assert waive().returncode == 0


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"expires": "2028-01-31"}, "180 days from now at most, until 2027-05-22 (bundle alg"),
        ({"expires": "2026-11-01"}, "expired on 2026-11-01"),
        ({"role": "teamleider"}, '"teamleider" may not decide that what is high stays open'),
        ({"reason": "n.v.t."}, "which says nothing"),
        ({"place": "human_oversight"}, "it is open at human_oversight.stop_procedure"),
        ({"manifest": "fee"}, "no manifest here is called fee: did you mean fees?"),
        ({"rule": "HO-99"}, "no rule and no question is called HO-99"),
        ({"rule": "question/decision.effects"}, "did you mean question/decision.effect?"),
        ({"rule": "GV-01", "place": "algorithm.status"}, "nobody can waive governance/prohibited"),
        ({"rule": "question/ai_act.ai_system", "place": "ai_act.ai_system"}, "has to be answered"),
        ({"reason": " "}, "--reason is empty"),
        ({"expires": "soon"}, "soon"),
    ],
)
def test_what_may_not_be_is_refused_and_nothing_is_written(waive, project, changes, why):
    refused = waive(**changes)

    assert refused.returncode == 2
    assert why in refused.stderr
    assert refused.stdout == ""
    assert not (project / "waivers.yaml").exists()


def test_without_a_terminal_every_answer_is_an_option(waive, algocheck, project):
    assert "--rule, --manifest, --place" in algocheck("waive", cwd=project).stderr
    for key in ("rule", "manifest", "place", "reason", "role", "expires"):
        refused = waive(**{key: None})

        assert refused.returncode == 2
        assert f"add --{key}" in refused.stderr
    assert waive(reference=None).returncode == 0


def test_a_file_of_another_name_and_place(waive, project):
    (project / "decisions").mkdir()

    assert waive("--waivers", "decisions/open.yaml").returncode == 0
    assert (project / "decisions" / "open.yaml").is_file()


def test_the_configuration_says_where_and_not_what(waive, project):
    (project / "algocheck.toml").write_text(
        'waivers = "open.yaml"\nrule = ["EQ-01"]\nfail-on = "low"\n', encoding="utf-8"
    )

    assert waive().returncode == 0
    assert "no-stop-procedure" in (project / "open.yaml").read_text(encoding="utf-8")


def test_a_malformed_file_is_mended_first(waive, project):
    (project / "waivers.yaml").write_text("waivers: [\n", encoding="utf-8")
    refused = waive()

    assert refused.returncode == 2
    assert "waivers.yaml:2:1: mend this first" in refused.stderr
    assert (project / "waivers.yaml").read_text(encoding="utf-8") == "waivers: [\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_on_a_terminal_it_asks_for_what_is_missing(command, project):
    answers = [
        *("0", "1"),  # what
        *("", "de procedure wordt geschreven"),  # why
        "7",  # the seventh of those who may decide: the municipal secretary
        *("morgen", "2027-01-31"),  # until when
        "",  # no reference is needed
    ]
    said, done = on_a_terminal(
        [command, "waive", "--lang", "nl", "--rule", "HO-09", *DAY], project, answers
    )

    assert done == 0, said
    assert "hoog: human_oversight/no-stop-procedure in fees" in said
    assert "schrijf een getal van 1 tot en met 1" in said
    assert "schrijf de dag als jaar-maand-dag" in said
    assert "[2027-05-22]" in said
    text = (project / "waivers.yaml").read_text(encoding="utf-8")
    assert 'decided_by_role: "gemeentesecretaris"' in text
    assert 'expires: "2027-01-31"' in text
    assert "reference" not in text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_who_asks_for_nothing_in_particular_chooses_from_what_is_open(command, project):
    said, done = on_a_terminal([command, "waive", *DAY], project, ["99", "\x04"])

    assert done == 130
    assert "may never be waived" in said
    assert "write a number from 1 to " in said
    assert "prohibited-practice" not in said
    assert not (project / "waivers.yaml").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_what_is_waived_already_is_not_offered_again(command, waive, project):
    waive()

    said, _ = on_a_terminal([command, "waive", *DAY], project, ["\x04"])

    assert "unjustified" not in said
    assert "high: question/" in said
    assert "no-stop-procedure" not in said


def on_a_terminal(arguments, folder, answers):
    import pty

    ours, theirs = pty.openpty()
    os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
    done = subprocess.run(
        arguments,
        cwd=folder,
        env=clean_environment(),
        stdin=theirs,
        capture_output=True,
        timeout=60,
        check=False,
    )
    os.close(ours)
    os.close(theirs)
    return done.stdout.decode() + done.stderr.decode(), done.returncode
