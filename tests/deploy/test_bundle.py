"""How a deployed OPA comes by its policies: signed, from a web server, and never half."""

import threading
from collections import Counter
from pathlib import Path

import pytest

from deploy.bundles import Bundles, new_key, with_a_lie
from deploy.deployed import Opa, Place
from deploy.servers import eventually
from support import TODAY

MANIFEST = {
    "manifest": {"kind": "deployment", "decision": {"effect": "legal", "awb_decision": "yes"}},
    "today": TODAY,
}


def test_health_tells_alive_from_ready(place: Place, bundles: Bundles):
    with Opa(place) as opa:
        assert opa.is_alive()
        assert not opa.is_ready()
        assert "result" not in opa.judge(MANIFEST)  # undefined: no answer, and so no pass

        place.web.publish(bundles.first)
        opa.wait_until_ready()

        assert opa.judge(MANIFEST)["result"]["day"] == ["first", "first"]


def test_every_answer_names_the_revision_that_gave_it(deployed: Opa):
    answer = deployed.judge(MANIFEST)

    assert answer["provenance"]["bundles"]["algocheck"] == {"revision": "first"}
    assert answer["result"]["day"] == ["first", "first"]


def test_an_update_fails_no_request_and_mixes_no_revisions(place: Place, bundles: Bundles):
    place.web.publish(bundles.first)
    with Opa(place) as opa:
        opa.wait_until_ready()
        answers = opa.judge(MANIFEST)["result"]["answers"]
        told: Counter[str] = Counter()
        wrong: list[object] = []
        done = threading.Event()

        def ask() -> None:
            connection = opa.connect()
            while not done.is_set():
                try:
                    answer = opa.judge(MANIFEST, over=connection)
                    revision = answer["provenance"]["bundles"]["algocheck"]["revision"]
                    whole = {"day": [revision, revision], "answers": answers}
                    if {name: answer["result"][name] for name in whole} != whole:
                        wrong.append(answer)
                    told[revision] += 1
                except Exception as error:  # noqa: BLE001 - whatever it is, no request may fail
                    wrong.append(error)
            connection.close()

        askers = [threading.Thread(target=ask) for _ in range(3)]
        for asker in askers:
            asker.start()
        try:
            for revision, bundle in ("second", bundles.second), ("first", bundles.first):
                before = told[revision]
                place.web.publish(bundle)
                opa.wait_for(revision)
                eventually(lambda: told[revision] > before + 10, f"answers of {revision}")  # noqa: B023
        finally:
            done.set()
            for asker in askers:
                asker.join()

        assert not wrong
        assert set(told) == {"first", "second"}


def test_what_is_not_signed_for_here_is_refused_and_the_old_one_keeps_serving(
    place: Place, bundles: Bundles, tmp_path: Path
):
    spoilt = {
        "signed with another key": bundles.builder.build(
            "stranger", key=new_key(tmp_path / "stranger")
        ),
        "not signed": bundles.builder.build_unsigned("unsigned"),
        "signed for another scope": bundles.builder.build("elsewhere", scope="test"),
        "changed after it was signed": with_a_lie(bundles.second),
        "cut off": bundles.second[: len(bundles.second) // 2],
        "no bundle": b"<html>503 Service Unavailable</html>",
    }
    place.web.publish(bundles.first)
    with Opa(place) as opa:
        opa.wait_until_ready()
        for what, bundle in spoilt.items():
            refusals = opa.says().count("Bundle load failed")
            place.web.publish(bundle)
            eventually(lambda: opa.says().count("Bundle load failed") > refusals, what)  # noqa: B023

            assert opa.is_ready(), what
            assert opa.judge(MANIFEST)["result"]["day"] == ["first", "first"], what

        place.web.publish(bundles.second)
        opa.wait_for("second")


def test_without_a_bundle_that_can_be_trusted_there_is_no_answer(place: Place, bundles: Bundles):
    place.web.publish(with_a_lie(bundles.first))
    with Opa(place) as opa:
        eventually(lambda: "Bundle load failed" in opa.says(), "a refusal")

        assert opa.is_alive()
        assert not opa.is_ready()
        assert "result" not in opa.judge(MANIFEST)


def test_a_restart_needs_no_web_server(place: Place, bundles: Bundles):
    place.web.publish(bundles.first)
    with Opa(place) as opa:
        opa.wait_until_ready()
    place.web.stop()

    with Opa(place) as opa:
        opa.wait_until_ready()

        assert opa.judge(MANIFEST)["result"]["day"] == ["first", "first"]


def test_what_lies_on_disk_is_verified_too(place: Place, bundles: Bundles):
    place.web.publish(bundles.first)
    with Opa(place) as opa:
        opa.wait_until_ready()
    place.web.stop()
    (kept,) = place.state.rglob("bundle.tar.gz")
    kept.write_bytes(with_a_lie(bundles.first))

    with Opa(place) as opa:
        eventually(lambda: "digest" in opa.says(), "a refusal")

        assert not opa.is_ready()
        assert "result" not in opa.judge(MANIFEST)


def test_a_bundle_that_cannot_be_kept_does_not_make_it_ready(place: Place, bundles: Bundles):
    place.state.write_text("a file where the folder should be")
    place.web.publish(bundles.first)
    with Opa(place) as opa:
        eventually(lambda: "Persisting bundle to disk failed" in opa.says(), "a complaint")

        assert not opa.is_ready()


def test_a_signed_bundle_cannot_take_over_who_may_ask_and_what_is_logged(
    place: Place, bundles: Bundles
):
    place.web.publish(bundles.first)
    with Opa(place) as opa:
        opa.wait_until_ready()
        place.web.publish(bundles.builder.build("greedy", roots=["system"]))
        eventually(lambda: "overlapping roots" in opa.says(), "a refusal")

        assert opa.revision() == "first"
        assert opa.send("GET", "/v1/policies").status == 401


@pytest.mark.parametrize("name", ["ALGOCHECK_POLL_MIN_SECONDS", "ALGOCHECK_LOG_MAX_SECONDS"])
def test_a_variable_that_holds_a_number_must_be_set(place: Place, name: str):
    opa = Opa(place, **{name: None})

    assert opa.exit_code() != 0
    assert "_delay_seconds" in opa.says()


@pytest.mark.parametrize(
    "name", ["ALGOCHECK_BUNDLE_URL", "ALGOCHECK_BUNDLE_PATH", "ALGOCHECK_BUNDLE_SCOPE"]
)
def test_a_variable_about_the_bundle_that_is_not_set_leaves_it_unready(
    place: Place, bundles: Bundles, name: str
):
    place.web.publish(bundles.first)
    with Opa(place, **{name: None}) as opa:
        eventually(lambda: "Bundle load failed" in opa.says(), "a complaint")

        assert not opa.is_ready()


def test_without_the_key_it_does_not_start(place: Place):
    (place.secrets / "bundle-key.pem").unlink()

    assert Opa(place).exit_code() != 0
