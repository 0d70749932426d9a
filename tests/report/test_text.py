"""The report that people read: on a terminal, in a log, and as much as JSON tells."""

import os
import re
import select
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from algocheck.model import Outcome
from algocheck.report import Style
from reports import example_texts, report_on, thinned, told
from support import AT, clean_environment
from waivers import FEES

SEQUENCE = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")
COLUMNS = (
    Outcome.FAIL,
    Outcome.UNKNOWN,
    Outcome.PASS,
    Outcome.NOT_APPLICABLE,
    Outcome.UPCOMING,
)
NARROW = Style(width=60, everything=True)


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    file = tmp_path / "fees.yaml"
    file.write_text(FEES, encoding="utf-8")
    return file


def on_terminal(command: str, *arguments: str, cwd: Path, **environment: str) -> tuple[int, str]:
    """Run *command* with its output on a real terminal; return its exit code and what came."""
    pty = pytest.importorskip("pty", reason="this system has other terminals")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [command, *arguments],
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.PIPE,
        env=clean_environment() | {"TERM": "xterm-256color"} | environment,
    )
    os.close(theirs)
    shown = b""
    until = time.monotonic() + 60
    while select.select([ours], [], [], max(until - time.monotonic(), 0))[0]:
        try:
            part = os.read(ours, 65536)
        except OSError:
            break  # Linux says so when nobody holds the other end any more
        if not part:
            break
        shown += part
    os.close(ours)
    _, complaint = process.communicate(timeout=60)
    assert not complaint
    return process.returncode, shown.decode("utf-8").replace("\r\n", "\n")


CHECK = ("check", "fees.yaml", "--rule", "HO-09", *AT)


TABLE = """\
  right            fail  not shown  pass  not applicable  upcoming
  Human oversight     1          -     -               -         -
"""
SENTENCES = """\
  Rules by right:
  Human oversight: 1 fails.
"""


def test_a_terminal_gets_colour_and_links_and_a_log_the_same_words(command, algocheck, manifest):
    code, shown = on_terminal(command, *CHECK, cwd=manifest.parent)
    log = algocheck(*CHECK)

    assert "\x1b[1;31m" in shown
    assert "\x1b]8;" in shown
    assert SEQUENCE.sub("", shown).replace(TABLE, SENTENCES) == log.stdout
    assert code == log.returncode == 1


def test_a_terminal_gets_a_table_and_a_log_sentences(command, algocheck, manifest):
    _, shown = on_terminal(command, *CHECK, cwd=manifest.parent)

    assert TABLE in SEQUENCE.sub("", shown)
    assert SENTENCES in algocheck(*CHECK).stdout


def test_a_terminal_without_colour_gets_none_and_keeps_its_table(command, manifest):
    _, shown = on_terminal(command, *CHECK, cwd=manifest.parent, NO_COLOR="1")

    assert "\x1b" not in shown
    assert TABLE in shown


def test_who_listens_to_a_terminal_asks_for_what_a_log_gets(command, algocheck, manifest):
    _, shown = on_terminal(command, *CHECK, cwd=manifest.parent, TERM="dumb")

    assert shown == algocheck(*CHECK).stdout


def test_a_report_in_a_file_has_sentences_wherever_it_was_asked_for(command, manifest):
    on_terminal(command, *CHECK, "--format", "text=report.txt", cwd=manifest.parent)

    assert SENTENCES in (manifest.parent / "report.txt").read_text(encoding="utf-8")


def test_an_empty_no_color_says_nothing(command, manifest):
    _, shown = on_terminal(command, *CHECK, cwd=manifest.parent, NO_COLOR="")

    assert "\x1b[" in shown


def test_a_narrow_terminal_gets_a_narrow_page(command, manifest):
    _, shown = on_terminal(command, *CHECK, cwd=manifest.parent, COLUMNS="50")

    lines = SEQUENCE.sub("", shown).splitlines()
    assert all(len(line) <= 50 or cannot_break(line) for line in lines)


@pytest.mark.usefixtures("manifest")
@pytest.mark.parametrize("environment", [{}, {"CI": "true"}, {"FORCE_COLOR": "0"}], ids=str)
def test_a_log_gets_no_colour_unless_it_is_asked_for(algocheck, environment):
    assert "\x1b" not in algocheck(*CHECK, env=environment).stdout


@pytest.mark.usefixtures("manifest")
@pytest.mark.parametrize("name", ["FORCE_COLOR", "CLICOLOR_FORCE"])
def test_a_log_whose_reader_asks_for_colour_gets_it_without_links(algocheck, name):
    plain = algocheck(*CHECK).stdout
    # As GitHub runs it: its log shows colours, though it is a dumb terminal by its own account.
    shown = algocheck(*CHECK, env={name: "1", "TERM": "dumb", "CI": "true"}).stdout

    assert "\x1b[1;31m" in shown
    assert "\x1b]8;" not in shown
    assert SEQUENCE.sub("", shown) == plain


@pytest.mark.usefixtures("manifest")
def test_who_refuses_colour_gets_none_whoever_else_asks_for_it(algocheck):
    assert "\x1b" not in algocheck(*CHECK, env={"NO_COLOR": "1", "FORCE_COLOR": "1"}).stdout


ODD_NAME = FEES.replace("Calculating fees", "Leges berekenen \u2192 \U0001f600 Fryslân")


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("ascii", "Leges berekenen -> \\U0001f600 Fryslan"),
        ("cp1252", "Leges berekenen -> \\U0001f600 Fryslân"),
        ("cp437", "Leges berekenen -> \\U0001f600 Fryslân"),
        ("cp850", "Leges berekenen -> \\U0001f600 Fryslân"),
        ("utf-16", "Leges berekenen \u2192 \U0001f600 Fryslân"),
    ],
)
def test_a_console_of_another_encoding_can_be_read(command, manifest, encoding, name):
    manifest.write_text(ODD_NAME, encoding="utf-8")
    done = subprocess.run(
        [command, *CHECK, "--lang", "nl"],
        cwd=manifest.parent,
        capture_output=True,
        env=clean_environment() | {"PYTHONIOENCODING": encoding},
        check=False,
    )

    assert name in done.stdout.decode(encoding)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--fail-on", "critical"),
        ("--unknown", "warn"),
        ("--rule", "EQ-01"),
        ("--as", "deployer"),
    ],
    ids=" ".join,
)
def test_no_format_changes_the_verdict(algocheck, manifest, options):
    both = ("--format", "text=report.txt", "--format", "json=report.json")
    codes = {
        algocheck("check", manifest, *options, *formats).returncode
        for formats in ((), ("--format", "json"), both, ("--lang", "nl"), ("--all",))
    }

    assert len(codes) == 1


NOT_ASKED = re.compile(r"^  ([0-9]+) (?:rules? (?:is|are) not asked|regels? word(?:t|en) niet)")


def table(page: str) -> Counter[str]:
    """Add up the table by right: how many rules have which outcome."""
    counted: Counter[str] = Counter()
    for line in page.splitlines():
        if not_asked := NOT_ASKED.match(line):
            counted[Outcome.NOT_APPLICABLE] += int(not_asked[1])
        cells = line.split()[-len(COLUMNS) :]
        if line.startswith("  ") and all(cell == "-" or cell.isdigit() for cell in cells):
            for outcome, cell in zip(COLUMNS, cells, strict=True):
                counted[outcome] += int(cell) if cell.isdigit() else 0
    return counted


SAID = {
    Outcome.FAIL: "fails?|voldoe[tn] niet",
    Outcome.UNKNOWN: "not shown|niet aangetoond",
    Outcome.PASS: "pass(?:es)?|voldoe[tn]",
    Outcome.NOT_APPLICABLE: "not applicable|niet van toepassing",
    Outcome.UPCOMING: "upcoming|geldt later|gelden later",
}


def by_right(page: str) -> list[str]:
    """Return the lines that have the sentences by right."""
    _, after = re.split("^  (?:Rules by right|Regels per recht):\n", page, flags=re.MULTILINE)
    return after.partition("\n\n")[0].splitlines()


def sentences(page: str) -> Counter[str]:
    """Add up the sentences by right: how many rules have which outcome."""
    counted: Counter[str] = Counter()
    for line in by_right(page):
        if not_asked := NOT_ASKED.match(line):
            counted[Outcome.NOT_APPLICABLE] += int(not_asked[1])
            continue
        right, _, counts = line.removesuffix(".").partition(": ")
        assert right
        for count in counts.split(", "):
            number, _, words = count.partition(" ")
            (outcome,) = (each for each in SAID if re.fullmatch(SAID[each], words))
            counted[outcome] += int(number)
    return counted


def cannot_break(line: str) -> bool:
    """Tell whether *line* is one word, or of the table."""
    return len(line.split()) == 1 or bool(table(line)) or line.startswith("  right ")


PLACE = r"^  1\.yaml:[0-9]+:[0-9]+"


@pytest.mark.parametrize("number", range(len(example_texts())))
@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("counts", [table, sentences])
def test_text_tells_as_much_as_json(number, language, counts):
    report = report_on(example_texts()[number])
    (verdict,) = report.verdicts
    style = Style(language, width=400, everything=True, table=counts is table)
    page = told(report, style=style)

    assert counts(page) == Counter({each: verdict.number_of(each) for each in COLUMNS})
    asked = re.findall(rf"{PLACE}  (?:add|answer|voeg toe:|beantwoord:) ", page, re.MULTILINE)
    assert len(asked) == len(verdict.questions) + len(verdict.later_questions)
    places = re.findall(PLACE, page, re.MULTILINE)
    assert len(places) == len(asked) + len(verdict.findings) + len(verdict.faults)
    failing = {each.rule.id for each in verdict.answers if each.outcome is Outcome.FAIL}
    assert {each.rule.id for each in verdict.findings} == failing


def test_what_a_page_leaves_out_it_counts():
    report = report_on(*example_texts(), *thinned(20))
    left_out = set()
    for verdict in report.verdicts:
        page = told(report._replace(verdicts=(verdict,)))

        asked = len(re.findall(r"^  [0-9]+\.yaml:\S+  (?:add|answer) ", page, re.MULTILINE))
        more = re.search(r"and ([0-9]+) more questions?;", page)
        assert asked + (int(more[1]) if more else 0) == len(verdict.questions)
        rules = len(re.findall("^  FAIL  ", page, re.MULTILINE))
        places = len(re.findall(r"^  [0-9]+\.yaml:\S+", page, re.MULTILINE)) - asked
        rest = re.search(r"and ([0-9]+) more findings?;", page)
        assert places + (int(rest[1]) if rest else 0) == len(verdict.findings)
        assert rules == min(len({each.rule for each in verdict.findings}), 10)
        left_out |= {"questions"} if more else set()
        left_out |= {"findings"} if rest else set()

    assert left_out == {"questions", "findings"}


def test_the_last_line_says_the_exit_code_and_the_count_says_every_manifest():
    report = report_on(*thinned(12))
    page = told(report)

    assert page.splitlines()[-1].split()[-2:] == ["exit", "0" if report.passes else "1"]
    line = next(each for each in page.splitlines() if each.startswith("12 manifests: "))
    assert sum(map(int, re.findall(r"([0-9]+) (?:not )?(?:compliant|shown|evaluated)", line))) == 12


@pytest.mark.parametrize("table", [True, False], ids=["table", "sentences"])
def test_no_page_is_wider_than_asked_but_where_a_word_has_no_place_to_break(table):
    for text in (*example_texts(), *thinned(10)):
        for line in told(report_on(text), style=NARROW._replace(table=table)).splitlines():
            assert len(line) <= 60 or cannot_break(line), line


def test_a_sentence_that_is_too_long_goes_on_below_it_and_loses_nothing():
    for text in example_texts():
        report = report_on(text)
        wide, narrow = (
            told(report, style=Style("nl", width=width, everything=True)) for width in (400, 40)
        )
        lines = by_right(narrow)

        assert all(len(line) <= 40 for line in lines)
        assert any(line.startswith("    ") for line in lines)
        assert " ".join(lines).split() == " ".join(by_right(wide)).split()


def test_a_report_of_everything_is_no_shorter_than_its_first_screen():
    report = report_on(*thinned(6))

    assert len(told(report, style=Style(everything=True))) > len(told(report))


@pytest.mark.skipif(sys.platform == "win32", reason="file names there hold no such characters")
def test_a_hostile_file_name_commands_nothing(algocheck, tmp_path):
    (tmp_path / "fees\x1b[31m\u202e\n.yaml").write_text(FEES, encoding="utf-8")
    done = algocheck("check", ".", "--rule", "HO-09")

    assert done.returncode == 1
    assert all(each.isprintable() or each == "\n" for each in done.stdout)
    assert "fees\\x1b[31m\\u202e\\n.yaml:9:3" in done.stdout
