"""The nouns of algocheck, all of them values that never change."""

from algocheck.model.entry import Entry, EntryKind
from algocheck.model.finding import (
    BaselineState,
    Finding,
    Location,
    Path,
    Question,
    Waiver,
    fingerprint_of,
)
from algocheck.model.report import BundleName, Report, Status
from algocheck.model.rule import Kind, Law, Owner, Rule, Severity, rule_of_ours
from algocheck.model.verdict import Answer, Outcome, Verdict

__all__ = [
    "Answer",
    "BaselineState",
    "BundleName",
    "Entry",
    "EntryKind",
    "Finding",
    "Kind",
    "Law",
    "Location",
    "Outcome",
    "Owner",
    "Path",
    "Question",
    "Report",
    "Rule",
    "Severity",
    "Status",
    "Verdict",
    "Waiver",
    "fingerprint_of",
    "rule_of_ours",
]
