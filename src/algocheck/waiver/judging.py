"""Is there anything against a waiver? Hold it against the limits, and against what is open."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from algocheck.model import Finding, Question, Report, Rule, Verdict, Waiver
from algocheck.policy.bundle import Bundle
from algocheck.waiver import admission
from algocheck.waiver.ambiguous import several_manifests, several_places
from algocheck.waiver.limits import Limits, limits_of
from algocheck.waiver.names import Names, is_of_a_file
from algocheck.waiver.objection import Objection
from algocheck.waiver.unused import unused
from algocheck.words import Value, message


class Judge:
    """One report, and the limits of its bundles, the one that ships first."""

    def __init__(self, report: Report, bundles: Sequence[Bundle]) -> None:
        self.report = report
        self.names = Names(rule for bundle in bundles for rule in bundle.rules)
        self.limits: Mapping[str, Limits] = limits_of(bundles)
        self.verdicts: dict[str, list[Verdict]] = defaultdict(list)
        for verdict in report.verdicts:
            self.verdicts[verdict.manifest].append(verdict)

    def named(self, waiver: Waiver) -> Waiver:
        """Return *waiver* with the id of what it is about, if that has one."""
        return waiver._replace(rule=self.names.resolve(waiver.rule) or waiver.rule)

    def meaningless(self, waiver: Waiver) -> Iterator[Objection]:
        """Yield what is wrong with *waiver*, `named`, whatever was checked."""
        limits = next(iter(self.limits.values()))
        for key in ("reason", "decided_by_role"):
            text = getattr(waiver, key)
            if limits.says_nothing(text):
                problem = message("waiver.says-nothing", field=key, found=text)
                yield Objection("waiver/malformed", key, problem)
        if not self._is_known(waiver):
            near = self.names.near(waiver.rule)
            hint: Value = message("waiver.meant", name=near) if near else ""
            problem = message("waiver.no-such-rule", name=waiver.rule, hint=hint)
            yield Objection("waiver/malformed", "rule", problem)

    def objections(self, waiver: Waiver, *, whole: bool) -> Iterator[Objection]:
        """Yield what is wrong with *waiver*, `named`, in this report; what weighs most is first.

        *whole* says that a manifest that is not in the report is nowhere.
        """
        found = self.verdicts.get(waiver.manifest, [])
        points = self.points(waiver)
        rules = self.rules(waiver)
        kind = found[0].kind if found and found[0].evaluated else ""
        today = self.report.today
        yield from admission.inadmissible(waiver, rules, self.limits)
        yield from admission.expired(waiver, today)
        yield from several_manifests(waiver, found)
        yield from several_places(waiver, points)
        yield from admission.beyond_limits(waiver, rules, self.limits, kind, today)
        if not points and (self._is_known(waiver) or not found):
            yield from unused(waiver, found, self.report, whole=whole)

    def points(self, waiver: Waiver) -> list[Finding | Question]:
        """Return what *waiver* is about, as far as it is open."""
        about = (waiver.rule, waiver.place)
        return [
            point
            for verdict in self.verdicts.get(waiver.manifest, ())
            for point in verdict.points
            if (point.name, point.place) == about
        ]

    def rules(self, waiver: Waiver) -> tuple[Rule, ...]:
        """Return the rule that is waived, or those that wait for the answer."""
        if waiver.rule in self.names.rules:
            return (self.names.rules[waiver.rule],)
        asked = (point for point in self.points(waiver) if isinstance(point, Question))
        return tuple(dict.fromkeys(rule for question in asked for rule in question.rules))

    def _is_known(self, waiver: Waiver) -> bool:
        return self.names.resolve(waiver.rule) is not None or is_of_a_file(waiver.rule)
