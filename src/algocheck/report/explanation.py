"""What is to be said of a rule, under the same headings for each, whatever the format."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from algocheck.manifest.schema import field
from algocheck.model import Law, Rule
from algocheck.report import phrases
from algocheck.report.snippet import snippet
from algocheck.words import Language, message, say, texts

Regimes: TypeAlias = Mapping[str, Mapping[str, str]]
"""The dates of each regime, by name: the bundle's `params.regimes`."""


class Item(NamedTuple):
    """A line of a list, and what is said about it."""

    text: str
    link: str = ""
    is_code: bool = False
    about: str = ""


class Code(NamedTuple):
    """Lines of YAML to copy."""

    text: str


Block: TypeAlias = str | Item | Code


class Section(NamedTuple):
    """A heading, and paragraphs, lists and code below it."""

    heading: str
    blocks: tuple[Block, ...]


def explanation(rule: Rule, regimes: Regimes | None, language: Language) -> tuple[Section, ...]:
    """Explain *rule* in *language*; *regimes* is what its bundle knows of dates.

    Without them there is no section about dates.
    """
    teller = _Teller(rule, language)
    since = [] if regimes is None else [teller.section("since", teller.since(regimes))]
    return (
        teller.section("requires", [rule.title[language], teller.severity()]),
        teller.section("why", [rule.description[language]] if rule.description else []),
        teller.section("law", teller.law()),
        teller.section("who", teller.who()),
        *since,
        teller.section("facts", teller.facts()),
        teller.section("snippet", teller.snippet()),
    )


class _Teller:
    def __init__(self, rule: Rule, language: Language) -> None:
        self._rule = rule
        self._language = language

    def section(self, name: str, blocks: Sequence[Block] | Iterator[Block]) -> Section:
        tidy = (" ".join(each.split()) if isinstance(each, str) else each for each in blocks)
        return Section(self._word(name), tuple(tidy))

    def severity(self) -> str:
        word = phrases.word(f"severity-{self._rule.severity.word}", self._language)
        return self._word("severity", severity=word)

    def law(self) -> Iterator[Block]:
        """Say plainly whether it is law, then each article with its link and doubts."""
        laws = self._rule.laws
        yield self._word(f"kind-{self._rule.kind}")
        yield self._word("articles" if laws else "no-articles")
        for law in laws:
            name = f"{law.name[self._language]} {phrases.article(law)}".strip()
            yield Item(name, link=law.url, about="; ".join(self._about(law)))
        for mark in ("partly", "memory"):
            if any(law.checked == mark for law in laws):
                yield self._word(f"mark-{mark}")
        if any(law.to_verify for law in laws):
            yield self._word("mark-to-verify")

    def who(self) -> Iterator[Block]:
        yield self._word(f"owner-{self._rule.owner}")
        if self._rule.remedy:
            yield self._rule.remedy[self._language]

    def since(self, regimes: Regimes) -> Iterator[Block]:
        name = self._rule.regime
        regime = regimes.get(name, {})
        if f"regime-{name}" not in texts("explain") or name not in regimes:
            yield self._word("regime-other", name=name)  # of a bundle with dates of its own
            return
        yield self._word(f"regime-{name}", date=self._rule.regime_date, **regime)
        # One regime may be made of two, each with dates of its own.
        for part in regime.values():
            if part in regimes:
                yield self._word(f"regime-{part}", **regimes[part])

    def facts(self) -> Iterator[Block]:
        rule = self._rule
        yield self._word("applies" if rule.applies_reads else "applies-always")
        yield from map(self._fact, rule.applies_reads)
        if rule.requires_reads:
            yield self._word("requires-reads")
        yield from map(self._fact, rule.requires_reads)

    def snippet(self) -> Iterator[Block]:
        text = snippet(self._rule)
        yield self._word("passes" if text else "no-snippet")
        if text:
            yield Code(text)

    def _about(self, law: Law) -> Iterator[str]:
        for fact, values in law.only_if.items():
            yield self._word("only-if", fact=fact, values=", ".join(values))
        if law.to_verify:
            yield self._word("to-verify", reason=law.to_verify)

    def _fact(self, path: str) -> Item:
        asked = field(path)
        about = f"{asked.title[self._language]}. {asked.question(self._language)}"
        return Item(path, is_code=True, about=about)

    def _word(self, key: str, **values: Any) -> str:
        return say(message(f"explain.{key}", **values), self._language)
