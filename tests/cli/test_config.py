"""Settings: a flag beats the environment, that beats the file, that beats the default."""

import pytest

MANIFEST = "manifest_version: 1\nkind: deployment\nalgorithm:\n  name: Fees\n"


@pytest.fixture
def project(tmp_path):
    (tmp_path / "fees.yaml").write_text(MANIFEST, encoding="utf-8")
    (tmp_path / "deep" / "down").mkdir(parents=True)
    return tmp_path


def configure(project, text, name="algocheck.toml"):
    (project / name).write_text(text, encoding="utf-8")


def test_the_file_sets_the_default(algocheck, project):
    configure(project, 'unknown = "warn"\nlang = "nl"\n')

    result = algocheck("check", "fees.yaml", cwd=project)

    assert result.returncode == 0
    assert "NIET AANGETOOND" in result.stdout


def test_the_environment_beats_the_file_and_a_flag_beats_both(algocheck, project):
    configure(project, 'unknown = "warn"\n')
    environment = {"ALGOCHECK_UNKNOWN": "fail"}

    by_environment = algocheck("check", "fees.yaml", cwd=project, env=environment)
    by_flag = algocheck("check", "fees.yaml", "--unknown", "warn", cwd=project, env=environment)

    assert (by_environment.returncode, by_flag.returncode) == (1, 0)


def test_the_nearest_file_upwards_counts(algocheck, project):
    configure(project, 'unknown = "warn"\n')

    result = algocheck("check", "../../fees.yaml", cwd=project / "deep" / "down")

    assert result.returncode == 0


def test_pyproject_has_a_table_of_ours(algocheck, project):
    configure(project, '[tool.algocheck]\nunknown = "warn"\n', "pyproject.toml")

    assert algocheck("check", "fees.yaml", cwd=project).returncode == 0


def test_a_pyproject_of_others_is_left_alone(algocheck, project):
    configure(project, "[tool.other]\nthis is no TOML\n", "pyproject.toml")

    assert algocheck("check", "fees.yaml", cwd=project).returncode == 1


def test_several_values_are_a_list(algocheck, project):
    configure(project, 'theme = ["privacy", "chain"]\n')

    result = algocheck("check", "fees.yaml", cwd=project)

    assert "Privacy" in result.stdout
    assert "Equal treatment" not in result.stdout
    assert "rules were not selected" in result.stdout


def test_paths_are_relative_to_the_file(algocheck, project):
    configure(project, 'policy = ["no-such-rules"]\n')

    result = algocheck("check", "../../fees.yaml", cwd=project / "deep" / "down")

    assert result.returncode == 2
    assert "../../no-such-rules" in result.stderr


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('fail_on = "high"\n', "did you mean fail-on"),
        ('severity = "high"\n', "there is no setting `severity`"),
        ('fail-on = "urgent"\n', "urgent"),
        ('fail-on = ["high"]\n', "takes one value"),
        ("all = 1\n", "true or false"),
        ("fail-on = high\n", "cannot be read as TOML"),
        ('at = "2026-01-01"\n', "there is no setting `at`"),
        ("skip-others = true\n", "there is no setting `skip-others`"),
    ],
)
def test_what_a_file_cannot_mean_is_no_verdict(algocheck, project, text, complaint):
    configure(project, text)

    result = algocheck("check", "fees.yaml", cwd=project)

    assert result.returncode == 2
    assert complaint in result.stderr
    assert "algocheck.toml" in result.stderr


@pytest.mark.parametrize("key", ["waivers", "baseline", "policy", "opa-ca", "opa-url", "lang"])
@pytest.mark.parametrize("value", ["3", "true", "inf", "2026-01-01", '"a\\u0000b"', "{}"])
def test_a_value_of_another_type_is_no_verdict_and_no_crash(algocheck, project, key, value):
    configure(project, f"{key} = {value}\n")

    result = algocheck("check", "fees.yaml", "--lang=en", cwd=project)

    assert result.returncode == 2
    assert f"algocheck.toml: `{key}` does not fit: this is a text; write it in quotes" in (
        " ".join(result.stderr.split())
    )


def test_a_byte_order_mark_and_line_ends_of_windows_say_nothing(algocheck, project):
    (project / "algocheck.toml").write_bytes(b'\xef\xbb\xbfunknown = "warn"\r\n')

    assert algocheck("check", "fees.yaml", cwd=project).returncode == 0


def test_two_files_in_one_place_are_one_too_many(algocheck, project):
    configure(project, 'unknown = "warn"\n')
    configure(project, '[tool.algocheck]\nunknown = "fail"\n', "pyproject.toml")

    result = algocheck("check", "fees.yaml", cwd=project)

    assert result.returncode == 2
    assert "keep the settings in one of them" in result.stderr
