"""What stands in deploy/opa, read."""

from typing import Any

import yaml

from support import ROOT

DEPLOY = ROOT / "deploy" / "opa"


def compose() -> dict[str, Any]:
    """Return the one service of the compose file."""
    service: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"][
        "opa"
    ]
    return service


def kubernetes() -> list[dict[str, Any]]:
    """Return the objects of the Kubernetes manifest."""
    return list(yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text(encoding="utf-8")))


def pod() -> dict[str, Any]:
    """Return the pods that it asks for."""
    (deployment,) = [each for each in kubernetes() if each["kind"] == "Deployment"]
    spec: dict[str, Any] = deployment["spec"]["template"]["spec"]
    return spec


def container() -> dict[str, Any]:
    """Return the one container of each."""
    (only,) = pod()["containers"]
    assert isinstance(only, dict)
    return only


def kustomization() -> dict[str, dict[str, Any]]:
    """Return by name which config maps are made from which files."""
    text = (DEPLOY / "kustomization.yaml").read_text(encoding="utf-8")
    return {each["name"]: each for each in yaml.safe_load(text)["configMapGenerator"]}
