"""Rules as pages of Markdown, one a rule and one with all: what docs/rules is made of."""

from collections.abc import Mapping, Sequence

from algocheck.model import Rule
from algocheck.report import phrases
from algocheck.report.explanation import Block, Code, Item, Regimes, Section, explanation
from algocheck.words import Language, message, say


def pages(
    rules: Sequence[Rule], regimes: Mapping[str, Regimes], language: Language
) -> Mapping[str, str]:
    """Return the text of each page by its path: theme/defect.md, and README.md.

    *regimes* holds, by the name of a bundle, what that bundle knows of dates.
    """
    made = {f"{rule.id}.md": page(rule, regimes[rule.bundle], language, up="../") for rule in rules}
    return {"README.md": _index(rules, language), **made}


def page(rule: Rule, regimes: Regimes, language: Language, *, up: str = "") -> str:
    """Return the page of *rule*; *up* leads to the folder of the page with all rules."""
    lines = [f"# {rule.code} {rule.title[language]}".replace("#  ", "# "), "", f"`{rule.id}`"]
    if up:
        theme = phrases.theme(rule.theme, language)
        lines[-1] += f" · [{theme}]({up}README.md#{_anchor(theme)})"
    for section in explanation(rule, regimes, language):
        lines += ["", *part(section)]
    if up:
        lines += ["", "---", "", say(message("explain.generated"), language)]
    return "\n".join(lines) + "\n"


def part(section: Section) -> list[str]:
    """Return the lines of one section of a page."""
    lines = [f"## {section.heading}"]
    previous: Block | None = None
    for block in section.blocks:
        # The items of a list stand together, everything else apart.
        if not (isinstance(block, Item) and isinstance(previous, Item)):
            lines.append("")
        lines += _block(block)
        previous = block
    return lines


def _block(block: Block) -> list[str]:
    if isinstance(block, Code):
        return ["```yaml", *block.text.splitlines(), "```"]
    if isinstance(block, str):
        # A mark at the start of a line would begin a list.
        return [block.replace("* ", "\\* ", 1) if block.startswith("* ") else block]
    text = f"`{block.text}`" if block.is_code else block.text.replace("*", "\\*")
    shown = f"[{text}]({block.link})" if block.link else text
    return [f"- {shown}: {block.about}" if block.about else f"- {shown}"]


def _index(rules: Sequence[Rule], language: Language) -> str:
    lines = [
        f"# {say(message('explain.index-title'), language)}",
        "",
        say(message("explain.index-intro", n=len(rules)), language),
    ]
    for theme in sorted({rule.theme for rule in rules}):
        lines += ["", f"## {phrases.theme(theme, language)}", ""]
        lines += [_entry(rule, language) for rule in rules if rule.theme == theme]
    lines += ["", "---", "", say(message("explain.generated"), language)]
    return "\n".join(lines) + "\n"


def _entry(rule: Rule, language: Language) -> str:
    severity = phrases.word(f"severity-{rule.severity.word}", language)
    kind = phrases.word(f"kind-{rule.kind}", language)
    name = f"{rule.code} {rule.title[language]}".strip()
    return f"- [{name}]({rule.id}.md) ({severity}; {kind})"


def _anchor(heading: str) -> str:
    return heading.lower().replace(" ", "-")
