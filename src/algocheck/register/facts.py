"""State the single facts of a record: names, texts, links, dates, choices, the parties."""

import re

from algocheck.register.draft import Draft
from algocheck.register.links import link
from algocheck.register.record import Record
from algocheck.register.standard import PATHS
from algocheck.register.text import one_line
from algocheck.register.values import choice, month, slug, stated, text_of
from algocheck.register.vocabulary import (
    CATEGORIES,
    LANGUAGES,
    MADE_IN_HOUSE,
    SELF_LEARNING,
    STATUSES,
    TOOI,
    TYPES,
    VERSIONS,
)

_TEXTS = [
    "description_short",
    "goal",
    "impact",
    "proportionality",
    "performance_standard",
    "decision_making_process",
    "competent_authority",
    "methods_and_models",
    "human_intervention",
    "monitoring",
    "risks",
]
_LINES = ("department", "contact_email")
_LINKS = ("website", "publiccode", "process_index_url")
_MONTHS = ("begin_date", "end_date")
_CHOICES = {
    "status": STATUSES,
    "publication_category": CATEGORIES,
    "lang": LANGUAGES,
    "standard_version": VERSIONS,
}
_REGISTER = re.compile(r"https://algoritmes\.overheid\.nl/.*")
_CODE = re.compile(r"(gm|pv|ws|mnre)[0-9]{2,8}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def state_facts(draft: Draft, record: Record) -> None:
    """State in *draft* every single fact for which *record* has a field."""
    _identity(draft, record)
    _texts(draft, record)
    _links_and_dates(draft, record)
    _published(draft, record)
    _choices(draft, record)
    _organisation(draft, record)
    _supplier(draft, record)
    _description(draft, record)


def _identity(draft: Draft, record: Record) -> None:
    for cell in record.all("name"):
        name = one_line(text_of(cell.value))
        # As a name these two would say that there is none, or that it is not known.
        draft.state("algorithm.name", "" if name in {"none", "unknown"} else name, cell)
    # A template's own id is the supplier's id of the product.
    for cell in record.all(*(("id",) if record.is_of_supplier else ()), "source_id"):
        draft.state("algorithm.id", slug(cell.value), cell)
    for cell in record.all("lars", *(("id",) if record.is_of_short_index else ())):
        digits = text_of(cell.value)
        draft.state("algorithm.lars", digits if re.fullmatch("[0-9]+", digits) else "", cell)


def _texts(draft: Draft, record: Record) -> None:
    for name in _TEXTS:
        for cell in record.all(name):
            draft.state(PATHS[name], stated(cell.value), cell)
    for name in _LINES:
        for cell in record.all(name):
            draft.state(PATHS[name], one_line(stated(cell.value)), cell)


def _links_and_dates(draft: Draft, record: Record) -> None:
    for name in _LINKS:
        for cell in record.all(name):
            draft.state(PATHS[name], link(cell.value), cell)
    for name in _MONTHS:
        for cell in record.all(name):
            taken = draft.state(PATHS[name], month(cell.value), cell)
            if taken and _DAY.fullmatch(text_of(cell.value)):
                draft.keep(cell.key, cell.value)  # the day, which a month leaves out


def _published(draft: Draft, record: Record) -> None:
    for cell in record.all("url"):
        address = link(cell.value)
        # In the short index it is the record's own page, else a register of the organisation's.
        if not record.is_of_short_index:
            draft.state(PATHS["url"], address, cell)
        elif _REGISTER.fullmatch(address):
            page = {"status": "published", "url": address}
            draft.state("transparency.register", page, cell)
    for cell in record.all("publication_dt"):
        if stated(cell.value):
            draft.state("transparency.register", {"status": "published"}, cell)
            draft.keep(cell.key, cell.value)
            draft.used.add(cell)


def _choices(draft: Draft, record: Record) -> None:
    for name, table in _CHOICES.items():
        for cell in record.all(name):
            draft.state(PATHS[name], choice(cell.value, table), cell)
    if record.version == "0.4":
        for cell in record.all("type"):
            draft.state(PATHS["type"], choice(cell.value, SELF_LEARNING), cell)


def _organisation(draft: Draft, record: Record) -> None:
    for cell in record.all("org_id"):
        code = _CODE.fullmatch(text_of(cell.value))
        if code:
            of, kind = TOOI[code[1]]
            address = f"https://identifier.overheid.nl/tooi/id/{of}/{code[0]}"
            if draft.state("organization.tooi_id", address, cell):
                draft.state("organization.type", kind, cell)
    for cell in record.all("organization"):
        name = one_line(stated(cell.value))
        if draft.state("organization.name", name, cell):
            kinds = (kind for words, kind in TYPES.items() if name.startswith(words))
            draft.state("organization.type", next(kinds, ""), cell)


def _supplier(draft: Draft, record: Record) -> None:
    for cell in record.all("provider"):
        name = one_line(stated(cell.value))
        if name.rstrip(".").casefold() in MADE_IN_HOUSE:
            draft.state("supplier.internal", "yes", cell)
        elif draft.state("supplier.name", name, cell) and record.is_of_supplier:
            draft.state("supplier.internal", "no", cell)


def _description(draft: Draft, record: Record) -> None:
    # In v0.1 it often repeats the short description; else it is the nearest to how it works.
    for cell in record.all("description"):
        text = stated(cell.value)
        repeats = text == draft.facts.get("algorithm.description_short")
        path = "algorithm.description_short" if repeats else "system.methods_and_models"
        draft.state(path, text, cell)
