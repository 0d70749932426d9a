"""The table of laws: names in both languages, and how an article's address is made."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import quote

_ANNEX = re.compile(r"Annex ([IVXL]+)")
_NUMBER = re.compile(r"[0-9]+[0-9A-Za-z.:]*")


class Act(NamedTuple):
    """A law, regulation or treaty; its addresses hold {id} and {a}."""

    name: Mapping[str, str]  # by language
    identifier: str  # BWB, CELEX or Official Journal
    url: str
    annex_url: str = ""

    def address(self, article: str) -> str:
        """Return the URL of *article* ("6:4", "27(1)(d)", "Annex III(4)", "" for the whole)."""
        annex = _ANNEX.match(article)
        number = annex or _NUMBER.match(article)
        pattern = self.annex_url if annex and self.annex_url else self.url
        part = annex[1] if annex else number[0] if number else ""
        return pattern.format(id=self.identifier, a=quote(part, safe=":"))


def acts(table: Mapping[str, Any]) -> Mapping[str, Act]:
    """Read `policies/algocheck/laws/data.json`: acts by the key that METADATA uses."""
    return {
        key: Act(row["name"], row["identifier"], row["url"], row.get("annex_url", ""))
        for key, row in table.items()
    }
