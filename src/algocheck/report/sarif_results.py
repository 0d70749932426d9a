"""A result of SARIF: one alert."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from algocheck.model import BaselineState
from algocheck.report import phrases
from algocheck.report.alert_text import excuse, is_fault, is_question, word
from algocheck.report.alerts import Alert, Level
from algocheck.report.sarif_places import Files, logical
from algocheck.words import Language
from algocheck.words.plain import harmless

FINGERPRINT = "algocheck/v1"
"""Names the way in which `Finding.fingerprint` is made: another way needs another name."""

_WORD = re.compile(r"[^\W\d_]+[:,.]?(?:\s|$)")

_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")
"""Where SARIF would begin a link: what people wrote is no link of ours."""


class Results:
    """Turns alerts into results; what the results of one run must agree on is known beforehand."""

    def __init__(
        self, alerts: Sequence[Alert], rules: Sequence[str], files: Files, language: Language
    ) -> None:
        self._index = {rule: position for position, rule in enumerate(rules)}
        self._files = files
        self._language = language
        # All results say whether they are suppressed and whether they are new, or none does.
        self._covered = any(alert.waiver or alert.baseline for alert in alerts)
        self._compared = any(alert.baseline for alert in alerts)

    def of(self, alert: Alert) -> dict[str, Any]:
        """Return the result of *alert*."""
        place: dict[str, Any] = {"physicalLocation": self._files.physical(alert.location)}
        if alert.manifest or alert.location.pointer:
            place["logicalLocations"] = [logical(alert)]
        told: dict[str, Any] = {
            "ruleId": alert.name,
            "ruleIndex": self._index[alert.name],
            # Services that show results show no other kind, or show it as if it were this one.
            "kind": "fail",
            "level": alert.level.value,
            "message": {"text": _message(alert, self._language)},
            "locations": [place],
            "partialFingerprints": {FINGERPRINT: alert.fingerprint},
        }
        if self._covered:
            told["suppressions"] = list(_suppressions(alert, self._files, self._language))
        if self._compared:
            told["baselineState"] = (alert.baseline or BaselineState.NEW).value
        return told | {"properties": _properties(alert, self._language)}


def _message(alert: Alert, language: Language) -> str:
    """Say what is wrong or asked, what is required and what to do, in sentences."""
    asked = [alert.title, alert.message, alert.remedy]
    required = f"{phrases.word('required', language)}: {alert.title}"
    remedy = f"{phrases.word('remedy', language)}: {alert.remedy}" if alert.remedy else ""
    acts = phrases.word(f"owner-{alert.owner}", language)
    parts = [alert.message, required, remedy, f"{phrases.word('acts', language)}: {acts}"]
    if is_fault(alert):
        parts = [alert.message, alert.remedy]
    told = asked if is_question(alert) else parts
    if alert.level is Level.NOTE:
        # Also what is suppressed is shown as open at GitHub, which reads no suppressions.
        told.insert(0, excuse(alert, alert.severity, language))
    return _LINK.sub(r"\\[", harmless(" ".join(map(_sentence, filter(None, told)))))


def _sentence(text: str) -> str:
    ended = text if text.endswith((".", "?", "!")) else f"{text}."
    # The name of a fact keeps its small letter.
    return ended[0].upper() + ended[1:] if _WORD.match(ended) else ended


def _suppressions(alert: Alert, files: Files, language: Language) -> Iterator[dict[str, Any]]:
    waiver = alert.waiver
    if waiver:
        by, why = waiver.decided_by_role, waiver.reason
        told = word("waived", language, expires=waiver.expires, role=by, reason=why)
        told += f" ({waiver.reference})" if waiver.reference else ""
        yield _suppression(told) | {
            "location": {"physicalLocation": files.physical(waiver.location)},
            "properties": {
                "decidedByRole": by,
                "expires": waiver.expires,
                "reference": waiver.reference,
            },
        }
    if alert.baseline is BaselineState.UNCHANGED:
        yield _suppression(word("baselined", language))


def _suppression(justification: str) -> dict[str, Any]:
    return {
        "kind": "external",
        "status": "accepted",
        "justification": harmless(justification),
    }


def _properties(alert: Alert, language: Language) -> dict[str, Any]:
    told: dict[str, Any] = {
        "outcome": "fault" if is_fault(alert) else alert.outcome.value,
        "severity": alert.severity.word,
        "document": alert.location.document,
        "pointer": alert.location.pointer,
    }
    if is_question(alert):
        return told | {"rules": [rule.id for rule in alert.rules]}
    told |= {"kind": alert.kind.value, "owner": alert.owner.value}
    if alert.begins:
        told["begins"] = alert.begins
    if alert.laws:
        told["laws"] = [act for act, _ in phrases.acts(alert.laws, language)]
    return told
