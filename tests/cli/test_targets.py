"""A report replaces an earlier report, and nothing else: what people wrote is never lost."""

import pytest

from support import ROOT

MANIFEST = "manifest_version: 1\nkind: deployment\nalgorithm: {id: fees, name: Fees}\n"

FORMATS = ("text", "json", "sarif", "junit", "tap", "gitlab", "azure", "github", "markdown", "csv",
           "jsonl", "oscal")  # fmt: skip


@pytest.fixture
def project(tmp_path):
    (tmp_path / "fees.yaml").write_text(MANIFEST, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("fees.yaml", MANIFEST),
        ("other.yaml", MANIFEST + "# yaml-language-server: $schema=algocheck.schema.json\n"),
        ("waivers.yaml", "waivers_version: 1\nwaivers: []\n"),
        ("algocheck.toml", 'unknown = "warn"  # of algocheck\n'),
        ("algocheck.baseline.json", '{"baseline_version": 1, "bundles": ["algocheck"]}'),
        ("notes.txt", "what the council said\n"),
        ("rule.rego", "package algocheck.rules.theme\n"),
    ],
)
@pytest.mark.parametrize("task", ["check", "calendar"])
def test_what_is_no_report_is_left_as_it_is(algocheck, project, task, name, text):
    (project / name).write_text(text, encoding="utf-8")

    result = algocheck(task, "fees.yaml", f"--format=json={name}", "--lang=en", cwd=project)

    assert result.returncode == 2
    assert f"a report would replace {name}" in " ".join(result.stderr.split())
    assert (project / name).read_text(encoding="utf-8") == text


@pytest.mark.parametrize("wrong", [("nope.yaml",), ("fees.yaml", "--rule=EQ-99")])
def test_a_run_without_a_verdict_removes_no_file_of_others(algocheck, project, wrong):
    (project / "notes.txt").write_text("what the council said\n", encoding="utf-8")

    result = algocheck("check", *wrong, "--format=json=notes.txt", cwd=project)

    assert result.returncode == 2
    assert (project / "notes.txt").is_file()


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_is_known_again_replaced_and_removed(algocheck, project, format_):
    passes = next((ROOT / "manifests/passes").glob("*.yaml"))
    (project / "good.yaml").write_bytes(passes.read_bytes())
    for manifest in ("fees.yaml", "good.yaml"):
        target = f"--format={format_}=report.{format_}"
        assert algocheck("check", manifest, target, cwd=project).returncode in (0, 1)
        assert algocheck("check", manifest, target, cwd=project).returncode in (0, 1)
        assert (project / f"report.{format_}").stat().st_size > 0

        assert algocheck("check", "nope.yaml", target, cwd=project).returncode == 2
        assert not (project / f"report.{format_}").exists()
