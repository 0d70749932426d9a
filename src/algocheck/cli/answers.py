"""What a waiver is to say: from the options, and from a person who answers questions."""

import sys
from collections.abc import Iterable, Mapping

import click

from algocheck.cli.asking import ask, choose, told
from algocheck.cli.waive_obstacles import (
    Obstacle,
    in_order,
    obstacles,
    refuse,
    refuse_for,
    taken,
    waiver_of,
)
from algocheck.errors import UsageError
from algocheck.model import Question, Waiver
from algocheck.waiver.proposing import Candidate, Proposing
from algocheck.waiver.reading import parse
from algocheck.waiver.writing import hindrances
from algocheck.words import Language, Message, message

Given = Mapping[str, str | None]

POINT = ("rule", "manifest", "place")
NEEDED = (*POINT, "reason", "role", "expires")
"""Options without which there is no waiver; a reference is needed where the limits ask for it."""

SHOWN = 20
"""How many open points a person is given to choose from."""


class Answers:
    """What a waiver for *content*, the file that is shown as *file*, is to say."""

    def __init__(self, proposing: Proposing, content: bytes, file: str, language: Language) -> None:
        self.proposing = proposing
        self.content = content
        self.file = file
        self.language = language
        self.asks = sys.stdin.isatty()
        self.said: dict[str, str] = {}

    def waiver(self, given: Given) -> Waiver:
        """Return what the options in *given* say, and a person who is asked for the rest.

        Raises `UsageError` with all that stands in the way, before anything is asked that
        would be asked in vain.
        """
        self._take(given)
        if self.asks:
            self._ask_for_the_rest()
            self._refuse()
        return waiver_of(self.said, self.proposing)

    def _take(self, given: Given) -> None:
        """Take what the options say, or refuse it with all that is wrong with it."""
        wrong = []
        for option, text in given.items():
            try:
                if text is not None:
                    self.said[option] = taken(option, text)
            except UsageError as refused:
                wrong.append(Obstacle(option, refused.message))
        if self.asks:
            self._refuse((), wrong)
            return
        self.said.setdefault("reference", "")
        missing = ", ".join(f"--{option}" for option in NEEDED if given[option] is None)
        self._refuse([message("waive.missing", options=missing)] if missing else (), wrong)

    def _refuse(self, missing: Iterable[Message] = (), wrong: Iterable[Obstacle] = ()) -> None:
        """Refuse what is said so far if nothing that is said later can mend it."""
        wrong = [*wrong, *obstacles(self.said, self.proposing)]
        waiver = waiver_of(self.said, self.proposing)
        names = self.proposing.names
        refuse([*missing, *in_order(wrong), *hindrances(self.content, waiver, self.file, names)])

    def _ask_for_the_rest(self) -> None:
        is_asking = any(option not in self.said for option in NEEDED)
        candidate = self._candidate()
        self.said |= zip(POINT, candidate.key, strict=True)
        self._refuse()
        permitted = self.proposing.permitted(candidate)
        if "reason" not in self.said:
            self._ask("reason")
        if "role" not in self.said:
            names = [role[self.language] for role in permitted.roles]
            self.said["role"] = names[choose(told("role", self.language), names, self.language)]
        if "expires" not in self.said:
            self._ask("expires", default=permitted.last)
        if "reference" not in self.said and permitted.reference:
            self._ask("reference")
        elif "reference" not in self.said and is_asking:
            self._ask("reference", question="reference-or-not", default="")
        self.said.setdefault("reference", "")

    def _ask(self, option: str, *, question: str = "", default: str | None = None) -> None:
        def accept(text: str) -> str:
            said = {**self.said, option: taken(option, text)}
            for each in obstacles(said, self.proposing):
                refuse_for(each.problem)
            return said[option]

        asked = told(question or option, self.language)
        self.said[option] = ask(asked, accept, self.language, default=default)

    def _candidate(self) -> Candidate:
        """Return what the options name, or what a person chooses of all that they may mean."""
        name = waiver_of(self.said, self.proposing).rule or None
        manifest, place = self.said.get("manifest"), self.said.get("place")
        found = self.proposing.candidates(name=name, manifest=manifest, place=place)
        if name is None:
            # Who names the rule may well want to renew a waiver; who names nothing, hardly.
            done = self.proposing.covered(parse(self.content, self.file))
            found = [each for each in found if each.key not in done]
        possible = [each for each in found if self.proposing.may_be(each)]
        if not possible:
            key = "only-never" if found else "nothing-open"
            raise UsageError(f"waive.{key}", n=len(found))
        if all(option in self.said for option in POINT):
            return possible[0]
        return self._chosen(possible, left_out=len(found) - len(possible))

    def _chosen(self, possible: list[Candidate], *, left_out: int) -> Candidate:
        ordered = sorted(possible, key=lambda each: -each.point.severity)
        if left_out:
            self._say("left-out", n=left_out)
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

    def _say(self, key: str, **values: int) -> None:
        click.echo(told(key, self.language, **values), err=True)
