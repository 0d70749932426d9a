"""The compose file and the Kubernetes manifest: that they fit together, and that they run."""

import re
import shutil
import subprocess
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from deploy.bundles import Bundles
from deploy.deployed import Opa, Place
from deploy.described import DEPLOY, compose, container, kustomization, pod
from support import ROOT, TODAY

MANIFEST = {"manifest": {"kind": "deployment"}, "today": TODAY}
DOCUMENTED = ROOT / "docs" / "deploy.md"
VARIABLE = r"\bALGOCHECK_[A-Z_]+\b"


def _read_by_opa() -> set[str]:
    files = [DEPLOY / "config.yaml", *(DEPLOY / "policies").glob("*.rego")]
    return {name for file in files for name in re.findall(VARIABLE, file.read_text())}


# --- They fit together ---


def test_both_run_the_opa_that_these_tests_run():
    pinned = tomllib.loads((ROOT / "tools" / "tools.toml").read_text())["opa"]["version"]

    for image in compose()["image"], container()["image"]:
        assert image == f"openpolicyagent/opa:{pinned}-static"


def test_both_give_the_same_command_but_for_what_the_platform_asks():
    only_kubernetes = set(container()["args"]) - set(compose()["command"])

    assert not set(compose()["command"]) - set(container()["args"])
    assert {argument.partition("=")[0] for argument in only_kubernetes} == {
        "--tls-cert-file",
        "--tls-private-key-file",
        "--tls-cert-refresh-period",
    }


def test_every_variable_that_opa_reads_is_set_by_both_and_documented():
    (settings,) = kustomization()["algocheck-opa-settings"]["envs"]
    given = {line.partition("=")[0] for line in (DEPLOY / settings).read_text().splitlines()}
    given |= {each["name"] for each in container()["env"]}
    told = set(re.findall(VARIABLE, DOCUMENTED.read_text(encoding="utf-8")))

    assert _read_by_opa() <= given
    assert _read_by_opa() <= set(compose()["environment"])
    assert _read_by_opa() <= told


def test_what_compose_insists_on_stands_in_its_example():
    insisted = re.findall(r"\$\{(\w+):\?\}", (DEPLOY / "compose.yaml").read_text())
    example = (DEPLOY / ".env.example").read_text()

    assert insisted
    assert not [name for name in insisted if f"\n{name}=" not in example]


def test_what_kubernetes_mounts_is_what_stands_here():
    volumes = {volume["name"]: volume for volume in pod()["volumes"]}
    policies = kustomization()[volumes["policies"]["configMap"]["name"]]["files"]
    config = kustomization()[volumes["config"]["configMap"]["name"]]["files"]

    assert config == ["config.yaml"]
    assert sorted(policies) == sorted(
        file.relative_to(DEPLOY).as_posix() for file in (DEPLOY / "policies").iterdir()
    )
    assert {mount["name"] for mount in container()["volumeMounts"]} == set(volumes)


def test_kubectl_makes_config_maps_of_the_very_bytes():
    kubectl = shutil.which("kubectl")
    if not kubectl:
        pytest.skip("no kubectl: what it makes of kustomization.yaml is not seen")
    rendered = subprocess.run([kubectl, "kustomize", DEPLOY], check=True, capture_output=True)
    objects = list(yaml.safe_load_all(rendered.stdout))
    maps = {each["metadata"]["name"]: each for each in objects if each["kind"] == "ConfigMap"}
    (made,) = [each["spec"]["template"]["spec"] for each in objects if each["kind"] == "Deployment"]
    volumes = {each["name"]: each for each in made["volumes"]}
    mounted = {
        name: maps[volumes[name]["configMap"]["name"]]["data"] for name in ("config", "policies")
    }

    assert mounted == {
        "config": {"config.yaml": (DEPLOY / "config.yaml").read_text(encoding="utf-8")},
        "policies": {
            file.name: file.read_text(encoding="utf-8") for file in (DEPLOY / "policies").iterdir()
        },
    }


def test_no_container_can_do_more_than_it_must():
    shared, security = pod()["securityContext"], container()["securityContext"]

    assert shared["runAsNonRoot"] is True
    assert shared["seccompProfile"] == {"type": "RuntimeDefault"}
    assert pod()["automountServiceAccountToken"] is False
    assert security["readOnlyRootFilesystem"] is True
    assert security["allowPrivilegeEscalation"] is False
    assert security["capabilities"] == {"drop": ["ALL"]}
    assert set(container()["resources"]["limits"]) == {"cpu", "memory"}
    service = compose()
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert {"mem_limit", "cpus", "pids_limit"} <= set(service)
    assert all(port.startswith("127.0.0.1:") for port in service["ports"])


def test_opa_itself_has_nothing_to_say_about_the_policies(opa: Path):
    for judged in ["check", "--strict", "--bundle"], ["fmt", "--fail", "--list"]:
        done = subprocess.run(
            [opa, *judged, DEPLOY / "policies"], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


# --- They run ---


def _mount(files: dict[str, Path], at: Path) -> Path:
    """Lay *files* out as Kubernetes mounts a config map or a secret: as links to links."""
    version = at / "..2026_11_23_10_00_00.1"
    version.mkdir(parents=True)
    (at / "..data").symlink_to(version.name)
    for name, file in files.items():
        shutil.copy(file, version / name)
        (at / name).symlink_to(Path("..data", name))
    return at


def _mounted(place: Place, at: Path) -> Place:
    """Mount what the container asks for, below *at*."""
    sources = {
        "config": {"config.yaml": DEPLOY / "config.yaml"},
        "policies": {file.name: file for file in (DEPLOY / "policies").iterdir()},
        "secret": {file.name: file for file in place.secrets.glob("[!t]*")},
        "tls": {file.name: file for file in place.secrets.glob("tls.*")},
    }
    for mount in container()["volumeMounts"]:
        here = at / mount["mountPath"].removeprefix("/")
        if "subPath" in mount:  # that file itself, no link
            here.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(sources[mount["name"]][mount["subPath"]], here)
        elif mount["name"] in sources:
            _mount(sources[mount["name"]], here)
    return place._replace(
        config=at / "etc/algocheck/config",
        policies=at / "etc/algocheck/policies",
        secrets=at / "run/secrets/algocheck",
        tls=at / "run/secrets/algocheck-tls",
    )


@dataclass
class Probes:
    """How a platform looks at its container, over TLS."""

    opa: Opa

    def answer(self, probe: str) -> bool:
        asked = container()[probe]["httpGet"]
        assert asked["scheme"] == "HTTPS"
        return self.opa.send("GET", asked["path"], token=None).status == 200


def test_as_kubernetes_starts_it_it_serves_over_tls_and_its_probes_tell_the_truth(
    place: Place, bundles: Bundles, tmp_path: Path
):
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost"),
            *("-addext", "subjectAltName=DNS:localhost", "-days", "2"),
            *("-keyout", place.secrets / "tls.key", "-out", place.secrets / "tls.crt"),
        ],
        check=True,
        capture_output=True,
    )
    with Opa(_mounted(place, tmp_path / "mounted"), container()["args"]) as opa:
        probes = Probes(opa)
        assert probes.answer("livenessProbe")
        assert not probes.answer("readinessProbe")
        place.web.publish(bundles.first)
        opa.wait_until_ready()
        assert probes.answer("readinessProbe")
        answer = opa.judge(MANIFEST)
        assert answer["result"]["day"] == ["first", "first"]
        assert opa.send("POST", "/v1/data/algocheck/main/report", {}, token=None).status == 401
        assert place.logs.decision(answer["decision_id"])["input"]["manifest"] == {
            "kind": "deployment"
        }


def test_the_health_check_of_compose_tells_ready_from_not(place: Place, bundles: Bundles):
    asked, _, *command = compose()["healthcheck"]["test"]
    assert asked == "CMD"

    with Opa(place) as opa:
        here = [part.replace("127.0.0.1:8181", f"127.0.0.1:{opa.port}") for part in command]

        def is_healthy() -> bool:
            return subprocess.run([place.opa, *here], capture_output=True).returncode == 0  # noqa: PLW1510

        assert not is_healthy()
        place.web.publish(bundles.first)
        opa.wait_until_ready()
        assert is_healthy()
    assert not is_healthy()
