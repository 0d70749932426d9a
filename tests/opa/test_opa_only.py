"""Who has only OPA gets the answers that algocheck gives; docs/opa.md says where they end."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from algocheck.engine.regorus import RegorusEngine
from deploy.bundles import new_key
from opa.judges import COMPLIANT, EXAMPLES, NOT_COMPLIANT, ask, document, run
from support import AT, ROOT, TODAY, Algocheck, absent

GATE = "data.algocheck.main.complete; count(data.algocheck.main.deny) == 0"
"""The question that docs/opa.md gives; see below."""

UNQUOTED = """\
manifest_version: 1
kind: deployment
algorithm: {name: Parking permits}
decision: {awb_decision: yes, profiling: no}
purpose: {public_task: yes}
privacy: {personal_data: no}
ai_act: {ai_system: no}
"""


@pytest.mark.parametrize("manifest", EXAMPLES, ids=lambda path: path.stem)
def test_opa_eval_gives_the_answers_of_algocheck(
    opa: Path, published: Path, ours: RegorusEngine, manifest: Path
):
    answer = ask(opa, published, manifest=manifest)

    assert answer
    assert answer == ours.query("algocheck.main.report", {"manifest": document(manifest)})


def test_an_opa_that_can_run_wasm_gives_them_too(
    opa_wasm: Path, published: Path, ours: RegorusEngine
):
    answer = ask(opa_wasm, published, manifest=NOT_COMPLIANT)

    assert answer == ours.query("algocheck.main.report", {"manifest": document(NOT_COMPLIANT)})


def test_a_bundle_may_be_unpacked_first(opa: Path, published: Path, unpacked: Path):
    answers = [ask(opa, each, manifest=NOT_COMPLIANT) for each in (published, unpacked)]

    assert answers[0] == answers[1]


def test_who_gives_opa_the_day_gets_the_outcomes_of_that_day(
    opa: Path, published: Path, algocheck: Algocheck, tmp_path: Path
):
    question = tmp_path / "question.json"
    question.write_text(json.dumps({"manifest": document(NOT_COMPLIANT), "today": TODAY}))
    told = algocheck("check", NOT_COMPLIANT, *AT, "--format", "json")
    (verdict,) = json.loads(told.stdout)["manifests"]

    answer = ask(opa, published, manifest=question)

    outcomes = {rule: each["outcome"] for rule, each in verdict["outcomes"].items()}
    assert "fail" in outcomes.values()
    assert outcomes == {rule: each["outcome"] for rule, each in answer.items()}


def test_opa_exec_answers_for_many_files_at_once(opa: Path, published: Path):
    manifests = (COMPLIANT, NOT_COMPLIANT)

    code, said = run(
        *(opa, "exec", "--bundle", published, "--decision", "algocheck/main/report", *manifests)
    )

    assert code == 0
    answers = {Path(each["path"]): each["result"] for each in json.loads(said)["result"]}
    assert answers == {each: ask(opa, published, manifest=each) for each in manifests}


def test_unquoted_yes_and_no_give_the_answers_of_quoted_ones(
    opa: Path, published: Path, ours: RegorusEngine, tmp_path: Path
):
    quoted = UNQUOTED.replace(": yes", ': "yes"').replace(": no", ': "no"')
    manifest = tmp_path / "manifest.yaml"
    manifest.write_text(UNQUOTED, encoding="utf-8")
    answer = ask(opa, published, manifest=manifest)
    manifest.write_text(quoted, encoding="utf-8")

    assert quoted.count('"') == 2 * 5
    assert answer == ask(opa, published, manifest=manifest)
    assert answer == ours.query("algocheck.main.report", {"manifest": document(manifest)})


def test_the_gate_is_the_one_that_people_read_about():
    assert f"--fail '{GATE}'" in (ROOT / "docs" / "opa.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("manifest", "code"), [(COMPLIANT, 0), (NOT_COMPLIANT, 1)], ids=["compliant", "not compliant"]
)
def test_a_gate_with_opa_alone_opens_for_who_complies(
    opa: Path, published: Path, manifest: Path, code: int
):
    assert run(opa, "eval", "-b", published, "-i", manifest, "--fail", GATE)[0] == code


@pytest.mark.parametrize("text", ["", "# nothing here\n", "---\n", "{}\n", "[]\n"])
def test_the_gate_is_shut_for_a_document_that_states_nothing(
    opa: Path, published: Path, tmp_path: Path, text: str
):
    manifest = tmp_path / "manifest.yaml"
    manifest.write_text(text, encoding="utf-8")

    assert run(opa, "eval", "-b", published, "-i", manifest, "--fail", GATE)[0] == 1


def test_the_gate_is_shut_where_the_policies_are_not_there(opa: Path, tmp_path: Path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "other.rego").write_text("package other\n\nanswer := 1\n", encoding="utf-8")

    gate = run(opa, "eval", "-b", other, "-i", COMPLIANT, "--fail", GATE)
    # What docs/opa.md warns of: whoever asks for denials alone hears of none.
    silent = run(
        *(opa, "eval", "-b", other, "-i", NOT_COMPLIANT, "--fail-defined"),
        "data.algocheck.main.deny[_]",
    )

    assert (gate[0], silent[0]) == (1, 0)


def test_the_gate_is_shut_where_the_data_is_not_there(opa: Path, unpacked: Path, tmp_path: Path):
    folder = tmp_path / "bundle"
    shutil.copytree(unpacked, folder)
    (folder / "data.json").unlink()

    assert run(opa, "eval", "-b", folder, "-i", COMPLIANT, "--fail", GATE)[0] == 1


def test_opa_eval_reads_the_first_document_of_a_file_and_no_other(
    opa: Path, published: Path, tmp_path: Path
):
    both = tmp_path / "both.yaml"
    first, second = (each.read_text(encoding="utf-8") for each in (COMPLIANT, NOT_COMPLIANT))
    both.write_text(f"{first}---\n{second}", encoding="utf-8")

    assert ask(opa, published, manifest=both) == ask(opa, published, manifest=COMPLIANT)
    assert run(opa, "eval", "-b", published, "-i", both, "--fail", GATE)[0] == 0


def test_opa_says_nothing_of_a_misspelt_key_but_the_fact_is_unknown(
    opa: Path, published: Path, algocheck: Algocheck, tmp_path: Path
):
    text = NOT_COMPLIANT.read_text(encoding="utf-8")
    manifest = tmp_path / "manifest.yaml"
    misspelt = text.replace("ai_interaction_disclosed", "ai_interaction_disclosd")
    manifest.write_text(misspelt, encoding="utf-8")

    answer = ask(opa, published, manifest=manifest)

    assert answer["transparency/undisclosed-ai"]["outcome"] == "unknown"
    assert "ai_interaction_disclosd" in algocheck("check", manifest, "--lang", "en").stdout


def test_opa_takes_the_last_of_two_equal_keys_where_algocheck_refuses_both(
    opa: Path, published: Path, algocheck: Algocheck, tmp_path: Path
):
    manifest = tmp_path / "manifest.yaml"
    twice = UNQUOTED + "purpose: {public_task: no}\n"
    manifest.write_text(twice, encoding="utf-8")

    fact = ask(opa, published, "data.algocheck.facts.m.purpose.public_task", manifest=manifest)
    (verdict,) = json.loads(algocheck("check", manifest, "--format", "json").stdout)["manifests"]

    assert fact == "no"
    assert [fault["rule"] for fault in verdict["faults"]] == ["reading/duplicate-key"]


@pytest.fixture(scope="session")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an RSA key; its public half lies beside it."""
    if not shutil.which("openssl"):
        absent("no openssl: install it")
    return new_key(tmp_path_factory.mktemp("signing"))


@pytest.fixture
def signed(opa: Path, unpacked: Path, key: Path, tmp_path: Path) -> Path:
    """Sign the unpacked bundle, as docs/opa.md has it."""
    folder = tmp_path / "signed"
    shutil.copytree(unpacked, folder)
    code, said = run(opa, "sign", "--signing-key", key, "--bundle", ".", cwd=folder)
    assert code == 0, said
    return folder


def verified(opa: Path, signed: Path, key: Path) -> tuple[int, str]:
    """Load the bundle in *signed*, packed again, in an OPA that wants it signed."""
    archive = signed.with_suffix(".tar.gz")
    names = sorted(path.name for path in signed.iterdir())
    subprocess.run(["tar", "-czf", archive, *names], cwd=signed, check=True)
    return run(opa, "run", "--bundle", archive, "--verification-key", key.with_suffix(".pub"))


@pytest.mark.parametrize("build", ["opa", "opa_wasm"])
def test_a_signed_bundle_loads_in_every_opa(
    request: pytest.FixtureRequest, build: str, signed: Path, key: Path
):
    code, said = verified(request.getfixturevalue(build), signed, key)

    assert code == 0, said


def test_signing_the_same_bundle_again_gives_the_same_signature(opa: Path, signed: Path, key: Path):
    signature = signed / ".signatures.json"
    before = signature.read_bytes()
    signature.unlink()
    run(opa, "sign", "--signing-key", key, "--bundle", ".", cwd=signed)

    assert signature.read_bytes() == before


@pytest.mark.parametrize(
    "change",
    [
        ("policy.wasm", b"\0asm", b"\0asn"),
        ("policy.wasm.json", b'"1.', b'"2.'),
        ("data.json", b'"critical"', b'"low"'),
        ("algocheck/main/main.rego", b'"fail"', b'"pass"'),
        (".manifest", b"2026", b"2027"),
    ],
)
def test_a_changed_byte_of_a_signed_bundle_is_refused(
    opa: Path, signed: Path, key: Path, change: tuple[str, bytes, bytes]
):
    path, before, after = change
    content = (signed / path).read_bytes()
    (signed / path).write_bytes(content.replace(before, after, 1))

    code, said = verified(opa, signed, key)

    assert before in content
    assert code == 1
    assert path in said


def test_what_was_added_to_a_signed_bundle_is_refused(opa: Path, signed: Path, key: Path):
    (signed / "algocheck" / "more.rego").write_text("package algocheck.more\n", encoding="utf-8")

    code, said = verified(opa, signed, key)

    assert (code, "more.rego" in said) == (1, True)
