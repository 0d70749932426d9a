"""algocheck: check algorithms against human rights, as policy.

>>> import algocheck
>>> report = algocheck.check(["algorithms"], today="2026-11-23")  # doctest: +SKIP
>>> report.passes  # doctest: +SKIP
False
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from algocheck.model import Finding, Report, Severity

__all__ = ["Finding", "Report", "Severity", "check"]


def check(  # noqa: PLR0913 -- what to check, and each thing that bears on it
    paths: Sequence[str],
    *,
    today: str,
    root: "Path | None" = None,
    policies: Sequence["Path"] = (),
    waivers: "Path | None" = None,
    baseline: "Path | None" = None,
) -> "Report":
    """Check the manifests in *paths*, relative to *root*, on the ISO day *today*.

    With the policies that ship, and the folders of house rules in *policies*. What the file
    of *waivers* or the *baseline* covers, both relative to *root*, counts as it does for
    `algocheck check`, and so does what is wrong with them. Nothing else bears on the report:
    no configuration file, no variable, and no waivers or baseline that are not named. So it
    is the report of the command with no other options than --at, --policy, --waivers and
    --baseline. Raises `algocheck.errors.AlgocheckError` where there is no verdict.
    """
    # Imported here, as below: whoever runs the command should not wait for this.
    from pathlib import Path

    from algocheck import bundles, covering
    from algocheck.plan import Plan

    plan = Plan(bundles.with_house_rules(policies), today)
    return covering.check(paths, plan, root=root or Path(), waivers=waivers, baseline=baseline)


def __getattr__(name: str) -> Any:
    if name in __all__:
        from algocheck import model

        return getattr(model, name)
    message = f"module 'algocheck' has no attribute {name!r}"
    raise AttributeError(message)
