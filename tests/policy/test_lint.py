"""Every check refuses what it is for, at its place, and lets the mended text through."""

import json
from importlib.resources import files

import pytest

from algocheck.policy.params import odd_parameters
from algocheck.policy.source import Source, read_source
from algocheck.resources import policies
from algocheck.words import LANGUAGES, say
from policies import BASE, BODY, DATA, LIBRARY, METADATA, RULE, checks, look, rule, source

HELPER = "algocheck/house/things/things.rego"


def helper(body: str, imports: str = "") -> str:
    return f"package algocheck.house.things\n\n{imports}\n{body}"


def applies(extra: str, value: str = '"yes"') -> str:
    requires = BODY.partition("requires")[2]
    return rule(f"applies := {value}\n\n{extra}\nrequires{requires}")


def requires(value: str) -> str:
    return rule(f'applies := "yes"\n\nrequires := {value}\n')


FACTS = "import data.algocheck.facts\n"
M = "import data.algocheck.facts.m\n"
LOGIC = "import data.algocheck.lib.logic\n"

# check: (path, what is wrong, the place, what is right)
CASES: dict[str, tuple[str, str, tuple[int, int], str]] = {
    # Text
    "odd-character": (HELPER, helper("x := 1\0"), (4, 7), helper("x := 1")),
    "long-line": (HELPER, helper(f'x := "{"a" * 1100}"'), (4, 1025), helper('x := "a"')),
    "too-many-definitions": (
        HELPER,
        helper("".join(f"x{i} := 1\n" for i in range(1001))),
        (1, 1),
        helper("".join(f"x{i} := 1\n" for i in range(900))),
    ),
    "deep-nesting": (
        HELPER,
        helper(f"x := {'[' * 13}1{']' * 13}"),
        (4, 18),
        helper(f"x := {'[' * 12}1{']' * 12}"),
    ),
    "long-chain": (
        HELPER,
        helper("x := " + " +\n".join(["1"] * 102)),
        (104, 3),
        helper("x := [" + ",\n".join(["1 + 1"] * 150) + "]"),
    ),
    "template": (HELPER, helper('x := $"a {1}"'), (4, 6), helper('x := concat("", ["a"])')),
    "no-end": (HELPER, helper('x := "a'), (4, 6), helper('x := "a"')),
    "no-rego": (HELPER, helper("x := {\n\t1 2}"), (5, 4), helper("x := {1, 2}")),
    # Place
    "package-is-folder": (HELPER, "package algocheck.house.other\n", (1, 1), helper("x := 1")),
    "file-is-folder": (
        "algocheck/house/things/other.rego",
        helper("x := 1"),
        (1, 1),
        helper("x := 1"),
    ),
    "other-root": ("things/things.rego", "package things\n", (1, 1), ""),
    "not-for-house-rules": (
        "algocheck/lib/logic/logic.rego",
        "package algocheck.lib.logic\n",
        (1, 1),
        "",
    ),
    "only-rules-here": (
        "algocheck/rules/theme/theme.rego",
        rule(package="algocheck.rules.theme"),
        (19, 1),
        "",
    ),
    # Shape
    "lacks": (RULE, rule('applies := "yes"\n', imports=""), (19, 1), rule()),
    "public-helper": (
        RULE,
        applies("wanted := 1\n", "logic.one_of(wanted, {1})"),
        (26, 1),
        applies("_wanted := 1\n", "logic.one_of(_wanted, {1})"),
    ),
    "not-complete": (
        RULE,
        rule('applies := "yes"\n\nrequires contains logic.stated(m.purpose.goal)\n'),
        (26, 1),
        rule(),
    ),
    "may-be-undefined": (
        RULE,
        applies("", '"yes" if { m.decision.effect == "legal" }'),
        (24, 18),
        applies("", '"yes" if { m.decision.effect == "legal" } else := "no"'),
    ),
    "applies-form": (RULE, applies("", "true"), (24, 12), applies("", '"no"')),
    "requires-form": (
        RULE,
        requires('{"met": logic.stated(m.purpose.goal)}'),
        (26, 13),
        requires('array.concat([], [{"met": logic.stated(m.purpose.goal)}])'),
    ),
    "requires-nothing": (RULE, requires("[]"), (26, 13), rule()),
    "may-not-read": (
        RULE,
        applies("", "logic.one_of(input.decision.effect, {1})"),
        (24, 25),
        applies("", "logic.one_of(m.purpose.goal, {1})"),
    ),
    # Definitions
    "defined-twice": (HELPER, helper("x := 1\n\nx := 2\n"), (6, 1), helper("x := 1\n")),
    "name-is-a-word": (HELPER, helper("x.y := 1\n"), (4, 1), helper('x := {"y": 1}\n')),
    "cycle": (HELPER, helper("x := y\n\ny := x\n"), (4, 1), helper("x := y\n\ny := 1\n")),
    "long-way-down": (
        HELPER,
        helper("".join(f"x{i} := x{i + 1}\n" for i in range(32)) + "x32 := 1\n"),
        (4, 1),
        helper("".join(f"x{i} := x{i + 1}\n" for i in range(31)) + "x31 := 1\n"),
    ),
    # Names
    "unknown-name": (
        HELPER,
        helper("x := something"),
        (4, 6),
        helper("x := something\n\nsomething := 1"),
    ),
    "misspelt-name": (
        HELPER,
        helper("x := summ\n\nsum_of := 1"),
        (4, 6),
        helper("x := sum_of\n\nsum_of := 1"),
    ),
    "two-meanings": (
        HELPER,
        helper("x := 1\n\ny := [x | some x in [1]]"),
        (6, 16),
        helper("x := 1\n\ny := [z | some z in [x]]"),
    ),
    "unused": (
        HELPER,
        helper("x := [1 | some i, v in [2]; v > 1]"),
        (4, 16),
        helper("x := [1 | some v in [2]; v > 1]"),
    ),
    "odd-import": (HELPER, helper("x := 1", "import rego.v1\n"), (3, 1), helper("x := 1")),
    "pattern": (
        HELPER,
        helper("x := [v | some abs(1), v in [1, 2]]"),
        (4, 16),
        helper("x := [v | some i, v in [1, 2]; i == abs(1)]"),
    ),
    "unification": (
        HELPER,
        helper("x(a) := b if { b = a }"),
        (4, 16),
        helper("x(a) := b if { b := a }"),
    ),
    "no-value": (HELPER, helper("x := f\n\nf(a) := a"), (4, 6), helper("x := f(1)\n\nf(a) := a")),
    "no-function": (HELPER, helper("x := f(1)\n\nf := 1"), (4, 6), helper("x := f\n\nf := 1")),
    "arguments": (
        HELPER,
        helper("x := f(1, 2)\n\nf(a) := a"),
        (4, 6),
        helper("x := f(1)\n\nf(a) := a"),
    ),
    "builtin": (HELPER, helper("x := time.now_ns()"), (4, 6), helper("x := count([1])")),
    # Portable
    "negation": (
        HELPER,
        helper("x(v) if { not count(v.list) }"),
        (4, 21),
        helper("x(v) if { list := v.list; not count(list) }"),
    ),
    "iteration": (
        HELPER,
        helper("x := [v | some v in input.list]"),
        (4, 21),
        helper("x := [v | some v in [1]]"),
    ),
    "letter-case": (HELPER, helper('x := lower("A")'), (4, 6), helper('x := trim_space("A")')),
    "keyword": (
        HELPER,
        helper("x := y.if\n\ny := {}"),
        (4, 8),
        helper('x := y["if"]\n\ny := {}'),
    ),
    "with": (
        HELPER,
        helper("x if { y with input as {} }\n\ny := 1"),
        (4, 10),
        helper("x if { y }\n\ny := 1"),
    ),
    "regex": (
        HELPER,
        helper('x := regex.match(`^\\d+$`, "1")'),
        (4, 18),
        helper('x := regex.match(`^[0-9]+$`, "1")'),
    ),
    "decimal": (HELPER, helper("x := 0.1"), (4, 6), helper("x := 1")),
    "division": (HELPER, helper("x := 1 / 2"), (4, 6), helper("x := floor(1 / 2)")),
    "else-literal": (
        HELPER,
        helper("x(v) := 1 if { v == 0 } else := 2 if v in {1, 2}"),
        (4, 43),
        helper("x(v) := 1 if { v == 0 } else := 2 if { v in {1, 2} }"),
    ),
    # Facts
    "unknown-fact": (
        RULE,
        applies("", "logic.stated(m.decision.weather)"),
        (24, 36),
        applies("", "logic.stated(m.decision.effect)"),
    ),
    "misspelt-fact": (
        RULE,
        applies("", "logic.stated(m.decision.efect)"),
        (24, 36),
        applies("", "logic.stated(m.decision.effect)"),
    ),
    "fact-by-variable": (
        RULE,
        applies('_name := "effect"\n', "logic.stated(m.decision[_name])"),
        (24, 36),
        applies("", 'logic.stated(m.decision["effect"])'),
    ),
    "unknown-list": (
        HELPER,
        helper('x := facts.listed["decision.effect"]', FACTS),
        (5, 6),
        helper('x := facts.listed["decision.uses"]', FACTS),
    ),
    "unknown-group": (
        HELPER,
        helper('x := facts.group("decision.uses")', FACTS),
        (5, 6),
        helper('x := facts.group("legal_protection.objection")', FACTS),
    ),
    "no-list": (
        RULE,
        applies("", "logic.any_of([v | some v in m.decision.effect])"),
        (24, 40),
        applies("", "logic.any_of([v | some v in m.decision.uses])"),
    ),
    "count-of-text": (
        RULE,
        applies("", "logic.one_of(count(m.purpose.goal), {1})"),
        (24, 25),
        applies("", "logic.one_of(count(m.rights), {1})"),
    ),
    "unknown-value": (
        RULE,
        applies("", 'logic.one_of(m.decision.effect, {"legal", "legl"})'),
        (24, 54),
        applies("", 'logic.one_of(m.decision.effect, {"legal", "none"})'),
    ),
    "compared-with-unknown": (
        RULE,
        applies("", 'logic.one_of(m.decision.effect, {"unknown"})'),
        (24, 45),
        applies("", 'logic.one_of(m.decision.effect, {"none"})'),
    ),
    "threshold": (
        RULE,
        applies("", "logic.one_of(m.monitoring.log_retention_months, {24})"),
        (24, 61),
        rule(
            "applies := logic.one_of(m.monitoring.log_retention_months, {params.months})\n\n"
            + BODY.partition("\n\n")[2],
            imports=M + LOGIC + "import data.algocheck.params\n",
        ),
    ),
    # METADATA
    "no-metadata": (RULE, rule(metadata=""), (1, 1), rule()),
    "metadata-yaml": (RULE, rule(metadata="# METADATA\n# title: [\n"), (3, 2), rule()),
    "metadata-missing": (
        RULE,
        rule(metadata=METADATA.replace("#     remedy: Toon het.\n", "")),
        (12, 5),
        rule(),
    ),
    "metadata-unknown": (
        RULE,
        rule(metadata=METADATA.replace("severity:", "severety: high\n#   severity:")),
        (7, 5),
        rule(),
    ),
    "metadata-form": (RULE, rule(metadata=METADATA.replace("It is", "[It is]  #")), (2, 3), rule()),
    "metadata-value": (RULE, rule(metadata=METADATA.replace("high", "huge")), (7, 5), rule()),
    "metadata-unfinished": (
        RULE,
        rule(metadata=METADATA.replace("Toon het.", "TODO")),
        (16, 7),
        rule(),
    ),
    "metadata-date": (
        RULE,
        rule(metadata=METADATA + "#   regime: {name: date, date: 2025-02-30}\n"),
        (19, 26),
        rule(metadata=METADATA + "#   regime: {name: date, date: 2025-02-28}\n"),
    ),
    "unknown-law": (RULE, rule(metadata=METADATA.replace("awb", "abw")), (11, 10), rule()),
    "unknown-condition": (
        RULE,
        rule(metadata=METADATA.replace('"6:4"', '"6:4", only_if: {purpose.goal: [yes]}')),
        (11, 46),
        rule(metadata=METADATA.replace('"6:4"', '"6:4", only_if: {decision.effect: [legal]}')),
    ),
    "law-needed": (
        RULE,
        rule(metadata=METADATA.replace('#   laws:\n#     - {law: awb, article: "6:4"}\n', "")),
        (9, 5),
        rule(metadata=METADATA.replace("kind: law", "kind: guidance")),
    ),
}

# What a single module beside a base cannot show; each has a test below.
ELSEWHERE = {
    "too-large",  # these two: test_text.py
    "too-intricate",
    "no-modules",
    "unread-file",
    "data-hides-rule",
    "odd-parameter",
    "odd-limit",  # test_waiver_limits.py
    "data-not-for-house-rules",
    "untested",
    "code-twice",
}


def _base(check: str) -> Source | None:
    return None if check == "other-root" else BASE


@pytest.mark.parametrize(
    ("asked", "language", "said"),
    [
        ('facts.listed["decision"]', "nl", "decision is geen lijst van het manifest"),
        ('facts.listed["decision"]', "en", "decision is no list of the manifest"),
        ('facts.group("decision.effect")', "nl", "decision.effect is geen groep van het manifest"),
        ('facts.group("decision.effect")', "en", "decision.effect is no group of the manifest"),
    ],
)
def test_what_is_no_list_or_group_is_called_so_in_the_readers_language(asked, language, said):
    (found,) = look(source({HELPER: helper(f"x := {asked}", FACTS)})).violations

    assert say(found.message, language).startswith(said)


@pytest.mark.parametrize("path", ["m.kind", "_path"])
def test_a_rule_writes_out_of_which_group_it_asks_the_state(path):
    text = rule(
        f'applies := logic.one_of(facts.group({path}), {{"stated"}})\n\n_path := "decision"\n\n'
        f"_seen := [_path, m.kind]\n\nrequires{BODY.partition('requires')[2]}",
        imports=FACTS + M + LOGIC,
    )

    assert checks(text) == ["unknown-group"]


@pytest.mark.parametrize("name", ["proxy_fro", "name", '["nothing"]'])
def test_an_entry_has_no_state_of_what_is_no_list_of_it(name):
    step = name if name.startswith("[") else f".{name}"
    wrong = applies("", f"logic.any_of([v.listed{step} | some v in m.data.variables])")
    right = applies("", "logic.any_of([v.listed.proxy_for | some v in m.data.variables])")

    assert checks(wrong) == ["unknown-list"]
    assert checks(right) == []


def test_what_an_import_names_below_the_facts_exists_too():
    wrong = helper("x := decison", "import data.algocheck.facts.m.decison\n")
    right = helper("x := decision", "import data.algocheck.facts.m.decision\n")

    assert checks(wrong, HELPER) == ["misspelt-fact"]
    assert checks(right, HELPER) == []


@pytest.mark.parametrize(
    "taken_apart",
    ["some [time.now_ns()] in [[1]]", '{"a": time.now_ns()} := {"a": 1}', "time.now_ns() := 3"],
)
def test_a_pattern_is_no_place_to_call_what_not_every_engine_has(taken_apart):
    assert checks(helper(f"x if {{ {taken_apart} }}"), HELPER) == ["pattern"]


def test_a_negative_number_is_a_constant():
    assert checks(helper("x if { some -1 in [1] }"), HELPER) == []


@pytest.mark.parametrize("check", CASES)
def test_it_is_refused_at_its_place(check):
    path, wrong, place, _ = CASES[check]

    found = look(source({path: wrong}, DATA if not _base(check) else None), _base(check))

    assert (check, place) in {(each.check, (each.line, each.column)) for each in found.violations}
    assert {each.file for each in found.violations} == {path}
    assert found.rules == ()


@pytest.mark.parametrize("check", [check for check, case in CASES.items() if case[3]])
def test_what_is_mended_is_let_through(check):
    path, _, _, right = CASES[check]
    if check == "file-is-folder":
        path = HELPER

    assert checks(right, path) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("check", CASES)
def test_it_is_said_in_both_languages(check, language):
    path, wrong, _, _ = CASES[check]

    for each in look(source({path: wrong}), _base(check)).violations:
        assert say(each.message, language)


def test_every_check_is_tested_here():
    texts = json.loads(files("algocheck.words").joinpath("lint.json").read_text(encoding="utf-8"))

    assert set(texts) == set(CASES) | ELSEWHERE


def test_a_folder_without_policies_does_not_pass():
    assert [each.check for each in look(source({})).violations] == ["no-modules"]


def test_data_that_no_engine_reads_is_told():
    found = look(source({RULE: rule()}, unread=("algocheck/house/list.yaml",)))

    assert [(each.check, each.file) for each in found.violations] == [
        ("unread-file", "algocheck/house/list.yaml")
    ]


@pytest.mark.parametrize("data", [{"algocheck": {"params": {}}}, {"other": {}}])
def test_house_rules_change_nobody_elses_data(data):
    found = look(source({RULE: rule()}, data))

    assert "data-not-for-house-rules" in [each.check for each in found.violations]


def test_data_that_would_stand_in_for_a_definition_is_refused():
    modules = {RULE: rule(), HELPER: helper("days := 3\n")}
    hidden = look(source(modules, {"algocheck": {"house": {"things": {"days": 4}}}}))
    beside = look(source(modules, {"algocheck": {"house": {"things": {"weeks": 4}}}}))

    assert [(each.check, each.file) for each in hidden.violations] == [("data-hides-rule", HELPER)]
    assert beside.violations == ()


@pytest.mark.parametrize(
    "regime",
    [
        {"from": "soon"},
        {"from": "31-12-2035"},
        {"from": "2035"},
        {"from": "2026-02-30"},
        {"from": ["2035-01-01"]},
        {"from": ""},
        {"legacy_from": "2-8-2030"},
        {"form": "2026-08-02"},
        {"annex_i": "no_such_regime"},
        "2026-08-02",
    ],
)
def test_a_date_of_law_that_is_no_day_is_refused(regime):
    params = {"nothing": ["none"], "placeholders": ["-"], "regimes": {"always": {}, "some": regime}}

    assert next(odd_parameters(params), "").startswith("regimes.some")


def test_the_shipped_parameters_can_be_meant():
    data = read_source(policies(), with_tests=False).data

    assert list(odd_parameters(data["algocheck"]["params"])) == []
    assert list(odd_parameters({"nothing": [["geen"]]})) == ["nothing", "regimes"]


def test_house_rules_have_data_of_their_own():
    assert look(source({RULE: rule()}, {"algocheck": {"house": {"days": 3}}})).violations == ()


def test_a_rule_needs_tests_only_where_tests_are_wanted():
    wanted = look(source({RULE: rule()}), wants_tests=True)

    assert [each.check for each in wanted.violations] == ["untested"]
    assert look(source({RULE: rule()})).violations == ()


def test_two_rules_do_not_share_a_code():
    other = RULE.replace("defect", "flaw")
    found = look(source({RULE: rule(), other: rule(package='algocheck.rules.theme["flaw"]')}))

    assert [(each.check, each.file) for each in found.violations] == [("code-twice", other)]


def test_one_module_that_does_not_parse_hides_no_other_that_does_not():
    found = look(source({HELPER: "package", RULE: "package a {"}))

    assert [(each.file, each.check) for each in found.violations] == [
        (HELPER, "no-rego"),
        (RULE, "no-rego"),
    ]


def test_a_value_is_checked_where_it_is_written_however_it_gets_to_the_fact():
    text = applies(
        '_wanted := {"legal", "legl"}\n\n_is(value) := logic.one_of(value, _wanted)\n',
        "_is(m.decision.effect)",
    )

    (found,) = look(source({RULE: text})).violations

    assert (found.check, found.line) == ("unknown-value", 26)
    assert '"legl"' in say(found.message, "en")


def test_a_fault_that_shows_in_the_library_is_told_where_the_rule_calls_it():
    library = "package algocheck.lib.lists\n\nall(list) := [v | some v in list]\n"
    base = source({**LIBRARY, "algocheck/lib/lists/lists.rego": library}, DATA)
    text = rule(
        'applies := "yes"\n\nrequires := [{"path": [], "met": v} | some v in lists.all(m.kind)]\n',
        imports=M + "import data.algocheck.lib.lists\n",
    )

    (found,) = look(source({RULE: text}), base).violations

    assert (found.check, found.file, found.line) == ("no-list", RULE, 26)


def test_the_place_of_a_requirement_exists_in_the_schema():
    text = requires(
        '[{"path": ["data", "variables", i, "justificaton"], "met": logic.stated(v.justification)}'
        " | some i, v in m.data.variables]"
    )

    assert checks(text) == ["misspelt-fact"]
    assert checks(text.replace("justificaton", "justification")) == []


def test_rules_that_read_the_report_would_turn_in_circles():
    assert "may-not-read" in checks(applies("", "data.algocheck.main.report"))


def test_helpers_of_house_rules_read_the_manifest_through_the_facts_too():
    assert checks(helper("x := input.decision"), HELPER) == ["may-not-read"]
    assert checks(helper("x := m.decision", M), HELPER) == []
