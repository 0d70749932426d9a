"""Find out what stood in a repository where this branch and another one parted."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

from algocheck.changed.git import SECONDS, Answer, Git
from algocheck.changed.then import Then
from algocheck.errors import UsageError
from algocheck.manifest.show import shorten

_NO_ORDINARY_FILE = (b"120000", b"160000")
"""Modes of a symbolic link and of a submodule."""

_ID = re.compile(rb"([0-9a-f]{40,64})\s*")


def then(ref: str, *, root: Path, environment: Mapping[str, str], seconds: float = SECONDS) -> Then:
    """Return what stood in the repository around *root* at the merge base of *ref* and HEAD.

    Raises `UsageError` without git or a repository, where *ref* names no commit, and where
    this clone lacks the history that the question is about.
    """
    if not ref or ref.startswith("-") or ".." in ref or not ref.isprintable():
        raise UsageError("since.no-name", ref=shorten(ref))
    git = Git(root, environment, seconds=seconds)
    top = _top(git, root)
    theirs, ours = _commit(git, ref), _commit(git, "HEAD")
    bases = _bases(git, ref, theirs, ours)
    files: dict[str, str] = {}
    for number, base in enumerate(bases):
        _add(files, git.ask("ls-tree", "-r", "-z", "--full-tree", base), ref, first=not number)
    return Then(top, ref, files, git=git, current=theirs == ours)


def _top(git: Git, root: Path) -> Path:
    answer = git.ask("rev-parse", "--show-toplevel")
    if answer.yes:
        return Path(os.path.realpath(os.fsdecode(answer.said.rstrip(b"\r\n"))))
    if "safe.directory" in answer.complaint:
        raise UsageError("since.not-trusted", path=root.as_posix(), reason=answer.complaint)
    raise UsageError("since.no-repository", path=root.as_posix(), reason=answer.complaint)


def _commit(git: Git, ref: str) -> str:
    found = _find(git, ref)
    if found:
        return found
    if ref == "HEAD":
        raise UsageError("since.no-commit-yet")
    if _find(git, f"refs/remotes/origin/{ref}"):
        raise UsageError("since.only-remote", ref=ref)
    key = "since.not-fetched" if _is_shallow(git) else "since.unknown"
    raise UsageError(key, ref=shorten(ref))


def _find(git: Git, ref: str) -> str:
    answer = git.ask("rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
    found = _ID.fullmatch(answer.said)  # of ^main git says no more than where it begins
    return found[1].decode("ascii") if answer.yes and found else ""


def _bases(git: Git, ref: str, theirs: str, ours: str) -> list[str]:
    """Return the merge bases: usually one, and more where branches were merged crosswise."""
    answer = git.ask("merge-base", "--all", theirs, ours)
    if answer.yes:
        return answer.said.decode("ascii").split()
    if answer.complaint:
        raise UsageError("since.git-failed", reason=answer.complaint)
    key = "since.shallow" if _is_shallow(git) else "since.unrelated"
    raise UsageError(key, ref=shorten(ref))


def _is_shallow(git: Git) -> bool:
    return git.tell("rev-parse", "--is-shallow-repository").strip() == b"true"


def _add(files: dict[str, str], answer: Answer, ref: str, *, first: bool) -> None:
    """Add what one base holds; what differs between bases counts as the same as in none."""
    if not answer.yes:
        raise UsageError("since.incomplete", ref=shorten(ref), reason=answer.complaint)
    listed = {}
    for entry in answer.said.split(b"\0")[:-1]:
        about, _, name = entry.partition(b"\t")
        mode, _, blob = about.split(b" ")
        listed[os.fsdecode(name)] = "" if mode in _NO_ORDINARY_FILE else blob.decode("ascii")
    if first:
        files.update(listed)
        return
    for each in files.keys() | listed.keys():
        if files.get(each) != listed.get(each):
            files[each] = ""
