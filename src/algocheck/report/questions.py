"""What is not shown, told by fact: a question each, with the values to choose from."""

from algocheck.model import Question, Verdict
from algocheck.report import Style, phrases, styles
from algocheck.report.page import Page, Span


def questions(page: Page, verdict: Verdict, style: Style) -> None:
    """Add the open questions about rules in force, the most pressing first."""
    language = style.language
    open_questions = [each for each in verdict.questions if not each.covered]
    waiting = {rule for each in open_questions for rule in each.rules}
    shown = styles.first(open_questions, styles.QUESTIONS, style)
    if shown:
        page.gap()
        asked = phrases.word("answers", language, n=len(open_questions))
        heading = phrases.word("not-shown", language, n=len(waiting), answers=asked)
        page.add("  ", Span(heading, "bold yellow"))
    for each in shown:
        question(page, each, style)
    styles.rest(page, "more-questions", len(open_questions) - len(shown), style)
    others = len(verdict.left_to_the_deployer)
    styles.rest(page, "waits-for-deployer", others, style)


def question(page: Page, question: Question, style: Style) -> None:
    """Add one question: where to answer it, what is asked, and what may be chosen."""
    language = style.language
    fact = phrases.fact(question.path)
    page.flow(
        f"  {question.location.address}  ",
        Span(phrases.word("answer" if question.stated else "add", language, fact=fact), "bold"),
    )
    asked, waiting = phrases.plain_question(question, language), phrases.waiting(question, language)
    page.text(f"{asked} ({waiting})", indent=5)
    if question.stated:
        page.text(
            phrases.word("says-nothing", language, value=phrases.value(question.found)), indent=5
        )
    if values := phrases.choices(question):
        page.text(values, indent=5, style="dim")
