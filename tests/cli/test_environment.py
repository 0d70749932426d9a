"""Settings in the environment: what does not exist is refused, what is of others is left alone."""

import re

import pytest

from support import ROOT

MANIFEST = "manifest_version: 1\nalgorithm: {name: Fees}\nkind: deployment\n"


@pytest.fixture
def checked(algocheck, tmp_path):
    (tmp_path / "fees.yaml").write_text(MANIFEST)
    return lambda **env: algocheck("check", "fees.yaml", "--unknown", "warn", env=env)


def test_a_setting_with_a_typo_is_no_verdict(checked):
    done = checked(ALGOCHECK_FAILON="low")

    assert (done.returncode, done.stdout) == (2, "")
    assert "no setting ALGOCHECK_FAILON" in done.stderr
    assert "did you mean ALGOCHECK_FAIL_ON?" in done.stderr


def test_a_setting_that_resembles_none_is_no_verdict_either(checked):
    done = checked(ALGOCHECK_XYZZY="low", LC_ALL="nl_NL")

    assert (done.returncode, done.stdout) == (2, "")
    assert "de instelling ALGOCHECK_XYZZY bestaat niet" in done.stderr
    assert "bedoelde u" not in done.stderr


def test_other_commands_refuse_it_too(algocheck):
    assert algocheck("rules", env={"ALGOCHECK_XYZZY": "1"}).returncode == 2
    assert algocheck("policy", "index", "--check", env={"ALGOCHECK_XYZZY": "1"}).returncode == 2


def test_what_is_for_another_command_is_left_alone(algocheck):
    assert algocheck("rules", env={"ALGOCHECK_FAIL_ON": "low"}).returncode == 0


def test_an_empty_one_sets_nothing(checked):
    assert checked(ALGOCHECK_XYZZY="").returncode == 0


@pytest.mark.parametrize(
    "name",
    [
        "ALGOCHECK_SERVICE_HOST",
        "ALGOCHECK_SERVICE_PORT",
        "ALGOCHECK_SERVICE_PORT_HTTPS",
        "ALGOCHECK_PORT",
        "ALGOCHECK_PORT_8181_TCP",
        "ALGOCHECK_PORT_8181_TCP_ADDR",
        "ALGOCHECK_OPA_SERVICE_HOST",
        "ALGOCHECK_OPA_PORT_8181_TCP_PROTO",
    ],
)
def test_what_kubernetes_makes_of_a_service_is_left_alone(checked, name):
    assert checked(**{name: "tcp://10.0.0.1:8181"}).returncode == 0


def test_what_deploy_sets_is_left_alone(checked):
    texts = [file.read_text(encoding="utf-8") for file in (ROOT / "deploy").rglob("*.y*ml")]
    named = {name for text in texts for name in re.findall(r"\bALGOCHECK_[A-Z_]+\b", text)}

    assert len(named) > 5
    assert checked(**dict.fromkeys(named, "1")).returncode == 0
