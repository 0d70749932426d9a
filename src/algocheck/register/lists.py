"""State the lists of a manifest: themes, tags, laws, sources of data, assessments, evidence."""

import re
from collections.abc import Iterable
from typing import Any

from algocheck.register.draft import Cell, Draft
from algocheck.register.links import Reference, link, links, references
from algocheck.register.record import Record
from algocheck.register.values import choice, stated, text_of
from algocheck.register.vocabulary import ASSESSMENTS, THEMES

_BETWEEN = re.compile(r"\s*[,;\n]\s*")
_IAMA = re.compile(r"\bIAMA\b|Impact Assessment Mensenrechten", re.IGNORECASE)
_YES = {"ja": "yes", "yes": "yes"}


def state_lists(draft: Draft, record: Record) -> None:
    """State in *draft* every list for which *record* has fields."""
    _themes(draft, record)
    _tags(draft, record)
    _referred_to(draft, record, "legal_basis", "title", "lawful_basis")
    _referred_to(draft, record, "data.sources", "name", "source_data")
    _assessments(draft, record)
    _evidence(draft, record)


def _themes(draft: Draft, record: Record) -> None:
    for cell in record.all("category"):
        # Before v0.4 a theme was free text, and no version stated with text says as little.
        if record.version not in {"0.4", "1.0"} and not isinstance(cell.value, list):
            continue
        texts = _BETWEEN.split(text_of(cell.value))
        known = {text: choice(text, THEMES) for text in texts if text}
        themes = dict.fromkeys(theme for theme in known.values() if theme)
        draft.state("algorithm.themes", list(themes), cell)
        others = [text for text, theme in known.items() if not theme]
        if others and cell in draft.used:
            draft.keep(cell.key, others)


def _tags(draft: Draft, record: Record) -> None:
    for cell in record.all("tags"):
        tags = [tag for tag in _BETWEEN.split(stated(cell.value)) if tag]
        draft.state("algorithm.tags", list(dict.fromkeys(tags)), cell)


def _referred_to(draft: Draft, record: Record, path: str, title: str, field: str) -> None:
    """State laws or sources: those with a title and a link, those with a link, and the prose."""
    for cell in record.all(f"{field}_grouping"):
        for number, reference in enumerate(references(cell.value)):
            _refer(draft, path, {title: reference.title, "url": reference.url}, cell)
            _keep_rest(draft, cell, number, reference)
    for cell in record.all(f"{field}_link"):
        for reference in links(cell.value):
            if reference.url.casefold() not in draft.part_of(path, "url"):
                draft.add(path, {title: reference.title, "url": reference.url}, cell)
            draft.used.add(cell)
    for cell in record.all(field):
        text = stated(cell.value)
        lines = {line.strip() for line in text.casefold().splitlines() if line}
        if lines - draft.part_of(path, title):
            draft.add(path, {title: text}, cell)
        elif text:
            draft.used.add(cell)


def _assessments(draft: Draft, record: Record) -> None:
    for cell in record.all("impacttoetsen_grouping"):
        _assess(draft, references(cell.value) or _named(cell.value), cell)
    for cell in record.all("impacttoetsen"):
        # In v0.4 it names the assessments; since v1.0 it is about them, done or not done.
        if isinstance(cell.value, list):
            _assess(draft, references(cell.value), cell)
        elif record.version == "0.4":
            _assess(draft, _named(cell.value), cell)
        elif stated(cell.value):
            draft.add("assessments", {"summary": stated(cell.value)}, cell)
    _link_to_assessment(draft, record)
    _human_rights_assessment(draft, record)


def _assess(draft: Draft, found: Iterable[Reference], cell: Cell) -> None:
    for number, reference in enumerate(found):
        kind = choice(reference.title, ASSESSMENTS)
        entry = {"kind": kind, "title": reference.title, "url": reference.url}
        _refer(draft, "assessments", entry, cell)
        _keep_rest(draft, cell, number, reference)


def _named(value: Any) -> list[Reference]:
    """Return the assessment that a text names; several where all are titles of the standard."""
    text = stated(value) if isinstance(value, str) else ""
    parts = _BETWEEN.split(text)
    titles = parts if all(choice(part, ASSESSMENTS) for part in parts) else [text]
    return [Reference(title) for title in titles if title]


def _link_to_assessment(draft: Draft, record: Record) -> None:
    # v0.4 has one field for the links to all assessments: certain when there is one of each.
    entries = draft.facts.get("assessments", [])
    for cell in record.all("iama_description") if record.version == "0.4" else ():
        if link(cell.value) and len(entries) == 1 and "url" not in entries[0]:
            entries[0]["url"] = link(cell.value)
            draft.came_from("assessments", cell)


def _human_rights_assessment(draft: Draft, record: Record) -> None:
    # "True" stands in every v0.1 record, whatever the text says: a bare yes, of the standards
    # that ask for one, and a text that names this assessment must both be there.
    answers = [cell for cell in record.all("iama") if choice(cell.value, _YES)]
    for cell in record.all("iama_description") if answers else ():
        text = stated(cell.value)
        if _IAMA.search(text) and cell not in draft.used:
            address = link(cell.value)
            entry = {"kind": "iama", "url": address, "summary": "" if address else text}
            draft.add("assessments", entry, cell)
            draft.used.update(answers)


def _evidence(draft: Draft, record: Record) -> None:
    for name in ("documentation", "application_url"):
        for cell in record.all(name):
            for number, reference in enumerate(links(cell.value), start=1):
                suffix = f"-{number}" if number > 1 else ""
                evidence = f"{name.replace('_', '-')}{suffix}"
                entry = {"id": evidence, "title": reference.title, "uri": reference.url}
                draft.add("evidence", entry, cell)


def _refer(draft: Draft, path: str, entry: dict[str, str], cell: Cell) -> None:
    if any(entry.values()):
        draft.add(path, entry, cell)


def _keep_rest(draft: Draft, cell: Cell, number: int, reference: Reference) -> None:
    for part, found in reference.rest:
        draft.keep(f"{cell.key}[{number}].{part}", found)
        draft.used.add(cell)
