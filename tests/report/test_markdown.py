"""Markdown: the verdict first, and nothing that others wrote is obeyed by who shows it."""

import re
from collections.abc import Callable, Iterable
from itertools import islice
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from algocheck.model import Law, Report, Rule
from algocheck.report import Style
from algocheck.report.markdown import LIMIT
from algocheck.report.markdown_points import MOST
from algocheck.report.markdown_table import ROWS
from algocheck.report.markdown_text import code, link, prose, sentence, shortened
from algocheck.report.markdown_text import told as shown
from algocheck.report.phrases import acts
from algocheck.words import message
from hostile import HOSTILE, about_the_run, covered, hostile, nothing_asked, one_of_each, variants
from judges.markdown import Page, as_github, as_others, assert_ours
from reports import example_texts, report_on, thinned, told

EVERYTHING = Style(everything=True)
PIECES = [
    *("[x](http://evil.example)", "![x](y.png)", "<script>", "</details>", "<!--", "-->", "<a>"),
    *("|", "\\|", "\\", "`", "``", "`" * 90, "```\n", "@someone", "#123", "GH-1", "!12", "$x$"),
    *("http://evil.example", "www.evil.example", "a@evil.example", "xmpp:a@b.c", "&lt;", "&#64;"),
    *("**", "_", "~~", "\n\n", "\n- ", "\n| a |", "---", "# ", "1. ", "> ", ":smile:", "[^1]", "a"),
    *("\u27e60\u27e7", "\u27e6", "\u2028", "\x00", "\ud800", "\u202e", " ", "\t", '"', "'", "{x}"),
]
TEXTS = st.one_of(
    HOSTILE, st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join), st.text()
)

READERS = pytest.mark.parametrize("read", [as_github, as_others], ids=["cmark-gfm", "markdown-it"])
Read = Callable[[str], Page]


def addresses(report: Report) -> set[str]:
    """Return the addresses of all articles that a report may link to."""
    findings = [finding for verdict in report.verdicts for finding in verdict.findings]
    return {unquote(law.url) for finding in findings for law in finding.laws}


@READERS
def test_everything_in_the_examples_and_the_golden_cases_is_ours(read):
    report = one_of_each()
    for each in (report, about_the_run(covered(report))):
        for style in (Style(), Style("nl"), EVERYTHING):
            page = read(told(each, "markdown", style))
            assert_ours(page, addresses(each))
            assert len(set(page.rows)) == 1
            assert len(page.rows) == min(len(each.verdicts), ROWS) + 1


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
@READERS
def test_whatever_others_wrote_becomes_no_element_and_no_link(read: Read, text: str):
    report = hostile(text)
    page = read(told(report, "markdown", EVERYTHING))

    assert_ours(page, addresses(report))
    assert len(set(page.rows)) == 1
    assert len(page.rows) == len(report.verdicts) + 1


@settings(max_examples=300)
@given(st.lists(TEXTS, min_size=1, max_size=3))
@READERS
def test_what_stands_between_backticks_is_shown_as_it_is(read: Read, texts: list[str]):
    page = read(", ".join(map(code, texts)))

    wanted = [re.sub("`{9,}", "`" * 8, shortened(text).strip()) or '""' for text in texts]
    assert page.code == wanted
    assert page.loose.strip() == ", ".join("" for _ in texts).strip()


@settings(max_examples=300)
@given(TEXTS)
@READERS
def test_what_algocheck_and_a_bundle_say_reads_as_it_was_written(read: Read, text: str):
    page = read(f"required: {prose(text)}.")

    assert [tag for tag, _ in page.elements if tag != "a"] == ["p"]
    assert read is as_github or " ".join(page.loose.split()) == " ".join(
        f"required: {shortened(text, len(text) * 12)}.".split()
    )


@settings(max_examples=300)
@given(TEXTS)
@READERS
def test_words_stay_words_and_all_else_stands_between_backticks(read: Read, text: str):
    page = read(f"x {shown(text)}")

    assert {tag for tag, _ in page.elements} <= {"p", "code"}
    assert not re.search(r"[@#/<>\[\]|_*~`\\]", page.loose)


def test_an_ordinary_title_is_not_put_between_backticks():
    assert shown("Selection for welfare re-examination, 2026") == (
        "Selection for welfare re-examination, 2026"
    )
    assert shown("see @someone in zaak 2026-1 now") == "see `@someone` in zaak `2026-1` now"


def test_a_link_leads_to_the_web_or_is_none():
    assert link("Awb 3:4", "https://a.example/x?a=<b>#c") == (
        "[Awb 3:4](<https://a.example/x?a=%3Cb%3E#c>)"
    )
    for other in ("javascript:alert(1)", "data:text/html,x", "//evil.example", "", "HTTPS"):
        assert link("Awb 3:4", other) == "Awb 3:4"


@given(TEXTS)
@READERS
def test_an_address_of_whatever_is_written_is_one_link(read: Read, text: str):
    page = read(link("x", f"https://example.org/{text}"))

    assert [tag for tag, _ in page.elements] == ["p", "a"]
    assert (page.elements[1][1]["href"] or "").startswith("https://example.org/")


def test_what_fills_a_sentence_stands_between_backticks():
    filled = message("report.is", fact="a.b", value="\u27e60\u27e7 [x](y)")

    assert sentence(filled, "en") == "`a.b` is `\u27e60\u27e7 [x](y)`"


def test_the_verdict_comes_first_and_the_worst_manifest_before_the_others():
    lines = told(report_on(*example_texts()), "markdown").splitlines()

    assert lines[0] == "## algocheck: this check does not pass"
    table = [line for line in lines if line.startswith("| `")]
    signs = [line.split(" | ")[1].split(" ")[0] for line in table]
    assert signs == sorted(signs, key="\u26d4\u274c\u2753\u2705".index)


def test_a_check_that_passes_says_so():
    report = report_on(*example_texts())
    passing = tuple(each for each in report.verdicts if report.status(each) == "compliant")
    report = report._replace(verdicts=passing)

    text = told(report, "markdown", Style("nl"))
    assert report.passes
    assert text.startswith("## algocheck: deze controle slaagt\n")
    assert text.endswith("- `exit 0`\n")


@pytest.mark.parametrize("style", [EVERYTHING, Style("nl", everything=True)], ids=["en", "nl"])
def test_every_open_and_every_covered_point_is_told_with_its_place(style):
    reports = list(islice(variants(report_on(*example_texts(), *thinned(6))), 0, 64, 9))
    points = [point for each in reports for verdict in each.verdicts for point in verdict.points]

    assert {bool(point.waiver) for point in points} == {True, False}
    assert any(each.findings for each in reports)
    for report in reports:
        text = told(report, "markdown", style)
        for verdict in report.verdicts:
            for point in verdict.points:
                place = f"`{point.location.file}:{point.location.line}:{point.location.column}`"
                assert place in text
                if point.waiver:
                    assert "`2027-01-31`" in text
                    assert "as agreed" in text
        for finding in report.findings:
            assert prose(finding.rule.id) in text


def test_a_finding_is_told_with_rule_law_link_remedy_and_who_acts():
    report = report_on(*example_texts())
    text = told(report, "markdown", EVERYTHING)
    findings = [finding for verdict in report.verdicts for finding in verdict.findings]

    assert len(findings) > 20
    for finding in findings:
        rule = finding.rule
        assert f"**{prose(rule.id)} ({rule.code})**" in text
        assert f"remedy: {prose(rule.remedy['en'])}" in text
        assert f"required: {prose(rule.title['en'])}" in text
        assert all(url in text for _, url in acts(finding.laws, "en"))


def many(number: int) -> Report:
    report = report_on(*thinned(12))
    verdicts = [
        verdict._replace(file=f"{position}-{verdict.file}")
        for position in range(number // 12 + 1)
        for verdict in report.verdicts
    ]
    return report._replace(verdicts=tuple(verdicts[:number]))


def test_a_page_stays_below_what_github_takes_and_says_what_is_left_out():
    report = many(1200)
    text = told(report, "markdown", EVERYTHING)

    assert len(text.encode()) < LIMIT + 10_000 < 1024 * 1024
    left = re.search(r"\*\*(\d+) manifests are not told here, or not whole", text)
    assert left
    headings = re.findall("^### ", text, re.MULTILINE)
    nothing_to_tell = sum(report.status(each) == "compliant" for each in report.verdicts)
    assert len(headings) + int(left[1]) in range(1200 - nothing_to_tell, 1200 + 2)
    assert f"and {1200 - ROWS} more manifests" in text
    assert text.rstrip().endswith("`exit 1`")
    assert_ours(as_github(text), addresses(report))


def test_the_largest_page_of_hostile_texts_stays_below_what_github_takes():
    report = hostile("\U0001f600`|" * 2000)
    crowd = [each._replace(file=each.file + str(n)) for n in range(400) for each in report.verdicts]
    report = report._replace(
        verdicts=tuple(crowd), findings=report.findings * 300 if report.findings else ()
    )

    assert len(told(report, "markdown", EVERYTHING).encode()) < LIMIT + 10_000


def test_more_of_one_sort_than_a_page_takes_are_counted():
    lines = "".join(f"  x{number}: 1\n" for number in range(MOST + 20))
    report = report_on(f"manifest_version: 1\nkind: deployment\nalgorithm:\n  id: a\n{lines}")
    text = told(report, "markdown", EVERYTHING)

    assert text.count("schema/unknown-key") == MOST
    assert "and 20 more, which `--format json` tells" in text


def test_a_manifest_of_which_nothing_was_asked_says_why_it_is_not_evaluated():
    text = told(nothing_asked(), "markdown")

    assert "### `1.yaml` NOT EVALUATED\n\nnone of the rules selected is asked" in text


def test_details_are_closed_wherever_they_are_opened():
    for report in islice(variants(one_of_each()), 0, 64, 13):
        text = told(report, "markdown", EVERYTHING)
        assert text.count("<details>") == text.count("</details>")


def test_a_law_of_a_house_rule_cannot_break_out_of_its_link():
    report = report_on(*example_texts())
    evil = Law({"nl": "x](y)<b>", "en": "x](y)<b>"}, "1|2", "https://a.example/)> <script>")

    def changed(rule: Rule) -> Rule:
        return rule._replace(title={"nl": "<b>|`", "en": "<b>|`"}, remedy={"en": "[x](y)"})

    verdicts = tuple(
        verdict._replace(
            findings=tuple(
                each._replace(rule=changed(each.rule), laws=(evil,)) for each in verdict.findings
            )
        )
        for verdict in report.verdicts
    )
    report = report._replace(verdicts=verdicts)
    for read in (as_github, as_others):
        assert_ours(read(told(report, "markdown", EVERYTHING)), addresses(report))


def test_no_line_has_a_character_that_a_terminal_obeys():
    for text in map(str, _hostile_pages()):
        assert all(each.isprintable() or each == "\n" for each in text.replace("\ufe0f", ""))


def _hostile_pages() -> Iterable[str]:
    for text in PIECES:
        yield told(hostile(text), "markdown", EVERYTHING)
