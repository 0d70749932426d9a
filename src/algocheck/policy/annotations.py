"""What a rule says of itself: the METADATA before its package."""

import datetime as dt
import re
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from algocheck.model import Kind, Law, Owner, Path, Rule, Severity
from algocheck.policy.ast import Syntax
from algocheck.policy.block import UNFINISHED, Block, Complain, dotted
from algocheck.policy.fields import Fields
from algocheck.policy.laws import Act
from algocheck.policy.plain_yaml import YamlError, read_texts

CHECKED = ("seen", "partly", "memory")
_CODE = re.compile(r"[A-Z]{2,4}-[0-9]{2,3}")


class Knowledge(NamedTuple):
    """What METADATA may refer to."""

    acts: Mapping[str, Act]
    regimes: Collection[str]
    fields: Fields


def read_metadata(syntax: Syntax, knowledge: Knowledge, complain: Complain) -> Rule | None:
    """Return the rule that *syntax* describes, without what it reads; None after a complaint."""
    package_line, column = syntax.place(syntax.package_at)
    found = _comment(syntax.module.text.split("\n")[: package_line - 1])
    if found is None:
        complain("no-metadata", package_line, column)
        return None
    first, text = found
    try:
        yaml = read_texts(text)
    except YamlError as error:
        complain("metadata-yaml", error.line + first, error.column + 1, reason=error.reason)
        return None
    block = Block(yaml, first, complain)
    rule = _Description(block, knowledge).rule("/".join(syntax.package[-2:]))
    return None if block.complained else rule


def _comment(lines: list[str]) -> tuple[int, str] | None:
    """Return the comment that ends on the last line: how many lines precede it, and its text."""
    start = len(lines)
    while start and lines[start - 1].startswith("#"):
        start -= 1
    for i, line in enumerate(lines[start:], start):
        if line.removeprefix("#").strip() == "METADATA":
            return i + 1, "\n".join(each[1:] for each in lines[i + 1 :])
    return None


class _Description:
    """What one block says, as a rule."""

    def __init__(self, block: Block, knowledge: Knowledge) -> None:
        self._block = block
        self._knowledge = knowledge

    def rule(self, identity: str) -> Rule:
        root = self._block.mapping(
            (), self._block.value, required=("title", "custom"), known=("description",)
        )
        custom = self._block.mapping(
            ("custom",),
            root.get("custom", {}),
            required=("code", "severity", "owner", "kind", "nl", "en"),
            known=("regime", "laws"),
        )
        dutch = self._block.mapping(
            ("custom", "nl"),
            custom.get("nl", {}),
            required=("title", "remedy"),
            known=("description",),
        )
        english = self._block.mapping(("custom", "en"), custom.get("en", {}), required=("remedy",))
        if ("description" in root) != ("description" in dutch):
            path: Path = ("custom", "nl") if "description" in root else ()
            self._block.complain("metadata-missing", path, key=dotted((*path, "description")))
        regime, date = self._regime(custom)
        rule = Rule(
            id=identity,
            severity=self._block.word(Severity, custom, "severity"),
            title=self._both((), root, ("custom", "nl"), dutch, "title"),
            kind=self._block.word(Kind, custom, "kind"),
            owner=self._block.word(Owner, custom, "owner"),
            code=self._code(custom),
            description=self._both((), root, ("custom", "nl"), dutch, "description"),
            remedy=self._both(("custom", "en"), english, ("custom", "nl"), dutch, "remedy"),
            laws=self._laws(custom.get("laws", [])),
            regime=regime,
            regime_date=date,
        )
        if rule.kind is Kind.LAW and not rule.laws:
            self._block.complain("law-needed", ("custom", "kind"))
        return rule

    def _both(
        self, en: Path, english: Mapping[str, Any], nl: Path, dutch: Mapping[str, Any], key: str
    ) -> Mapping[str, str]:
        if key not in english or key not in dutch:
            return {}
        return {
            "en": self._block.text((*en, key), english[key]),
            "nl": self._block.text((*nl, key), dutch[key]),
        }

    def _code(self, custom: Mapping[str, Any]) -> str:
        code = self._block.text(("custom", "code"), custom.get("code", ""))
        if code and not _CODE.fullmatch(code) and not code.startswith(UNFINISHED):
            self._block.refuse(("custom", "code"), code, ("LP-01",))
        return code

    def _regime(self, custom: Mapping[str, Any]) -> tuple[str, str]:
        path = ("custom", "regime")
        if "regime" not in custom:
            return "always", ""
        regime = self._block.mapping(path, custom["regime"], required=("name",), known=("date",))
        name, date = str(regime.get("name", "")), str(regime.get("date", ""))
        if name and name not in self._knowledge.regimes:
            allowed = tuple(sorted(self._knowledge.regimes))
            self._block.refuse((*path, "name"), name, allowed)
        if (name == "date") != bool(date):
            self._block.complain("metadata-date", path)
        elif date and not _is_date(date):
            self._block.complain("metadata-date", (*path, "date"))
        return name, date

    def _laws(self, laws: Any) -> tuple[Law, ...]:
        path: Path = ("custom", "laws")
        if not isinstance(laws, list):
            self._block.want("list", path)
            return ()
        found = (self._law((*path, i), law) for i, law in enumerate(laws))
        return tuple(law for law in found if law)

    def _law(self, path: Path, value: Any) -> Law | None:
        row = self._block.mapping(
            path,
            value,
            required=("law",),
            known=("article", "checked", "to_verify", "only_if"),
        )
        act = self._knowledge.acts.get(str(row.get("law")))
        if act is None:
            if row.get("law"):
                self._block.complain("unknown-law", (*path, "law"), law=str(row["law"]))
            return None
        checked = row.get("checked", "seen")
        if checked not in CHECKED:
            self._block.refuse((*path, "checked"), checked, CHECKED)
        article = self._block.text((*path, "article"), row.get("article", ""))
        return Law(
            name=act.name,
            article=article,
            url=act.address(article),
            checked=str(checked),
            to_verify=self._block.text((*path, "to_verify"), row.get("to_verify", "")),
            only_if=self._only_if((*path, "only_if"), row.get("only_if", {})),
        )

    def _only_if(self, path: Path, value: Any) -> Mapping[str, tuple[str, ...]]:
        if not isinstance(value, dict):
            self._block.want("mapping", path)
            return {}
        conditions = {}
        for fact, wanted in value.items():
            here = (*path, fact)
            fields = self._knowledge.fields
            allowed = fields.values(fact) or fields.values(f"{fact}[]")
            if not allowed:
                self._block.complain("unknown-condition", here, fact=fact)
            elif not isinstance(wanted, list):
                self._block.want("list", here)
            else:
                for i, each in enumerate(wanted):
                    if each not in allowed:
                        self._block.refuse((*here, i), each, allowed)
                conditions[fact] = tuple(map(str, wanted))
        return conditions


def _is_date(text: str) -> bool:
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
