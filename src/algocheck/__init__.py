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


def check(
    paths: Sequence[str], *, today: str, root: "Path | None" = None, policies: Sequence["Path"] = ()
) -> "Report":
    """Check the manifests in *paths*, relative to *root*, on the ISO day *today*.

    With the policies that ship, and the folders of house rules in *policies*. Raises
    `algocheck.errors.AlgocheckError` where there is no verdict.
    """
    # Imported here, as below: whoever runs the command should not wait for this.
    from pathlib import Path

    from algocheck import bundles, pipeline

    plan = pipeline.Plan(bundles.with_house_rules(policies), today)
    return pipeline.check(paths, plan, root=root or Path())


def __getattr__(name: str) -> Any:
    if name in __all__:
        from algocheck import model

        return getattr(model, name)
    message = f"module 'algocheck' has no attribute {name!r}"
    raise AttributeError(message)
