"""What is wrong with how a command was called, told in the language of the reader."""

import pytest

from algocheck.cli.usage import closest_to
from support import Algocheck

WRONG = [
    (["chekc"], "there is no command chekc; did you mean check?", "bedoelde u check?"),
    (
        ["frobnicate"],
        "there is no command frobnicate (see",
        "opdracht frobnicate bestaat niet (zie",
    ),
    (["fees.yaml"], "`algocheck check fees.yaml`", "`algocheck check fees.yaml`"),
    ([], "algocheck needs a command: one of", "algocheck heeft een opdracht nodig"),
    (["policy"], "algocheck policy needs a command", "algocheck policy heeft een opdracht nodig"),
    (["policy", "lnt"], "did you mean lint?", "bedoelde u lint?"),
    (["check", "x", "--fail-no", "high"], "did you mean --fail-on?", "bedoelde u --fail-on?"),
    (["check", "x", "--xyzzy"], "no option --xyzzy (see", "optie --xyzzy bestaat niet (zie"),
    (["check", "x", "--theme"], "--theme needs a value: --theme THEME", "nodig: --theme THEMA"),
    (["check", "x", "--all=yes"], "--all takes no value", "--all krijgt geen waarde"),
    (["check", "x", "--as", "boss"], "choose supplier, deployer", "kies supplier, deployer"),
    (["check", "x", "--fail-on", "hi"], "choose critical, high", "kies critical, high"),
    (["check", "x", "--format", "pdf"], "choose text, json", "kies text, json"),
    (["check", "x", "--format", "json="], "names no file", "noemt geen bestand"),
    (["check", "x", "--at", "2026-02-30"], "2026-02-30 is no day", "2026-02-30 is geen dag"),
    (["check", "x", "--jobs", "0"], "a number of 1 or more", "een getal van 1 of meer"),
    (["check", "x", "--jobs", "two"], "two is no whole number", "two is geen heel getal"),
    (["check", "x", "--opa-timeout", "0"], "from 1 to 3600", "van 1 tot en met 3600"),
    (["policy", "test", "--coverage-at-least", "nan"], "from 0 to 100", "van 0 tot en met 100"),
    (["policy", "new"], "THEME/DEFECT is missing", "THEMA/GEBREK ontbreekt"),
    (["policy", "new", "a", "b", "c"], "b c are 2 arguments too many", "2 argumenten te veel"),
    (["register", "import", "x"], "the option --to is needed", "de optie --to is nodig"),
]


@pytest.mark.parametrize(("arguments", "english", "dutch"), WRONG, ids=lambda case: str(case)[:40])
def test_it_is_told_in_both_languages_with_where_to_look(
    algocheck: Algocheck, tmp_path, arguments, english, dutch
):
    (tmp_path / "fees.yaml").touch()

    for locale, said, where in (("C", english, "(see `"), ("nl_NL.UTF-8", dutch, "(zie `")):
        done = algocheck(*arguments, env={"LC_ALL": locale})

        assert (done.returncode, done.stdout) == (2, "")
        assert said in done.stderr
        assert done.stderr.count("\n") == 1
        assert done.stderr.startswith("algocheck: ")
        assert where in done.stderr


def test_a_value_from_the_environment_is_told_of_by_its_variable(algocheck):
    said = algocheck("check", "x", env={"ALGOCHECK_FAIL_ON": "hi"}).stderr
    flag = algocheck("check", "x", env={"ALGOCHECK_OPA_PUSH": "perhaps"}).stderr

    assert said.startswith("algocheck: ALGOCHECK_FAIL_ON: hi cannot be chosen")
    assert flag.startswith("algocheck: ALGOCHECK_OPA_PUSH: this is on or off; write true or false")


def test_what_a_terminal_would_obey_is_written_out(algocheck):
    said = algocheck("check", "\x1b[31mred.yaml").stderr

    assert "\x1b" not in said
    assert "\\x1b[31mred.yaml" in said


@pytest.mark.parametrize(
    ("name", "closest"),
    [("--theem", "--theme"), ("--fail", "--fail-on"), ("foo", ""), ("", ""), ("--zzz", "")],
)
def test_only_what_is_alike_is_suggested(name, closest):
    assert closest_to(name, ["--theme", "--fail-on", "--format", "--all"]) == closest
