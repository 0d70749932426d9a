"""`algocheck check --since` as people and pipelines use it, in real repositories."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import PurePath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from algocheck import pipeline
from algocheck.bundles import shipped
from algocheck.changed.narrow import narrow
from algocheck.plan import Plan
from algocheck.report import FORMATS
from repositories import GIT, earlier, manifest, referring, repository
from support import AT, ROOT, TODAY

SOUND = (ROOT / "manifests/examples/parking-permits.yaml").read_text(encoding="utf-8")


@pytest.fixture
def repo(tmp_path):
    return repository(tmp_path / "repository", {"sound.yaml": SOUND, "open.yaml": manifest()})


@pytest.fixture
def check(algocheck, repo):
    """Run the check in the repository, or in a folder of it."""

    def run(*arguments, folder=".", stdin="", **variables):
        env = {name: value for name, value in GIT.items() if name.startswith("GIT_")} | variables
        return algocheck("check", *arguments, *AT, cwd=repo.folder / folder, env=env, stdin=stdin)

    return run


def reported(repo, file="report.json"):
    return json.loads((repo.folder / file).read_text(encoding="utf-8"))


def test_only_what_changed_counts(repo, check):
    repo.write({"sound.yaml": f"{SOUND}# seen again\n"})

    result = check(".", "--since", "HEAD", "--format", "text", "--format", "json=report.json")

    assert result.returncode == 0, result.stdout
    assert "1 manifest did not change since HEAD and was not checked" in result.stdout
    assert "1 manifest: 1 compliant" in result.stdout
    assert check(".").returncode == 1
    report = reported(repo)
    assert [each["file"] for each in report["manifests"]] == ["sound.yaml"]
    assert (report["since"], report["counts"]["unchanged_manifests"]) == ("HEAD", 1)


def test_what_did_not_change_is_counted_in_dutch_too(repo, check):
    repo.write({"sound.yaml": f"{SOUND}# seen again\n"})

    result = check(".", "--since", "HEAD", "--lang", "nl")

    assert "1 manifest is niet veranderd sinds HEAD en niet gecontroleerd" in result.stdout


def test_where_nothing_changed_the_run_is_green_and_says_that_nothing_was_checked(check):
    result = check(".", "--since", "HEAD")

    assert result.returncode == 0
    expected = "algocheck: none of the 2 manifests changed since HEAD; nothing was checked\n"
    assert result.stdout == expected


def test_where_there_is_nothing_at_all_a_green_run_would_say_too_much(repo, check):
    repo.commit({"empty/list.yaml": "- 1\n"})

    result = check("empty", "--since", "HEAD")

    assert result.returncode == 2
    assert "nothing was checked" in result.stderr


def test_no_older_report_is_left_where_nothing_changed(repo, check):
    check(".", "--format", "json=report.json")
    assert len(reported(repo)["manifests"]) == 2

    result = check(
        ".", "--since", "HEAD", "--format", "json=report.json", "--format", "text=report.txt"
    )

    assert result.returncode == 0
    assert reported(repo)["manifests"] == []
    assert reported(repo)["passes"] is True
    text = (repo.folder / "report.txt").read_text(encoding="utf-8")
    assert "2 manifests did not change since HEAD and were not checked" in text
    assert "0 manifests - " in text


def test_every_format_can_say_that_nothing_was_checked(repo, check):
    old = "an older report of algocheck"
    repo.write({f"reports/{name}": old for name in FORMATS})
    formats = [f"--format={name}=reports/{name}" for name in FORMATS]

    result = check("sound.yaml", "open.yaml", "--since", "HEAD", *formats)

    assert result.returncode == 0, result.stderr
    for name in FORMATS:
        written = (repo.folder / "reports" / name).read_text(encoding="utf-8")
        assert written.strip() not in {"", old}, name


def test_a_program_that_reads_the_screen_gets_a_report_and_nothing_else(check):
    result = check(".", "--since", "HEAD", "--format", "json")

    assert json.loads(result.stdout)["manifests"] == []
    assert "none of the 2 manifests changed" in result.stderr


def test_no_older_report_is_left_where_none_of_the_files_was_a_manifest(repo, check):
    repo.write({"list.yaml": "- 1\n"})
    check(".", "--format", "json=report.json")

    result = check("list.yaml", "--skip-others", "--format", "json=report.json")

    assert result.returncode == 0
    assert "the file named is no manifest" in result.stderr
    assert reported(repo)["manifests"] == []


def test_a_branch_is_checked_for_what_it_changed_whatever_main_did(repo, check):
    repo.git("switch", "--quiet", "--create", "work")
    repo.commit({"sound.yaml": f"{SOUND}# seen again\n"})
    repo.git("switch", "--quiet", "main")
    repo.commit({"open.yaml": manifest("Other")})
    repo.git("switch", "--quiet", "work")

    assert check(".", "--since", "main").returncode == 0


def test_a_changed_manifest_of_a_supplier_brings_its_customer_along(repo, check):
    repo.commit(
        {"customer.yaml": referring("../supplier.yaml", "Customer"), "supplier.yaml": SOUND}
    )
    repo.commit({"deep/customer.yaml": referring("../supplier.yaml", "Customer")})
    (repo.folder / "customer.yaml").unlink()
    repo.commit({"supplier.yaml": SOUND})
    repo.write({"supplier.yaml": f"{SOUND}# changed\n"})

    result = check("deep", "--since", "HEAD")

    assert result.returncode == 1
    assert "deep/customer.yaml" in result.stdout


def test_a_manifest_that_is_gone_is_told(repo, check):
    (repo.folder / "open.yaml").unlink()

    result = check(".", "--since", "HEAD")

    assert result.returncode == 0
    assert "1 manifest that was there at HEAD is gone" in result.stderr


def test_on_the_branch_itself_the_run_says_that_it_compares_with_itself(check):
    result = check(".", "--since", "main")

    assert result.returncode == 0
    assert "main is the commit that is checked out" in result.stderr


def test_paths_are_those_of_the_folder_one_is_in(repo, check):
    repo.commit({"below/open.yaml": manifest("Below")})
    repo.write({"below/open.yaml": manifest("Below it")})

    result = check(".", "--since", "HEAD", folder="below")

    assert result.returncode == 1
    assert "1 manifest: 1 not shown" in result.stdout


def test_standard_input_is_checked_always(check):
    result = check("-", "sound.yaml", "--since", "HEAD", stdin=manifest("Piped"))

    assert result.returncode == 1
    assert "<stdin>" in result.stdout


# What bears on every manifest.


def test_house_rules_that_changed_mean_all(repo, check):
    shutil.copytree(ROOT / "tests/golden/house-rules/rules", repo.folder / "house")
    repo.commit()
    (rule,) = (file for file in (repo.folder / "house").rglob("*.rego"))

    same = check(".", "--policy", "house", "--since", "HEAD")
    rule.write_text(f"{rule.read_text(encoding='utf-8')}\n# changed\n", encoding="utf-8")
    changed = check(".", "--policy", "house", "--since", "HEAD")

    assert "none of the 2 manifests changed" in same.stdout
    assert "house changed since HEAD" in changed.stderr
    assert changed.returncode == 1


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("algocheck.toml", 'fail-on = "critical"\n'),
        ("pyproject.toml", '[tool.algocheck]\nfail-on = "critical"\n'),
        ("waivers.yaml", "waivers_version: 1\nwaivers: []\n"),
    ],
)
def test_settings_that_are_new_changed_or_gone_mean_all(repo, check, file, text):
    path = repo.folder / file

    repo.write({file: text})
    new = check(".", "--since", "HEAD")
    repo.commit()
    same = check(".", "--since", "HEAD")
    repo.write({file: f"# changed\n{text}"})
    changed = check(".", "--since", "HEAD")
    path.unlink()
    gone = check(".", "--since", "HEAD")

    assert "none of the 2 manifests changed" in same.stdout
    for result in (new, changed, gone):
        assert f"{file} " in result.stderr
        assert "all are checked" in result.stderr
        assert "2 manifests: " in result.stdout or "not shown" in result.stdout
    assert "was not in git at HEAD" in new.stderr
    assert f"{file} changed since HEAD" in changed.stderr


def test_a_baseline_that_is_new_means_all(repo, check, algocheck):
    made = algocheck("baseline", "create", ".", *AT, cwd=repo.folder)
    assert made.returncode == 0, made.stderr

    new = check(".", "--since", "HEAD")
    repo.commit()
    same = check(".", "--since", "HEAD")

    assert "algocheck.baseline.json bears on every manifest" in new.stderr
    assert "none of the 2 manifests changed" in same.stdout


def test_the_configuration_cannot_make_a_check_smaller(repo, check):
    repo.commit({"algocheck.toml": 'since = "HEAD"\n'})

    result = check(".")

    assert result.returncode == 2
    assert "since" in result.stderr


def test_a_check_of_everything_says_nothing_of_what_is_left_out(repo, check):
    repo.write({"algocheck.toml": ""})

    check(".", "--since", "HEAD", "--format", "json=report.json")

    report = reported(repo)
    assert len(report["manifests"]) == 2
    assert (report["since"], report["counts"]["unchanged_manifests"]) == ("", 0)


# Where there is no answer, there is no verdict.


@pytest.mark.parametrize(
    ("ref", "advice"),
    [
        ("nowhere", "git fetch"),
        ("--output=x", "--since origin/main"),
        ("main..HEAD", "--since origin/main"),
        ("", "--since origin/main"),
    ],
)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_2_a_ref_that_is_none_says_what_to_write(check, ref, advice, language):
    result = check(".", f"--since={ref}", "--lang", language)

    assert result.returncode == 2
    assert advice in result.stderr
    assert result.stdout == ""


def test_outside_a_repository_the_exit_code_is_2_and_leaving_out_since_is_advised(
    algocheck, tmp_path
):
    (tmp_path / "a.yaml").write_text(manifest(), encoding="utf-8")

    result = algocheck("check", ".", "--since", "main")

    assert result.returncode == 2
    assert "leave out --since to check everything" in result.stderr


def test_without_git_the_exit_code_is_2_and_git_is_asked_for(check, tmp_path):
    (tmp_path / "bin").mkdir()

    result = check(".", "--since", "main", PATH=str(tmp_path / "bin"))

    assert result.returncode == 2
    assert "install git" in result.stderr


# Leaving out changes which manifests are checked, and nothing else.

NAMES = ("a.yaml", "b.yaml", "deep/c.yaml", "deep/d.yaml")
# No two of one name: a path is also tried from the top of the repository.
PROOF = ("proof.pdf", "deep/minutes.pdf")
FILES = (*NAMES, *PROOF)


@st.composite
def changes(draw):
    """Draw who refers to whom, and what becomes of each file."""
    refers = {name: draw(st.sets(st.sampled_from(FILES), max_size=2)) for name in NAMES}
    become = {name: draw(st.sampled_from(["same", "same", "changed", "gone"])) for name in FILES}
    return refers, become


def written(name, refers, extra=""):
    """Write a manifest that refers to files, by paths from the folder it is in."""
    paths = [os.path.relpath(to, PurePath(name).parent) for to in sorted(refers)]
    entries = [f"- {{id: e{number}, uri: ./{path}}}" for number, path in enumerate(paths)]
    return manifest(name, "evidence:" if entries else "language: nld", *entries) + extra


def affected(refers, become):
    """Find out by exhaustion which files have to be looked at again: the slow and simple way."""
    found = {name for name, what in become.items() if what != "same"}
    while True:
        more = {name for name in NAMES if refers[name] & found} - found
        if not more:
            return {name for name in found & set(NAMES) if become[name] != "gone"}
        found |= more


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes())
def test_the_verdicts_are_those_of_a_full_check_on_whom_a_change_concerns(tmp_path_factory, drawn):
    refers, become = drawn
    repo = repository(
        tmp_path_factory.mktemp("repository"),
        {name: written(name, refers[name]) for name in NAMES} | dict.fromkeys(PROOF, "sound"),
    )
    for name, what in become.items():
        if what == "gone":
            (repo.folder / name).unlink()
        elif what == "changed":
            text = written(name, refers[name], "# changed\n") if name in NAMES else "unsound"
            repo.write({name: text})
    if not any((repo.folder / name).exists() for name in NAMES):
        return
    then, root = earlier(repo), repo.folder.resolve()
    plan = Plan((shipped(),), TODAY)

    full = pipeline.check(["."], plan, root=root)
    part = pipeline.check(
        ["."], plan, root=root, narrow=lambda found: narrow(found, then, skip_others=False)
    )

    concerned = affected(refers, become)
    assert part.verdicts == tuple(each for each in full.verdicts if each.file in concerned)
    assert part.unchanged == len(full.verdicts) - len(concerned)
    assert part.since == "main"


def test_a_check_of_everything_does_not_wait_for_any_of_this(tmp_path):
    code = (
        "import sys; from algocheck.cli.run import run; run(['check', 'a.yaml']);"
        "sys.exit(any('changed' in name or name == 'subprocess' for name in sys.modules))"
    )
    (tmp_path / "a.yaml").write_text(manifest(), encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-c", code], stdout=subprocess.DEVNULL, cwd=tmp_path, check=False
    )

    assert done.returncode == 0
