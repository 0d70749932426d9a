"""What a waiver is to say: from the options, and from a person who answers questions."""

import sys
from collections.abc import Mapping

import click

from algocheck.cli.asking import ask, choose, told
from algocheck.errors import UsageError
from algocheck.model import Location, Question, Waiver
from algocheck.waiver.admission import Permitted
from algocheck.waiver.proposing import Candidate, Proposing
from algocheck.waiver.reading import Waivers
from algocheck.waiver.shape import is_day
from algocheck.words import Language, message

Given = Mapping[str, str | None]

NOWHERE = Location("", 1, 1)
SHOWN = 20
"""How many open points a person is given to choose from."""


class Answers:
    """What a waiver is to say; a person is asked for what the options leave out."""

    def __init__(
        self, proposing: Proposing, known: Waivers, given: Given, language: Language
    ) -> None:
        self.proposing = proposing
        self.known = known
        self.given = given
        self.language = language
        self.asks = sys.stdin.isatty()

    def waiver(self) -> Waiver:
        """Return it; it is not yet known whether it may be."""
        name, manifest, place = self._name(), self.given["manifest"], self.given["place"]
        found = self.proposing.candidates(name=name, manifest=manifest, place=place)
        if name is None or manifest is None or place is None:
            chosen: Candidate | None = self._chosen(found)
        else:
            chosen = found[0] if found else None
        if chosen:
            name, manifest = chosen.point.name, chosen.verdict.manifest
            place = chosen.point.place
        permitted = self.proposing.permitted(chosen) if chosen else None
        return Waiver(
            rule=name or "",
            manifest=manifest or "",
            place=place or "",
            reason=self._text("reason"),
            decided_by_role=self._role(permitted),
            expires=self._expires(permitted),
            reference=self._reference(permitted),
            location=NOWHERE,
        )

    def _name(self) -> str | None:
        written = self.given["rule"]
        if written is None:
            return None
        name = self.proposing.names.resolve(written.strip())
        if name is None:
            near = self.proposing.names.near(written)
            key = "no-such-rule-but" if near else "no-such-rule"
            raise UsageError(f"waive.{key}", name=written, closest=near or "")
        return name

    def _chosen(self, found: list[Candidate]) -> Candidate:
        # Who names the rule may well want to renew a waiver; who names nothing, hardly.
        done = self.proposing.covered(self.known) if self.given["rule"] is None else ()
        found = [each for each in found if each.key not in done]
        open_to_all = [each for each in found if not self.proposing.is_never(each)]
        if not open_to_all:
            key = "only-never" if found else "nothing-open"
            raise UsageError(f"waive.{key}", n=len(found))
        ordered = sorted(open_to_all, key=lambda each: -each.point.severity)
        if len(found) > len(open_to_all):
            self._say("left-out", n=len(found) - len(open_to_all))
        if len(ordered) > SHOWN:
            self._say("too-many", n=len(ordered), shown=SHOWN)
        options = [self._line(each) for each in ordered[:SHOWN]]
        return ordered[choose(told("which", self.language), options, self.language)]

    def _line(self, candidate: Candidate) -> str:
        point = candidate.point
        key = "asked" if isinstance(point, Question) else "broken"
        return told(
            key,
            self.language,
            name=point.name,
            place=point.place,
            manifest=candidate.verdict.manifest,
            severity=message(f"report.severity-{point.severity.word}"),
        )

    def _text(self, key: str) -> str:
        text = self.given[key]
        if text is not None:
            return _clean(text, key)
        return ask(told(key, self.language), lambda text: _clean(text, key), self.language)

    def _role(self, permitted: Permitted | None) -> str:
        if self.given["role"] is not None or not permitted or not permitted.roles:
            return self._text("role")
        names = [role[self.language] for role in permitted.roles]
        return names[choose(told("role", self.language), names, self.language)]

    def _expires(self, permitted: Permitted | None) -> str:
        expires = self.given["expires"]
        if expires is not None:
            return expires
        last = permitted.last if permitted else None
        return ask(told("expires", self.language), _day, self.language, default=last)

    def _reference(self, permitted: Permitted | None) -> str:
        reference = self.given["reference"]
        if reference is not None:
            return " ".join(reference.split())
        needed = bool(permitted and permitted.reference)
        if not self.asks or (not needed and self._is_complete()):
            return ""
        if needed:
            return self._text("reference")
        question = told("reference-or-not", self.language)
        return ask(question, lambda text: " ".join(text.split()), self.language, default="")

    def _is_complete(self) -> bool:
        return all(value is not None for key, value in self.given.items() if key != "reference")

    def _say(self, key: str, **values: int) -> None:
        click.echo(told(key, self.language, **values), err=True)


def _clean(text: str, key: str) -> str:
    cleaned = " ".join(text.split())
    if not cleaned:
        raise UsageError("waive.empty", option=f"--{key}")
    return cleaned


def _day(text: str) -> str:
    if not is_day(text):
        raise UsageError("waive.no-day")
    return text
