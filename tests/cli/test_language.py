"""Which language is spoken: the option, else the environment, else the locale, else English."""

import pytest

from algocheck.cli.language import asked, preferred


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        ([], None),
        (["check", "--lang", "nl"], "nl"),
        (["--lang=en", "check"], "en"),
        (["--lang", "nl", "check", "--lang", "en"], "en"),  # the last one counts, as everywhere
        (["check", "--lang", "de"], None),
        (["check", "--lang"], None),
        (["check", "--", "--lang", "nl"], None),  # files
        (["check", "--language", "nl"], None),
    ],
)
def test_the_option_is_found_wherever_it_stands(arguments, language):
    assert asked(arguments) == language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "nl_BE"}, "nl"),
        ({"LANG": "fy_NL"}, "en"),
        ({"LC_ALL": "C", "LANG": "nl_NL"}, "en"),
        ({"LC_ALL": "", "LANG": "nl_NL"}, "nl"),
        ({"LC_MESSAGES": "nl_NL", "LANG": "en_GB"}, "nl"),
        ({"ALGOCHECK_LANG": "en", "LC_ALL": "nl_NL"}, "en"),
    ],
    ids=str,
)
def test_without_it_the_environment_decides(environment, language):
    assert preferred((), environment) == language
    assert preferred(["--lang", "nl"], environment) == "nl"


def test_the_option_before_the_command_counts_too(algocheck):
    before = algocheck("--lang", "nl", "rules", "--theme", "privacy")
    behind = algocheck("rules", "--theme", "privacy", "--lang", "nl")

    assert before.stdout == behind.stdout
    assert "vereist dat" in before.stdout


def test_a_flag_beats_the_environment_and_the_file(algocheck, tmp_path):
    (tmp_path / "algocheck.toml").write_text('lang = "en"\n')
    (tmp_path / "fees.yaml").write_text("manifest_version: 1\nalgorithm: {name: Fees}\n")

    said = algocheck("--lang", "nl", "check", "fees.yaml", env={"ALGOCHECK_LANG": "en"}).stdout

    assert "NIET" in said
