"""`algocheck waive` writes what the limits allow, refuses the rest, and says what comes of it."""

import subprocess
import sys
from itertools import chain

import pytest

from support import AT, on_a_terminal, ran
from waivers import FEES, GOOD

HERE = ("--rule", "HO-09", "--manifest", "fees", "--place", "human_oversight.stop_procedure")
OPTION = {"decided_by_role": "role"}
LINE = 8
"""Where the first waiver of a new file begins."""


@pytest.fixture
def waive(algocheck, project):
    """Waive what is open in the project, by options alone; None leaves one out."""

    def run(*more, **changes):
        given = {OPTION.get(key, key): value for key, value in GOOD.items()} | changes
        options = [(f"--{key}", value) for key, value in given.items() if value is not None]
        return algocheck("waive", *more, *chain(*options), *AT, cwd=project)

    return run


@pytest.fixture
def converse(command, project):
    """Waive at a terminal with answers; return the exit code, and all that was said."""

    def run(answers, *more):
        done = on_a_terminal([command, "waive", *more, *AT], project, answers)
        return done.returncode, done.stdout + done.stderr

    return run


def located(said):
    """Return the obstacles that were named, a line each."""
    return [line.removeprefix("  ") for line in said.splitlines() if line.startswith("  ")]


def assert_located(refused, beginnings):
    """Assert that these obstacles were named and no others, by how each begins."""
    told = located(refused.stderr)
    assert [line[: len(start)] for line, start in zip(told, beginnings, strict=True)] == beginnings


def test_it_is_written_and_the_check_passes(waive, algocheck, project):
    before = algocheck("check", ".", "--rule", "HO-09", *AT, cwd=project)
    done = waive(rule="HO-09")
    after = algocheck("check", ".", "--rule", "HO-09", *AT, cwd=project)

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


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
@pytest.mark.parametrize("blocks", [0, 1])
def test_a_full_disk_costs_no_decision(command, waive, project, blocks):
    waive()
    file = project / "waivers.yaml"
    file.write_bytes(file.read_bytes() + b"# " + b"what the council knows of " * 50 + b"\n")
    before = file.read_bytes()

    limited = ("-c", f'ulimit -f {blocks}; exec "$@"', "sh", command)
    options = chain(*((f"--{OPTION.get(key, key)}", value) for key, value in GOOD.items()))
    again = ran("sh", *limited, "waive", *options, "--expires", "2027-03-31", *AT, cwd=project)

    assert again.returncode == 2
    assert "waivers.yaml: " in again.stderr
    assert "mend that, or name another path" in again.stderr
    assert file.read_bytes() == before
    assert [each for each in project.iterdir() if each.suffix == ".tmp"] == []


def test_who_decides_again_replaces_the_waiver(waive, project):
    waive()
    before = (project / "waivers.yaml").read_text(encoding="utf-8")
    again = waive(expires="2027-03-31")

    assert again.returncode == 0
    assert "takes the place of the one that counted until 2027-01-31" in again.stdout
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
        ({"rule": "HO-99"}, "no rule and no question of this check is called HO-99"),
        ({"rule": "question/decision.effects"}, "did you mean question/decision.effect?"),
        ({"rule": "GV-01", "place": "algorithm.status"}, "nobody can waive governance/prohibited"),
        ({"rule": "question/ai_act.ai_system", "place": "ai_act.ai_system"}, "has to be answered"),
        ({"reason": " "}, "--reason: this is empty"),
        ({"expires": "soon"}, '--expires: "soon" is no day'),
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
    refused = waive("--waivers", "decisions/open.yaml")
    assert refused.returncode == 2
    assert "no folder decisions" in refused.stderr

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


def test_all_that_stands_in_the_way_is_named_at_once(waive, project):
    (project / "waivers.yaml").write_text("waivers_version: 2\nwaivers: none\n", "utf-8")
    wrong = {"expires": "2030-01-01", "role": "teamleider", "reason": "n.v.t.", "reference": None}
    refused = waive(rule="GV-01", place="ai_act", **wrong)

    assert refused.returncode == 2
    assert_located(
        refused,
        [
            "--rule: nobody can waive governance/prohibited-practice",
            "--place: nothing is open for governance/prohibited-practice",
            '--reason: reason is "n.v.t."',
            '--role: "teamleider" may not decide',
            "--expires: 2030-01-01 is too far away",
            "--reference: to waive governance/prohibited-practice",
            "waivers.yaml:1:1: mend this first",
            "waivers.yaml:2:1: mend this first",
        ],
    )
    assert "`algocheck explain governance/prohibited-practice` tells what" in refused.stderr


def test_what_is_missing_is_named_with_what_is_wrong(waive):
    wrong = {"manifest": "fines", "expires": "soon", "role": " "}
    refused = waive("--lang", "nl", rule="HO-99", place=None, reason=None, **wrong)

    assert refused.returncode == 2
    assert_located(
        refused,
        [
            "er is hier niemand om iets aan te vragen; voeg toe: --place, --reason",
            "--rule: geen regel en geen vraag van deze controle heet HO-99",
            "--manifest: geen manifest hier heet fines",
            "--role: dit is leeg; zeg het in woorden",
            '--expires: "soon" is geen dag; schrijf de dag als jaar-maand-dag',
        ],
    )


def test_of_many_rules_that_object_to_the_same_the_heaviest_speaks(waive, project):
    (project / "fees.yaml").write_text(FEES.replace("effect: legal", "effect: unknown"), "utf-8")
    refused = waive(
        rule="question/decision.effect",
        place="decision.effect",
        role="teamleider",
        expires="2030-01-01",
        reference=None,
    )

    options = [line.partition(":")[0] for line in located(refused.stderr)]
    assert options == ["--rule", "--role", "--expires", "--reference"]
    assert "what is critical may stay open 90 days" in refused.stderr


def test_what_is_open_in_a_manifest_with_faults_nobody_knows(waive, project):
    (project / "fees.yaml").write_text(FEES.replace("version: 1", "version: 2"), "utf-8")
    refused = waive()

    assert refused.returncode == 2
    assert "--manifest: fees.yaml has faults that keep fees from being checked" in refused.stderr
    assert not (project / "waivers.yaml").exists()


def test_of_two_manifests_of_one_name_neither_is_waived(waive, project):
    (project / "copy.yaml").write_text(FEES, "utf-8")

    assert "--manifest: 2 manifests are called fees (copy.yaml, fees.yaml)" in waive().stderr


def test_comments_in_the_file_are_named_with_what_else_is_wrong(waive, project):
    waive()
    file = project / "waivers.yaml"
    commented = file.read_text("utf-8") + "    # until the council meets\n"
    file.write_text(commented, "utf-8")
    refused = waive(role="teamleider")

    assert [line.partition(":")[0] for line in located(refused.stderr)] == [
        "--role",
        "the waiver at waivers.yaml",
    ]
    assert file.read_text("utf-8") == commented


def test_on_a_terminal_it_asks_for_what_is_missing(converse, project):
    answers = [
        *("0", "1"),  # what
        *("", "de procedure wordt geschreven"),  # why
        "7",  # the seventh of those who may decide: the municipal secretary
        *("morgen", "2027-01-31"),  # until when
        "",  # no reference is needed
    ]
    done, said = converse(answers, "--lang", "nl", "--rule", "HO-09")

    assert done == 0, said
    assert "hoog: human_oversight/no-stop-procedure in fees" in said
    assert "schrijf een getal van 1 tot en met 1" in said
    assert "schrijf de dag als jaar-maand-dag" in said
    assert "[2027-05-22]" in said
    text = (project / "waivers.yaml").read_text(encoding="utf-8")
    assert 'decided_by_role: "gemeentesecretaris"' in text
    assert 'expires: "2027-01-31"' in text
    assert "reference" not in text


def test_an_answer_that_the_limits_refuse_is_asked_again_at_once(converse, project):
    answers = ["n.v.t.", "it is being written", "7", "2030-01-01", "2026-11-01", "2027-01-31", ""]
    done, said = converse(answers, *HERE)

    assert done == 0, said
    assert said.count("Why may it stay open for now") == 2
    assert said.count("What is the last day") == 3
    assert "which says nothing" in said
    assert "180 days from now at most" in said
    assert "expired on 2026-11-01" in said
    text = (project / "waivers.yaml").read_text(encoding="utf-8")
    assert 'reason: "it is being written"' in text
    assert 'expires: "2027-01-31"' in text


def test_what_no_answer_can_mend_is_told_before_anything_is_asked(converse, waive, project):
    waive()
    file = project / "waivers.yaml"
    file.write_text(file.read_text("utf-8") + "    # until May\n", "utf-8")
    commented = converse([], *HERE)
    file.write_text("waivers: [\n", "utf-8")
    malformed = converse([])
    file.unlink()
    never = converse([], "--rule", "GV-01", "--role", "", "--expires", "2030-01-01")

    for (done, said), why in (
        (commented, "has comments in it that would be lost"),
        (malformed, "waivers.yaml:2:1: mend this first"),
        (never, "--rule: nobody can waive governance/prohibited-practice"),
    ):
        assert done == 2
        assert why in said
        assert "?" not in said  # nothing was asked
    assert "--role: this is empty" in never[1]
    assert "--expires: 2030-01-01 is too far away" in never[1]
    assert not file.exists()


def test_options_that_the_chosen_point_does_not_allow_are_named_before_more_is_asked(converse):
    wrong = ("--role", "teamleider", "--expires", "2030-01-01")
    done, said = converse(["1"], "--manifest", "fees", *wrong)

    assert done == 2
    assert said.count("?") == 1
    assert [line.partition(":")[0] for line in located(said)][-2:] == ["--role", "--expires"]


def test_who_asks_for_nothing_in_particular_chooses_from_what_is_open(converse, project):
    done, said = converse(["99", "\x04"])

    assert done == 130
    assert "may never be waived" in said
    assert "write a number from 1 to " in said
    assert "prohibited-practice" not in said
    assert not (project / "waivers.yaml").exists()


def test_what_is_waived_already_is_not_offered_again(converse, waive):
    waive()

    _, said = converse(["\x04"])

    assert "unjustified" not in said
    assert "high: question/" in said
    assert "no-stop-procedure" not in said
