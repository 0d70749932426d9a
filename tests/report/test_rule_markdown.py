"""The pages of docs/rules are those that `make generate` would write now."""

import json
import re

import pytest

from algocheck.bundles import shipped
from algocheck.report.rule_markdown import pages
from algocheck.words import LANGUAGES
from support import ROOT


def made(language):
    bundle = shipped()
    regimes = json.loads(bundle.data)["algocheck"]["params"]["regimes"]
    return pages(bundle.rules, {bundle.name: regimes}, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_that_are_checked_in_are_up_to_date(language):
    folder = ROOT / "docs" / "rules" / language
    there = {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in folder.rglob("*")
        if file.is_file()
    }

    wanted = made(language)
    assert there.keys() == wanted.keys(), "run make generate, and remove what no rule has"
    stale = [path for path, text in wanted.items() if there[path] != text]
    assert not stale, "run make generate"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_reached_from_the_first_and_leads_back(language):
    wanted = made(language)

    linked = re.findall(r"\]\(([^)]+\.md)\)", wanted["README.md"])
    assert sorted(linked) == sorted(wanted.keys() - {"README.md"})
    sections = {
        line.removeprefix("## ").lower().replace(" ", "-")
        for line in wanted["README.md"].splitlines()
        if line.startswith("## ")
    }
    back = {
        anchor for path in linked for anchor in re.findall(r"\.\./README\.md#(\S+)\)", wanted[path])
    }
    assert back == sections
