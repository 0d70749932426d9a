"""What follows for one manifest: an outcome for every rule, findings, and questions."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from algocheck.manifest.document import Document
from algocheck.manifest.schema import field
from algocheck.model import (
    Answer,
    Finding,
    Kind,
    Law,
    Location,
    Outcome,
    Owner,
    Question,
    Rule,
    Verdict,
)
from algocheck.verdict.evaluate import Evaluation
from algocheck.verdict.questions import questions
from algocheck.verdict.select import Selection
from algocheck.verdict.subject import subject_of
from algocheck.verdict.typed import value_at


def decide(
    document: Document,
    faults: Sequence[Finding],
    evaluations: Sequence[Evaluation],
    selection: Selection,
) -> Verdict:
    """Return the verdict on *document*; without *evaluations* it is unevaluated."""
    answers = list(_answers(evaluations, selection))
    fails = [pair for pair in answers if pair[0].outcome is Outcome.FAIL]
    unknown = [pair for pair in answers if pair[0].outcome is Outcome.UNKNOWN]
    upcoming = [pair for pair in answers if pair[0].outcome is Outcome.UPCOMING]
    manifest = _identity(document)
    asked = questions(fails + unknown, document.value, document.locate, manifest)
    later = questions(upcoming, document.value, document.locate, manifest)
    known = {question.path for question in asked}
    kind = _choice(document.value, "kind")
    return Verdict(
        file=document.file,
        document=document.number,
        manifest=manifest,
        title=_text(document.value, "algorithm", "name") or manifest,
        kind=kind,
        organization=_text(document.value, "organization", "name"),
        status=_choice(document.value, "algorithm", "status"),
        evaluated=any(answer.asked for answer, _ in answers),
        answers=tuple(answer for answer, _ in answers),
        faults=tuple(_named(fault, document) for fault in faults),
        findings=_all_findings(fails, document),
        questions=_askable(asked, kind, selection),
        later_findings=_all_findings(upcoming, document),
        later_questions=_askable(
            tuple(question for question in later if question.path not in known), kind, selection
        ),
    )


def _answers(
    evaluations: Sequence[Evaluation], selection: Selection
) -> Iterator[tuple[Answer, Evaluation]]:
    pairs = [
        (_answer(rule, evaluation), evaluation)
        for evaluation in evaluations
        for rule in evaluation.bundle.rules
        if selection.takes(rule)
    ]
    # The rules of one bundle are sorted already.
    yield from pairs if len(evaluations) == 1 else sorted(pairs, key=lambda pair: pair[0].rule.id)


def _all_findings(
    answers: Sequence[tuple[Answer, Evaluation]], document: Document
) -> tuple[Finding, ...]:
    found = (
        finding
        for answer, evaluation in answers
        if answer.violated
        for finding in _findings(answer, evaluation, document)
    )
    return tuple(sorted(found, key=_weight))


def _weight(finding: Finding) -> tuple[int, int, str, Location]:
    """Put the most severe first, and law before what is no law."""
    kinds = list(Kind)
    rule = finding.rule
    return -rule.severity, kinds.index(rule.kind), rule.id, finding.location


def _answer(rule: Rule, evaluation: Evaluation) -> Answer:
    answer = evaluation.answers[rule.id]
    outcome = answer["outcome"]
    applies = answer["applies"]
    violated = applies == "yes" and any(part["met"] == "no" for part in answer["requires"])
    asked = rule.is_asked_of(evaluation.facts.get("kind", ""))
    begins = answer["begins"] if outcome == "upcoming" else ""
    undecided = answer["undecided"] if outcome in ("upcoming", "unknown") else ""
    return _once(rule, outcome, applies, asked, begins, undecided, violated)


@lru_cache(maxsize=4096)
def _once(rule: Rule, outcome: str, *told: Any) -> Answer:
    """Make each answer once: manifests differ in few, and workers send all of them home."""
    return Answer(rule, Outcome(outcome), *told)


def _findings(answer: Answer, evaluation: Evaluation, document: Document) -> Iterator[Finding]:
    for requirement in evaluation.answers[answer.rule.id]["requires"]:
        if requirement["met"] != "no":
            continue
        path = tuple(requirement["path"])
        yield Finding(
            rule=answer.rule,
            manifest=_identity(document),
            subject=subject_of(path, document.value),
            location=document.locate(path),
            path=path,
            found=value_at(path, document.value),
            shown=requirement.get("shown", {}),
            laws=tuple(law for law in answer.rule.laws if _bears(law, evaluation)),
            owner=_owner(answer.rule, evaluation),
        )


def _owner(rule: Rule, evaluation: Evaluation) -> Owner:
    """Say who must act: where a system was made in house, there is no supplier to ask."""
    internal = value_at(("supplier", "internal"), evaluation.facts) == "yes"
    return Owner.DEPLOYER if internal else rule.owner


def _bears(law: Law, evaluation: Evaluation) -> bool:
    """Whether an article bears on this manifest; some do only in certain legal domains."""
    return all(
        value_at(tuple(fact.split(".")), evaluation.facts) in values
        for fact, values in law.only_if.items()
    )


def _askable(asked: tuple[Question, ...], kind: str, selection: Selection) -> tuple[Question, ...]:
    """Leave out what only the deployer can know where the supplier is asked."""
    if kind != "supplier" and selection.party is not Owner.SUPPLIER:
        return asked
    return tuple(question for question in asked if field(question.fact).asked_of != "deployer")


def _named(fault: Finding, document: Document) -> Finding:
    subject = subject_of(fault.path, document.value, fault.found)
    return fault._replace(manifest=_identity(document), subject=subject)


def _identity(document: Document) -> str:
    value = document.value
    return _text(value, "algorithm", "id") or _text(value, "algorithm", "name") or document.file


def _choice(value: Any, *path: str) -> str:
    """Return what was chosen at *path*; what the field does not offer is no choice."""
    found = _text(value, *path)
    return found if found in field(".".join(path)).values else "unknown"


def _text(value: Any, *path: str) -> str:
    found = value_at(path, value)
    return found if isinstance(found, str) else ""
