"""Since when: the commit where two branches parted, or a plain reason why there is none."""

import os
import re
import stat
import sys

import pytest

from algocheck.changed.history import then
from algocheck.errors import UsageError
from repositories import GIT, Repository, earlier, left_to_check, manifest, repository

OLD, NEW = manifest("Old"), manifest("New")


@pytest.fixture
def branched(tmp_path):
    """Make main and work, each with a commit of its own since they parted."""
    repo = repository(tmp_path / "repository", {"ours.yaml": OLD, "theirs.yaml": OLD})
    repo.git("switch", "--quiet", "--create", "work")
    repo.commit({"ours.yaml": NEW})
    repo.git("switch", "--quiet", "main")
    repo.commit({"theirs.yaml": NEW})
    repo.git("switch", "--quiet", "work")
    return repo


def refusal(repo, ref="main", **options):
    with pytest.raises(UsageError) as refused:
        then(ref, root=repo.folder, environment=GIT, **options)
    return refused.value


def test_what_main_did_meanwhile_is_no_change_of_this_branch(branched):
    assert left_to_check(branched) == ["ours.yaml"]


def test_what_was_merged_from_main_is_no_change_of_this_branch(branched):
    branched.git("merge", "--quiet", "--no-edit", "main")

    assert left_to_check(branched) == ["ours.yaml"]


@pytest.mark.parametrize("ref", ["main", "refs/heads/main", "v1", "main~0", "@{-1}", "HEAD~1^0"])
def test_every_name_that_git_has_for_a_commit_will_do(branched, ref):
    branched.git("tag", "--annotate", "v1", "main", "--message", "one")

    assert left_to_check(branched, ref=ref) == ["ours.yaml"]


def test_an_abbreviated_commit_will_do(branched):
    ref = branched.git("rev-parse", "--short", "main")

    assert left_to_check(branched, ref=ref) == ["ours.yaml"]


def test_since_the_commit_that_is_checked_out_only_what_is_not_committed_changed(branched):
    branched.write({"theirs.yaml": NEW})

    assert left_to_check(branched, ref="HEAD") == ["theirs.yaml"]
    assert earlier(branched, "work").current
    assert not earlier(branched, "main").current


def test_after_merges_crosswise_only_what_both_bases_agree_on_is_unchanged(branched):
    main, work = (branched.git("rev-parse", branch) for branch in ("main", "work"))
    branched.git("merge", "--quiet", "--no-edit", main)
    branched.git("switch", "--quiet", "main")
    branched.git("merge", "--quiet", "--no-edit", work)
    branched.git("switch", "--quiet", "work")
    branched.commit({"also.yaml": OLD})

    assert len(branched.git("merge-base", "--all", "main", "work").split()) == 2
    assert left_to_check(branched) == ["also.yaml", "ours.yaml", "theirs.yaml"]


def test_a_repository_with_sha_256_is_read_as_well(tmp_path):
    repo = Repository(tmp_path)
    repo.git("init", "--quiet", "--initial-branch=main", "--object-format=sha256")
    repo.commit({"a.yaml": OLD, "b.yaml": OLD})
    repo.write({"b.yaml": NEW})

    assert left_to_check(repo) == ["b.yaml"]


def test_a_tree_clone_without_blobs_is_enough(branched, tmp_path):
    clone = Repository(tmp_path / "clone")
    branched.git("config", "uploadpack.allowFilter", "true")
    address = branched.folder.resolve().as_uri()
    branched.git("clone", "--quiet", "--filter=blob:none", address, str(clone.folder))

    assert left_to_check(clone, ref="origin/main") == ["ours.yaml"]


def test_what_stood_in_a_file_is_not_fetched_where_the_clone_lacks_it(branched, tmp_path):
    clone = Repository(tmp_path / "clone")
    branched.git("config", "uploadpack.allowFilter", "true")
    address = branched.folder.resolve().as_uri()
    branched.git(
        "clone", "--quiet", "--filter=blob:none", "--no-checkout", address, str(clone.folder)
    )

    assert earlier(clone, "origin/main").contents(["ours.yaml", "theirs.yaml"]) == {}


# Where there is no answer.


@pytest.mark.parametrize("ref", ["", "-x", "--output=x", "main..work", "main...work", "a\nb"])
def test_what_can_be_no_name_is_refused_before_git_sees_it(branched, ref):
    assert refusal(branched, ref).message.key == "since.no-name"


@pytest.mark.parametrize("ref", ["nowhere", "^main", "HEAD:ours.yaml", "main^{tree}", "v9 ", "*"])
def test_what_names_no_commit_is_told_with_what_to_do(branched, ref):
    error = refusal(branched, ref)

    assert error.message.key == "since.unknown"
    assert "git fetch" in str(error)


def test_a_branch_that_only_origin_has_is_named(branched, tmp_path):
    clone = Repository(tmp_path / "clone")
    branched.git("clone", "--quiet", ".", str(clone.folder))

    assert "--since origin/main" in str(refusal(clone, "main"))


def test_outside_a_repository_there_is_no_since(tmp_path):
    assert refusal(Repository(tmp_path)).message.key == "since.no-repository"


def test_a_repository_without_a_working_tree_is_none_to_check_in(branched, tmp_path):
    bare = Repository(tmp_path / "bare.git")
    branched.git("clone", "--quiet", "--bare", ".", str(bare.folder))

    assert refusal(bare).message.key == "since.no-repository"
    assert refusal(Repository(branched.folder / ".git")).message.key == "since.no-repository"


def test_before_the_first_commit_there_is_no_since(tmp_path):
    repo = repository(tmp_path)
    assert refusal(repo, "HEAD").message.key == "since.no-commit-yet"


def test_branches_without_a_common_commit_are_told(branched):
    branched.git("switch", "--quiet", "--orphan", "fresh")
    branched.commit({"fresh.yaml": NEW})

    assert refusal(branched).message.key == "since.unrelated"


def test_a_shallow_clone_says_how_to_fetch_the_rest(branched, tmp_path):
    clone = Repository(tmp_path / "clone")
    address = branched.folder.resolve().as_uri()
    branched.git("clone", "--quiet", "--depth=1", "--no-single-branch", address, str(clone.folder))

    parted = refusal(clone, "origin/main")
    assert parted.message.key == "since.shallow"
    assert "git fetch --unshallow" in str(parted)
    assert "fetch-depth: 0" in str(parted)
    assert refusal(clone, "v1").message.key == "since.not-fetched"
    clone.git("fetch", "--quiet", "--unshallow")
    assert left_to_check(clone, ref="origin/main") == ["ours.yaml"]


def test_a_clone_without_trees_is_not_fetched_for_but_told(branched, tmp_path):
    clone = Repository(tmp_path / "clone")
    branched.git("config", "uploadpack.allowFilter", "true")
    address = branched.folder.resolve().as_uri()
    branched.git("clone", "--quiet", "--filter=tree:0", "--no-checkout", address, str(clone.folder))

    error = refusal(clone, "origin/main")

    assert error.message.key == "since.incomplete"
    assert "git fetch --refetch --filter=blob:none" in str(error)
    clone.git("fetch", "--quiet", "--refetch", "--filter=blob:none", "origin")
    assert left_to_check(clone, ref="origin/main") == []


@pytest.mark.skipif(
    not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can give a folder away"
)
def test_a_repository_of_somebody_else_is_told_with_what_git_wants(branched):
    os.chown(branched.folder, 12345, 12345)
    error = refusal(branched)

    assert error.message.key == "since.not-trusted"
    assert "git config --global --add safe.directory" in str(error)


# The machine.


def _fake_git(folder, script):
    program = folder / "git"
    program.write_text(f"#!{sys.executable}\n{script}", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return GIT | {"PATH": str(folder)}


posix = pytest.mark.skipif(os.name == "nt", reason="the stand-in is a script")


def test_without_git_the_reader_is_told_to_install_it(tmp_path):
    with pytest.raises(UsageError) as refused:
        then("main", root=tmp_path, environment={"PATH": str(tmp_path)})

    assert refused.value.message.key == "since.no-git"


@posix
def test_a_git_that_never_answers_is_not_waited_for(tmp_path):
    environment = _fake_git(tmp_path, "import time; time.sleep(600)")

    with pytest.raises(UsageError) as refused:
        then("main", root=tmp_path, environment=environment, seconds=0.5)

    assert refused.value.message.key == "since.too-slow"


@posix
def test_a_git_that_is_broken_is_quoted_on_one_harmless_line(tmp_path):
    script = r"import sys; sys.exit('safe\x1b[31m\nand sound')"
    environment = _fake_git(tmp_path, script)

    with pytest.raises(UsageError, match=re.escape(r"safe\x1b[31m and sound")):
        then("main", root=tmp_path, environment=environment)


@posix
@pytest.mark.parametrize("path", [".", "", "bin"])
def test_a_git_in_the_folder_that_is_checked_is_never_run(tmp_path, monkeypatch, path):
    (tmp_path / "bin").mkdir()
    for folder in (tmp_path, tmp_path / "bin"):
        _fake_git(folder, f"open({str(tmp_path / 'ran')!r}, 'w')")
    monkeypatch.chdir(tmp_path)

    with pytest.raises(UsageError) as refused:
        then("main", root=tmp_path, environment={"PATH": path})

    assert refused.value.message.key == "since.no-git"
    assert not (tmp_path / "ran").exists()


@posix
def test_a_hostile_repository_gets_nothing_run(branched, tmp_path):
    ran = tmp_path / "ran"
    spy = tmp_path / "spy"
    spy.write_text(f"#!/bin/sh\necho \"$0 $*\" >> '{ran}'\ncat\n", encoding="utf-8")
    spy.chmod(0o755)
    for key in (
        *("core.fsmonitor", "core.pager", "pager.rev-parse", "pager.ls-tree", "core.sshCommand"),
        *("diff.external", "diff.spy.textconv", "diff.spy.command", "filter.spy.clean"),
        *("filter.spy.smudge", "filter.spy.process", "core.editor", "core.askPass"),
        *("remote.origin.uploadpack", "gpg.program", "core.alternateRefsCommand"),
    ):
        branched.git("config", key, str(spy))
    branched.git("config", "core.hooksPath", str(tmp_path))
    branched.git("config", "alias.ls-tree", f"!{spy}")
    branched.git("config", "remote.origin.url", f"ext::{spy}")
    branched.git("config", "remote.origin.promisor", "true")
    branched.write({".gitattributes": "* filter=spy diff=spy\n", "theirs.yaml": NEW})
    for hook in ("post-index-change", "reference-transaction", "fsmonitor-watchman"):
        (tmp_path / hook).symlink_to(spy)
    ran.unlink(missing_ok=True)

    assert left_to_check(branched) == ["ours.yaml", "theirs.yaml"]
    assert earlier(branched).contents(["ours.yaml"]) == {"ours.yaml": OLD.encode()}
    assert not ran.exists(), ran.read_text(encoding="utf-8")
    branched.git("diff", "main", "--", "theirs.yaml")
    assert ran.exists(), "a git that looks at the working tree would have run it"


def test_variables_that_point_git_elsewhere_do_not(branched, tmp_path):
    other = repository(tmp_path / "other", {"ours.yaml": NEW, "theirs.yaml": OLD})
    elsewhere = {
        "GIT_DIR": str(other.folder / ".git"),
        "GIT_WORK_TREE": str(other.folder),
        "GIT_INDEX_FILE": str(tmp_path / "index"),
        "GIT_PREFIX": "deep/",
        "GIT_OBJECT_DIRECTORY": str(tmp_path),
    }

    found = then("main", root=branched.folder.resolve(), environment=GIT | elsewhere)

    assert found.top == branched.folder.resolve()
    assert not found.same(str(found.top / "ours.yaml"))


def test_settings_of_the_user_for_git_hold(branched):
    trusting = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory"}
    if hasattr(os, "getuid") and os.getuid() == 0:
        os.chown(branched.folder, 12345, 12345)

    found = then(
        "main",
        root=branched.folder.resolve(),
        environment=GIT | trusting | {"GIT_CONFIG_VALUE_0": "*"},
    )

    assert set(found.files) == {"ours.yaml", "theirs.yaml"}
