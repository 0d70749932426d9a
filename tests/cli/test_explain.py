"""algocheck explain: what a rule requires, for the person who has to meet it."""

import pytest

from algocheck.bundles import shipped
from algocheck.report.snippet import snippet
from policies import BODY, METADATA
from support import ROOT

RULES = {rule.id: rule for rule in shipped().rules}
OBJECTION = RULES["legal_protection/no-objection-route"]


@pytest.mark.parametrize("name", ["LP-01", "lp-01", OBJECTION.id, OBJECTION.id.upper()])
def test_a_rule_is_named_by_its_id_or_code_whatever_the_case(algocheck, name):
    explained = algocheck("explain", name)

    assert (explained.returncode, explained.stderr) == (0, "")
    assert explained.stdout.startswith(f"{OBJECTION.id} (LP-01)")
    assert all(law.url in explained.stdout for law in OBJECTION.laws)
    assert max(map(len, explained.stdout.splitlines())) <= 80


def test_what_passes_can_be_copied_from_it(algocheck):
    explained = algocheck("explain", "LP-01").stdout

    shown = explained.rpartition("to pass:\n")[2]
    assert shown == "".join(f"    {line}\n" for line in snippet(OBJECTION).splitlines())


def test_it_speaks_dutch(algocheck):
    explained = algocheck("explain", "LP-01", env={"LC_ALL": "nl_NL.UTF-8"}).stdout

    assert OBJECTION.title["nl"] in explained
    assert "Wie aan zet is" in explained
    assert "What it requires" not in explained


def test_several_rules_are_explained_one_after_the_other(algocheck):
    explained = algocheck("explain", "LP-01", "PR-01").stdout

    assert "\n\nprivacy/no-lawful-basis (PR-01)" in explained


@pytest.mark.parametrize("language", ["en", "nl"])
def test_all_rules_make_the_pages_of_the_documentation(algocheck, tmp_path, language):
    done = algocheck("explain", "--all", "--format", "markdown", "--to", "made", "--lang", language)

    made, checked_in = tmp_path / "made", ROOT / "docs" / "rules" / language
    assert (done.returncode, done.stdout) == (0, "")
    pages = {file.relative_to(made) for file in made.rglob("*.md")}
    assert len(pages) == len(RULES) + 1
    assert all((made / page).read_bytes() == (checked_in / page).read_bytes() for page in pages)


def test_one_page_of_markdown_stands_alone(algocheck):
    page = algocheck("explain", "LP-01", "--format", "markdown").stdout

    assert page.startswith("# LP-01 ")
    assert "README.md" not in page


def test_house_rules_are_listed_and_explained_too(algocheck, tmp_path):
    folder = tmp_path / "house" / "algocheck" / "rules" / "housing" / "no-goal"
    folder.mkdir(parents=True)
    header = METADATA + 'package algocheck.rules.housing["no-goal"]\n\n'
    imports = "import data.algocheck.facts.m\nimport data.algocheck.lib.logic\n\n"
    (folder / "no-goal.rego").write_text(header + imports + BODY)

    listed = algocheck("rules", "--policy", "house", "--theme", "housing").stdout
    explained = algocheck("explain", "xx-01", "--policy", "house")

    assert [row.split()[:2] for row in listed.splitlines()[1:]] == [["XX-01", "housing/no-goal"]]
    assert (explained.returncode, explained.stderr) == (0, "")
    assert "purpose.goal" in explained.stdout
    assert "It counts today." in explained.stdout
    assert "no snippet is kept" in explained.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "algocheck explain LP-01"),
        (("LP-01", "--all"), "not both"),
        (("LP-99",), "did you mean LP-"),
        (("legal_protection/no-objection",), "did you mean legal_protection/no-objection-route"),
        (("--all", "--to", "pages"), "--format markdown"),
    ],
)
def test_what_cannot_be_explained_is_said_with_the_next_step(algocheck, tmp_path, arguments, said):
    refused = algocheck("explain", *arguments)

    assert (refused.returncode, refused.stdout) == (2, "")
    assert said in refused.stderr
    assert not list(tmp_path.iterdir())
