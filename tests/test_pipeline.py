"""The walk from files to a report: the same files give the same report, however it is walked."""

import pytest

from algocheck import pipeline
from algocheck.bundles import distinct, shipped
from algocheck.errors import BundleError, UsageError
from algocheck.manifest.schema import fact_of
from algocheck.model import Outcome, Status
from algocheck.plan import Plan
from algocheck.resources import examples
from support import TODAY


@pytest.fixture(scope="module")
def bundle():
    return shipped()


def plan(bundle, **changes):
    return Plan(bundles=(bundle,), today=TODAY)._replace(**changes)


def many(folder, number=40):
    """Fill *folder* with copies of the examples."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(examples().glob("*.yaml"))]
    for position in range(number):
        text = texts[position % len(texts)]
        (folder / f"{position:03}.yaml").write_text(text, encoding="utf-8")


def test_several_processes_give_the_report_of_one(bundle, tmp_path):
    many(tmp_path)

    alone = pipeline.check(["."], plan(bundle, jobs=1), root=tmp_path)
    together = pipeline.check(["."], plan(bundle, jobs=2), root=tmp_path)

    assert together == alone
    assert len(alone.verdicts) == 40


def test_several_processes_send_home_the_rules_that_are_here_and_those_that_are_nowhere_else(
    bundle, tmp_path
):
    many(tmp_path)
    (tmp_path / "000.yaml").write_text("manifest_version: 1\nalgorithm: {name: A, nam: B}\n")

    report = pipeline.check(["."], plan(bundle, jobs=2), root=tmp_path)

    known = {id(rule) for rule in bundle.rules}
    told = [answer.rule for verdict in report.verdicts for answer in verdict.answers]
    assert told
    assert {id(rule) for rule in told} <= known
    assert "schema/unknown-key" in [fault.rule.id for fault in report.verdicts[0].faults]


def test_progress_is_told_to_the_end(bundle, tmp_path):
    many(tmp_path, 3)
    told = []

    pipeline.check(["."], plan(bundle), root=tmp_path, progress=lambda *each: told.append(each))

    assert told == [(1, 3), (2, 3), (3, 3)]


def test_nothing_to_check_is_no_report(bundle, tmp_path):
    (tmp_path / "other.yaml").write_text("a: b\n", encoding="utf-8")

    with pytest.raises(UsageError, match="nothing was checked"):
        pipeline.check(["."], plan(bundle), root=tmp_path)


def test_one_rule_in_two_bundles_names_both(bundle):
    with pytest.raises(BundleError, match="in bundle algocheck and in bundle house"):
        distinct([bundle, bundle._replace(name="house")])


def test_every_unknown_answer_of_the_examples_is_asked_for(bundle):
    report = pipeline.check(["."], plan(bundle), root=examples())

    assert sum(verdict.number_of(Outcome.UNKNOWN) for verdict in report.verdicts) > 20
    for verdict in report.verdicts:
        waiting = {rule.id for question in verdict.questions for rule in question.rules}
        for answer in verdict.answers:
            if answer.outcome is Outcome.UNKNOWN:
                assert answer.rule.id in waiting, (verdict.file, answer.rule.id)


def test_a_question_names_the_fact_at_its_place(bundle):
    report = pipeline.check(["."], plan(bundle), root=examples())
    asked = [question for verdict in report.verdicts for question in verdict.questions]

    assert asked
    for question in asked:
        assert question.fact == fact_of(question.path)
        assert question.location.pointer == "".join(f"/{step}" for step in question.path)


def test_a_manifest_of_which_nothing_is_asked_never_passes(bundle, tmp_path):
    text = (examples() / "anonymisation-supplier.yaml").read_text(encoding="utf-8")
    (tmp_path / "supplier.yaml").write_text(text, encoding="utf-8")
    (rule,) = (each for each in bundle.rules if each.code == "LM-03")
    selection = plan(bundle).selection._replace(rules=frozenset({rule.id}))

    report = pipeline.check(["supplier.yaml"], plan(bundle, selection=selection), root=tmp_path)

    assert report.status(report.verdicts[0]) is Status.UNEVALUATED
    assert not report.passes
