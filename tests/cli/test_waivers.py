"""--waivers: which file counts, and that nobody waits for it who has none."""

import pytest

from support import AT, modules_of_a_check
from waivers import file_of, waiver

CHECK = ("check", "--rule", "HO-09", *AT)


def put(file, *waivers):
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(file_of(*waivers))


def test_the_usual_file_counts_when_it_is_there(algocheck, project):
    assert algocheck(*CHECK, "fees.yaml", cwd=project).returncode == 1
    put(project / "waivers.yaml", waiver())

    assert algocheck(*CHECK, "fees.yaml", cwd=project).returncode == 0


def test_a_file_that_was_named_counts_instead(algocheck, project):
    put(project / "waivers.yaml", waiver())
    put(project / "council" / "open.yaml")

    named = algocheck(*CHECK, "fees.yaml", "--waivers", "council/open.yaml", cwd=project)
    variable = {"ALGOCHECK_WAIVERS": "council/open.yaml"}

    assert named.returncode == 1
    assert algocheck(*CHECK, "fees.yaml", cwd=project, env=variable).returncode == 1


def test_the_configuration_names_it_from_where_it_stands(algocheck, project):
    put(project / "council" / "open.yaml", waiver())
    (project / "algocheck.toml").write_text('waivers = "council/open.yaml"\n', encoding="utf-8")
    (project / "deep").mkdir()

    result = algocheck(*CHECK, "../fees.yaml", cwd=project / "deep")

    assert result.returncode == 0
    assert "../council/open.yaml:4:3" in result.stdout


@pytest.mark.parametrize("how", ["flag", "variable", "file"])
def test_a_file_that_was_named_and_is_not_there_is_no_verdict(algocheck, project, how):
    flag = ("--waivers", "gone.yaml") if how == "flag" else ()
    env = {"ALGOCHECK_WAIVERS": "gone.yaml"} if how == "variable" else {}
    if how == "file":
        (project / "algocheck.toml").write_text('waivers = "gone.yaml"\n', encoding="utf-8")

    result = algocheck(*CHECK, "fees.yaml", *flag, cwd=project, env=env)

    assert result.returncode == 2
    assert "there is no file of waivers gone.yaml" in result.stderr


def test_the_file_is_no_manifest_whoever_names_it(algocheck, project):
    put(project / "waivers.yaml", waiver())

    named = algocheck(*CHECK, "fees.yaml", "waivers.yaml", cwd=project)
    walked = algocheck(*CHECK, ".", cwd=project)

    assert (named.returncode, walked.returncode) == (0, 0)
    assert "1 manifest: 1 waived" in named.stdout
    assert "1 manifest: 1 waived" in walked.stdout


def test_no_manifest_gets_past_the_check_as_waivers(algocheck, project):
    options = ("--waivers", "fees.yaml", "--fail-on", "critical", "--skip-others")

    result = algocheck(*CHECK, "fees.yaml", *options, cwd=project)

    assert "1 manifest: 1 compliant" in result.stdout  # what is high does not count here
    assert "waiver/malformed" in result.stdout


def test_for_pre_commit_the_file_alone_is_judged(algocheck, project):
    put(project / "waivers.yaml", waiver(manifest="parking"))
    good = algocheck(*CHECK, "--skip-others", "waivers.yaml", cwd=project)
    put(project / "waivers.yaml", waiver(manifest="parking", expires="2030-01-01"))
    bad = algocheck(*CHECK, "--skip-others", "waivers.yaml", cwd=project)

    assert (good.returncode, bad.returncode) == (0, 1)
    assert "waiver/too-long" in bad.stdout


def test_nothing_checked_is_no_pass_because_of_waivers(algocheck, tmp_path):
    put(tmp_path / "waivers.yaml", waiver())

    assert algocheck(*CHECK, "--skip-others", ".", cwd=tmp_path).returncode == 2
    assert algocheck(*CHECK, "waivers.yaml", cwd=tmp_path).returncode == 2


def test_who_has_no_waivers_does_not_wait_for_them(project):
    imported = modules_of_a_check("fees.yaml", project)

    assert "algocheck.cli.check" in imported
    assert not [name for name in imported if name.startswith("algocheck.waiver")]
