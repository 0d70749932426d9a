"""Who may ask a deployed OPA what: known callers for a judgement, anybody for its health."""

import pytest

from deploy.deployed import TOKEN, Opa
from support import TODAY

QUESTION = {"input": {"manifest": {"kind": "deployment"}, "today": TODAY}}
REPORT = "/v1/data/algocheck/main/report"
BUNDLES = "/v1/data/system/bundles"


@pytest.mark.parametrize("document", ["report", "evaluation", "complete", "deny", "warn"])
def test_a_known_caller_is_answered(deployed: Opa, document: str):
    status, body = deployed.send("POST", f"/v1/data/algocheck/main/{document}", QUESTION)

    assert status == 200
    assert body["result"]


def test_what_an_engine_asks_along_is_allowed(deployed: Opa):
    asked = f"{REPORT}?provenance=true&strict-builtin-errors=true&metrics=true&pretty=true"

    assert deployed.send("POST", asked, QUESTION).status == 200


def test_a_known_caller_sees_which_policies_these_are(deployed: Opa):
    status, body = deployed.send("GET", BUNDLES)

    assert status == 200
    assert body["result"]["algocheck"]["manifest"]["revision"] == "first"
    assert deployed.send("GET", BUNDLES, token=None).status == 401


@pytest.mark.parametrize(
    "token", [None, "", TOKEN[:-1], TOKEN + "0", TOKEN.upper(), "short", "é" * 40]
)
def test_an_unknown_token_gets_no_answer_but_is_told_what_to_send(deployed: Opa, token: str | None):
    header = token.encode().decode("latin-1") if token else token

    status, body = deployed.send("POST", REPORT, QUESTION, token=header)

    assert status == 401
    assert "Authorization: Bearer TOKEN" in body["message"]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", REPORT),
        ("PUT", REPORT),
        ("PATCH", REPORT),
        ("DELETE", REPORT),
        ("POST", "/"),
        ("POST", "/v0/data/algocheck/main/report"),
        ("POST", "/v1/data"),
        ("POST", "/v1/data/algocheck/main"),
        ("POST", "/v1/data/algocheck/main/"),
        ("POST", "/v1/data/algocheck/main/report/"),
        ("POST", "/v1/data/algocheck/main/report/transparency"),
        ("POST", "/v1/data/algocheck/main%2Freport"),
        ("POST", "/v1/data/algocheck/main/../main/report"),
        ("POST", "/v1/data/algocheck/index"),
        ("POST", "/v1/data/system/authz/allow"),
        ("POST", "/v1/data/system/log/mask"),
        ("POST", f"{REPORT}?explain=full"),
        ("POST", f"{REPORT}?instrument=true"),
        ("POST", BUNDLES),
        ("PUT", BUNDLES),
        ("GET", f"{BUNDLES}?explain=full"),
        ("GET", f"{BUNDLES}/algocheck"),
        ("GET", "/v1/data/system"),
        ("POST", "/v1/query"),
        ("POST", "/v1/compile"),
        ("POST", "/v1/compile/algocheck/main/report"),
        ("GET", "/v1/query?q=opa.runtime()"),
        ("GET", "/v1/policies"),
        ("GET", "/v1/config"),
        ("GET", "/v1/status"),
        ("GET", "/metrics"),
        ("GET", "/health/live"),
        ("PUT", "/health"),
        ("PUT", "/v1/policies/mine"),
        ("DELETE", "/v1/policies/etc/algocheck/policies/authz.rego"),
        ("PUT", "/v1/data/system/log/fields"),
        ("PATCH", "/v1/data/algocheck/params"),
    ],
)
def test_a_token_opens_nothing_else(deployed: Opa, method: str, path: str):
    status, body = deployed.send(method, path, QUESTION)

    assert status in {301, 401}  # Go's server tidies up a path that climbs, by a redirect
    assert "result" not in (body or {})


def test_health_is_told_to_anybody(deployed: Opa):
    assert deployed.is_alive()
    assert deployed.is_ready()
