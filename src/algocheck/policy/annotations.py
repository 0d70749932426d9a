"""What a rule says of itself: the METADATA before its package."""

import datetime
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from typing import Any, TypeAlias, TypeVar

from algocheck.model import Kind, Law, Owner, Path, Rule, Severity
from algocheck.policy.ast import Syntax
from algocheck.policy.fields import Fields
from algocheck.policy.laws import Act
from algocheck.policy.plain_yaml import Yaml, YamlError, read_texts

Complain: TypeAlias = Callable[..., None]
"""Called as (check, line, column, **values)."""

CHECKED = ("seen", "partly", "memory")
UNFINISHED = "TODO"
_CODE = re.compile(r"[A-Z]{2,4}-[0-9]{2,3}")
_Word = TypeVar("_Word", bound=Enum)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What METADATA may refer to."""

    acts: Mapping[str, Act]
    regimes: Collection[str]
    fields: Fields


def read_metadata(syntax: Syntax, knowledge: Knowledge, complain: Complain) -> Rule | None:
    """Return the rule that *syntax* describes, without what it reads; None after a complaint."""
    package_line, column = syntax.place(syntax.package_at)
    block = _block(syntax.module.text.split("\n")[: package_line - 1])
    if block is None:
        complain("no-metadata", package_line, column)
        return None
    first, text = block
    try:
        yaml = read_texts(text)
    except YamlError as error:
        complain(
            "metadata-yaml", error.line + first, error.column + 1, reason=error.reason
        )
        return None
    reader = _Reader(yaml, first, knowledge, complain)
    rule = reader.rule("/".join(syntax.package[-2:]))
    return None if reader.complained else rule


def _block(lines: list[str]) -> tuple[int, str] | None:
    """Return the comment that ends on the last line: how many lines precede it, and its text."""
    start = len(lines)
    while start and lines[start - 1].startswith("#"):
        start -= 1
    for i, line in enumerate(lines[start:], start):
        if line.removeprefix("#").strip() == "METADATA":
            return i + 1, "\n".join(each[1:] for each in lines[i + 1 :])
    return None


class _Reader:
    """Reads a block, key by key; complains instead of guessing."""

    def __init__(
        self, yaml: Yaml, first: int, knowledge: Knowledge, complain: Complain
    ) -> None:
        self.complained = False
        self._yaml = yaml
        self._first = first
        self._knowledge = knowledge
        self._tell = complain

    def rule(self, identity: str) -> Rule | None:
        root = self._mapping((), self._yaml.value, required=("title", "custom"), known=("description",))
        custom = self._mapping(
            ("custom",),
            root.get("custom", {}),
            required=("code", "severity", "owner", "kind", "nl", "en"),
            known=("regime", "laws"),
        )
        dutch = self._mapping(
            ("custom", "nl"), custom.get("nl", {}), required=("title", "remedy"), known=("description",)
        )
        english = self._mapping(("custom", "en"), custom.get("en", {}), required=("remedy",))
        if ("description" in root) != ("description" in dutch):
            path: Path = ("custom", "nl") if "description" in root else ()
            self._complain("metadata-missing", path, key=_dotted((*path, "description")))
        regime, date = self._regime(custom)
        rule = Rule(
            id=identity,
            severity=self._word(Severity, custom, "severity"),
            title=self._both((), root, ("custom", "nl"), dutch, "title"),
            kind=self._word(Kind, custom, "kind"),
            owner=self._word(Owner, custom, "owner"),
            code=self._code(custom),
            description=self._both((), root, ("custom", "nl"), dutch, "description"),
            remedy=self._both(("custom", "en"), english, ("custom", "nl"), dutch, "remedy"),
            laws=self._laws(custom.get("laws", [])),
            regime=regime,
            regime_date=date,
        )
        if rule.kind is Kind.LAW and not rule.laws:
            self._complain("law-needed", ("custom", "kind"))
        return rule

    def _complain(self, check: str, path: Path, **values: Any) -> None:
        self.complained = True
        while path not in self._yaml.places and path:
            path = path[:-1]
        line, column = self._yaml.places.get(path, (1, 1))
        self._tell(check, line + self._first, column + 1, **values)

    def _mapping(
        self, path: Path, value: Any, *, required: tuple[str, ...] = (), known: tuple[str, ...] = ()
    ) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            self._complain("metadata-form", path, key=_dotted(path), form="mapping")
            return {}
        for key in value:
            if key not in (*required, *known):
                near = get_close_matches(key, (*required, *known), n=1)
                allowed = ", ".join(near or (*required, *known))
                self._complain(
                    "metadata-unknown", (*path, key), key=_dotted((*path, key)), allowed=allowed
                )
        for key in required:
            if value.get(key) in (None, "", {}):
                self._complain("metadata-missing", path, key=_dotted((*path, key)))
        return value

    def _text(self, path: Path, value: Any) -> str:
        if not isinstance(value, str):
            self._complain("metadata-form", path, key=_dotted(path), form="text")
            return ""
        if value.startswith(UNFINISHED):
            self._complain("metadata-unfinished", path, key=_dotted(path))
        return value.strip()

    def _both(
        self, en: Path, english: Mapping[str, Any], nl: Path, dutch: Mapping[str, Any], key: str
    ) -> Mapping[str, str]:
        if key not in english or key not in dutch:
            return {}
        return {
            "en": self._text((*en, key), english[key]),
            "nl": self._text((*nl, key), dutch[key]),
        }

    def _word(self, words: type[_Word], custom: Mapping[str, Any], key: str) -> _Word:
        known = {word.name.lower(): word for word in words}
        value = custom.get(key)
        if value in known:
            return known[value]
        if value:
            self._value(("custom", key), value, tuple(known))
        return next(iter(words))

    def _value(self, path: Path, value: Any, allowed: tuple[str, ...]) -> None:
        self._complain(
            "metadata-value", path, key=_dotted(path), value=str(value), allowed=", ".join(allowed)
        )

    def _code(self, custom: Mapping[str, Any]) -> str:
        code = self._text(("custom", "code"), custom.get("code", ""))
        if code and not _CODE.fullmatch(code) and not code.startswith(UNFINISHED):
            self._value(("custom", "code"), code, ("LP-01",))
        return code

    def _regime(self, custom: Mapping[str, Any]) -> tuple[str, str]:
        path = ("custom", "regime")
        if "regime" not in custom:
            return "always", ""
        regime = self._mapping(path, custom["regime"], required=("name",), known=("date",))
        name, date = str(regime.get("name", "")), str(regime.get("date", ""))
        if name and name not in self._knowledge.regimes:
            allowed = tuple(sorted(self._knowledge.regimes))
            self._value((*path, "name"), name, allowed)
        if (name == "date") != bool(date):
            self._complain("metadata-date", path)
        elif date and not _is_date(date):
            self._complain("metadata-date", (*path, "date"))
        return name, date

    def _laws(self, laws: Any) -> tuple[Law, ...]:
        path: Path = ("custom", "laws")
        if not isinstance(laws, list):
            self._complain("metadata-form", path, key=_dotted(path), form="list")
            return ()
        found = (self._law((*path, i), law) for i, law in enumerate(laws))
        return tuple(law for law in found if law)

    def _law(self, path: Path, value: Any) -> Law | None:
        row = self._mapping(
            path,
            value,
            required=("law",),
            known=("article", "checked", "to_verify", "only_if"),
        )
        act = self._knowledge.acts.get(str(row.get("law")))
        if act is None:
            if row.get("law"):
                self._complain("unknown-law", (*path, "law"), law=str(row["law"]))
            return None
        checked = row.get("checked", "seen")
        if checked not in CHECKED:
            self._value((*path, "checked"), checked, CHECKED)
        article = self._text((*path, "article"), row.get("article", ""))
        return Law(
            name=act.name,
            article=article,
            url=act.address(article),
            checked=str(checked),
            to_verify=self._text((*path, "to_verify"), row.get("to_verify", "")),
            only_if=self._only_if((*path, "only_if"), row.get("only_if", {})),
        )

    def _only_if(self, path: Path, value: Any) -> Mapping[str, tuple[str, ...]]:
        if not isinstance(value, dict):
            self._complain("metadata-form", path, key=_dotted(path), form="mapping")
            return {}
        conditions = {}
        for fact, wanted in value.items():
            here = (*path, fact)
            allowed = self._knowledge.fields.values(fact)
            if not allowed:
                self._complain("unknown-fact", here, path=fact)
            elif not isinstance(wanted, list):
                self._complain("metadata-form", here, key=_dotted(here), form="list")
            else:
                for i, each in enumerate(wanted):
                    if each not in allowed:
                        self._value((*here, i), each, allowed)
                conditions[fact] = tuple(map(str, wanted))
        return conditions


def _dotted(path: Path) -> str:
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path) or "METADATA"


def _is_date(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
