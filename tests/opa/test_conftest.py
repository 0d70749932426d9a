"""Who has only conftest gets the verdict of algocheck; docs/opa.md says where that ends."""

import shutil
from pathlib import Path

import pytest

from algocheck.engine.regorus import RegorusEngine
from opa.judges import (
    COMPLIANT,
    EXAMPLES,
    HOUSE,
    NOT_COMPLIANT,
    conftest,
    document,
    messages,
    run,
)
from support import Algocheck

NOT_ANSWERED = "algocheck: not every rule was answered; load the policies with their data"


@pytest.mark.parametrize("manifest", EXAMPLES, ids=lambda path: path.stem)
def test_conftest_denies_and_warns_as_algocheck_does(
    conftest_binary: Path, unpacked: Path, ours: RegorusEngine, manifest: Path
):
    code, results = conftest(conftest_binary, unpacked, manifest)

    question = {"manifest": document(manifest)}
    denied = set(ours.query("algocheck.main.deny", question))
    assert messages(results, "failures") == denied
    assert messages(results, "warnings") == set(ours.query("algocheck.main.warn", question))
    assert code == (1 if denied else 0)


def test_the_examples_hold_some_that_pass_and_some_that_do_not(
    conftest_binary: Path, unpacked: Path
):
    codes = [conftest(conftest_binary, unpacked, each)[0] for each in (COMPLIANT, NOT_COMPLIANT)]

    assert codes == [0, 1]


def test_several_files_are_judged_one_by_one(conftest_binary: Path, unpacked: Path):
    code, results = conftest(conftest_binary, unpacked, COMPLIANT, NOT_COMPLIANT)

    denied = {Path(each["filename"]): len(each.get("failures", [])) for each in results}
    assert code == 1
    assert denied == {COMPLIANT: 0, NOT_COMPLIANT: 1}


def test_every_document_of_a_file_is_judged(conftest_binary: Path, unpacked: Path, tmp_path: Path):
    both = tmp_path / "both.yaml"
    first, second = (each.read_text(encoding="utf-8") for each in (COMPLIANT, NOT_COMPLIANT))
    both.write_text(f"{first}---\n{second}", encoding="utf-8")

    code, results = conftest(conftest_binary, unpacked, both)

    _, alone = conftest(conftest_binary, unpacked, NOT_COMPLIANT)
    assert code == 1
    assert messages(results, "failures") == messages(alone, "failures")


def test_without_its_data_a_bundle_denies(conftest_binary: Path, unpacked: Path):
    command = (conftest_binary, "test", "--no-color", "-p", unpacked, "-n", "algocheck.main")

    code, said = run(*command, COMPLIANT)

    assert code == 1
    assert NOT_ANSWERED in said


def test_from_another_root_a_bundle_denies(conftest_binary: Path, unpacked: Path):
    code, results = conftest(conftest_binary, unpacked / "algocheck", COMPLIANT)

    assert code == 1
    assert messages(results, "failures") == {NOT_ANSWERED}


def test_with_combine_nothing_passes(conftest_binary: Path, unpacked: Path):
    code, results = conftest(conftest_binary, unpacked, COMPLIANT, options=["--combine"])

    assert code == 1
    assert all("not shown" in each for each in messages(results, "failures"))
    assert messages(results, "failures")


@pytest.mark.parametrize(
    "text",
    ["", "# nothing here\n", "---\n", "---\n---\n", "{}\n", "[[]]\n", "just text\n"],
    ids=["empty", "comment", "one document", "two documents", "mapping", "list", "text"],
)
def test_a_document_that_states_nothing_does_not_pass(
    conftest_binary: Path, unpacked: Path, tmp_path: Path, text: str
):
    manifest = tmp_path / "manifest.yaml"
    manifest.write_text(text, encoding="utf-8")

    code, results = conftest(conftest_binary, unpacked, manifest)

    assert code == 1
    assert messages(results, "failures")


def test_unquoted_yes_and_no_give_the_verdict_of_quoted_ones(
    conftest_binary: Path, unpacked: Path, tmp_path: Path
):
    unquoted = COMPLIANT.read_text(encoding="utf-8")
    quoted = unquoted.replace(": yes\n", ': "yes"\n').replace(": no\n", ': "no"\n')
    manifest = tmp_path / "manifest.yaml"
    manifest.write_text(quoted, encoding="utf-8")

    assert quoted != unquoted
    verdicts = [
        conftest(conftest_binary, unpacked, COMPLIANT),
        conftest(conftest_binary, unpacked, manifest),
    ]
    assert [code for code, _ in verdicts] == [0, 0]
    assert messages(verdicts[0][1], "warnings") == messages(verdicts[1][1], "warnings")


def test_conftest_passes_in_silence_in_the_namespace_that_it_uses_by_itself(
    conftest_binary: Path, unpacked: Path
):
    # What docs/opa.md warns of: no policy of ours can stand in another's namespace.
    code, said = run(conftest_binary, "test", "-p", unpacked, "-d", unpacked, NOT_COMPLIANT)

    assert code == 0
    assert "0 tests" in said


def test_conftest_passes_a_list_of_nothing_for_there_is_nothing_to_judge(
    conftest_binary: Path, unpacked: Path, algocheck: Algocheck, tmp_path: Path
):
    # What docs/opa.md warns of: each element of a list is judged by itself.
    manifest = tmp_path / "manifest.yaml"
    manifest.write_text("[]\n", encoding="utf-8")

    assert conftest(conftest_binary, unpacked, manifest)[0] == 0
    assert algocheck("check", manifest).returncode == 1


def test_conftest_reads_no_bundle_that_is_still_packed(conftest_binary: Path, published: Path):
    packed = ("-p", published, "-d", published, "-n", "algocheck.main")

    assert run(conftest_binary, "test", *packed, COMPLIANT)[0] == 1


def test_the_compiled_form_is_nothing_to_conftest(
    conftest_binary: Path, unpacked: Path, tmp_path: Path
):
    without = tmp_path / "without"
    shutil.copytree(unpacked, without, ignore=shutil.ignore_patterns("policy.wasm*"))

    assert (unpacked / "policy.wasm").is_file()
    assert conftest(conftest_binary, unpacked, NOT_COMPLIANT) == conftest(
        conftest_binary, without, NOT_COMPLIANT
    )


def test_house_rules_are_built_with_all_that_conftest_needs(
    conftest_binary: Path, house_bundle: Path, tmp_path: Path
):
    folder = tmp_path / "house"
    shutil.unpack_archive(house_bundle, folder, filter="data")

    code, results = conftest(conftest_binary, folder, HOUSE / "manifest.yaml")

    assert code == 0
    assert messages(results, "failures") == set()
    assert messages(results, "warnings") == {
        "low[records/no-department] not compliant: The manifest names the department"
    }
