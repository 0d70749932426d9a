"""Ask every bundle's engine about a manifest, and a second engine where that is wanted."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from algocheck.engine import ENGINES, Engine, suited
from algocheck.engine.settings import Settings
from algocheck.errors import EngineError
from algocheck.policy.bundle import Bundle
from algocheck.verdict.evaluate import Evaluation, evaluate
from algocheck.verdict.unstated import refuse_assumptions


class Asked(NamedTuple):
    """Whom to ask."""

    bundles: tuple[Bundle, ...]
    engine: str = ""  # empty: the one that suits each bundle
    verify: str = ""  # another that must give the same answers
    settings: Settings = Settings()
    many: bool = False  # there is work for an engine that takes long to start

    def names(self) -> frozenset[str]:
        """Return the names of the engines that will be started."""
        suiting = {self.engine or suited(bundle, many=self.many) for bundle in self.bundles}
        return frozenset({*suiting, self.verify} - {""})


class Asking:
    """The engines, one for each bundle; started when the first manifest needs them."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._started: list[tuple[Bundle, Engine, Engine | None]] = []

    def about(self, manifest: Any, today: str) -> Sequence[Evaluation]:
        """Return what the rules of each bundle answer; raises `EngineError`.

        Where a second engine answers anything else, there is no verdict: one of the
        two is wrong, and the error names the rule. Nor is there one from house rules
        that take for granted what is not stated.
        """
        return [
            _agreed(evaluate(manifest, today, engine, bundle), manifest, today, second)
            for bundle, engine, second in self._engines(today)
        ]

    @property
    def description(self) -> str:
        """The names of the engines that answered; empty where none was needed."""
        engines = [each for _, *both in self._started for each in both if each]
        return " + ".join(dict.fromkeys(engine.description for engine in engines))

    def close(self) -> None:
        """Stop them all."""
        for _, *both in self._started:
            for engine in both:
                if engine:
                    engine.close()

    def _engines(self, today: str) -> Iterator[tuple[Bundle, Engine, Engine | None]]:
        for bundle in self._asked.bundles[len(self._started) :]:
            name = self._asked.engine or suited(bundle, many=self._asked.many)
            engine = ENGINES[name](bundle, self._asked.settings)
            # Noted before the second is started: what fails then must still be stopped.
            self._started.append((bundle, engine, None))
            # Of what is released the tests have shown it, fact by fact.
            if not bundle.vouched:
                refuse_assumptions(engine, bundle, today)
            if self._asked.verify:
                second = ENGINES[self._asked.verify](bundle, self._asked.settings)
                self._started[-1] = (bundle, engine, second)
        yield from self._started


def _agreed(first: Evaluation, manifest: Any, today: str, engine: Engine | None) -> Evaluation:
    if engine is None:
        return first
    second = evaluate(manifest, today, engine, first.bundle)
    for rule in first.bundle.rules:
        if first.answers[rule.id] != second.answers[rule.id]:
            name = first.bundle.name
            raise EngineError(
                "engine.disagree", bundle=name, rule=rule.id, engine=engine.description
            )
    if (first.facts, first.listed) != (second.facts, second.listed):
        name = first.bundle.name
        raise EngineError("engine.disagree-facts", bundle=name, engine=engine.description)
    return first
