"""With --since what changed is checked, and what refers to it; only what is certain is left out."""

import os
import sys

import pytest

from algocheck.changed.narrow import narrow
from algocheck.changed.references import MOST
from algocheck.manifest.discover import Source
from repositories import earlier, left_to_check, manifest, referring, repository

PERMITS, PARKING = manifest("Permits"), manifest("Parking")
no_links = pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")


@pytest.fixture
def two(tmp_path):
    return repository(tmp_path / "repository", {"permits.yaml": PERMITS, "parking.yaml": PARKING})


def test_nothing_is_left_where_nothing_changed(two):
    assert left_to_check(two) == []


@pytest.mark.parametrize("how", ["in the working tree", "staged", "committed"])
def test_a_manifest_that_changed_is_checked_however_far_the_change_is(two, how):
    two.git("switch", "--quiet", "--create", "work")
    two.write({"permits.yaml": manifest("Permits", "language: nld")})
    if how != "in the working tree":
        two.git("add", "permits.yaml")
    if how == "committed":
        two.git("commit", "--quiet", "--message", "work")

    assert left_to_check(two) == ["permits.yaml"]


def test_what_is_put_back_as_it_was_did_not_change(two):
    two.git("switch", "--quiet", "--create", "work")
    two.commit({"permits.yaml": PARKING})
    two.write({"permits.yaml": PERMITS})

    assert left_to_check(two) == []


@pytest.mark.parametrize("ignored", [False, True])
def test_a_manifest_that_git_does_not_keep_is_always_checked(two, ignored):
    two.commit({".gitignore": "made/\n" if ignored else "\n"})
    two.write({"made/new.yaml": manifest("New")})

    assert left_to_check(two) == ["made/new.yaml"]


def test_a_manifest_that_was_renamed_is_checked_under_its_new_name(two):
    two.git("mv", "permits.yaml", "licences.yaml")

    assert left_to_check(two) == ["licences.yaml"]


def test_a_manifest_that_is_gone_is_nothing_to_check(two):
    (two.folder / "permits.yaml").unlink()

    assert left_to_check(two) == []


@pytest.mark.parametrize("flag", ["--assume-unchanged", "--skip-worktree"])
def test_git_is_not_believed_about_a_file_that_it_was_told_not_to_look_at(two, flag):
    two.git("update-index", flag, "permits.yaml")
    two.write({"permits.yaml": manifest("Permits", "language: nld")})

    assert left_to_check(two) == ["permits.yaml"]


def test_what_has_the_same_size_and_time_may_still_have_changed(two):
    file = two.folder / "permits.yaml"
    before = file.stat()
    two.write({"permits.yaml": PERMITS.replace("Permits", "Pirmets")})
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert left_to_check(two) == ["permits.yaml"]


def test_line_endings_that_git_converts_are_no_change(two):
    (two.folder / "permits.yaml").write_bytes(PERMITS.replace("\n", "\r\n").encode())

    assert left_to_check(two) == []


def test_what_is_no_manifest_stays_to_be_counted(two):
    two.commit({"pipeline.yaml": "on: [push]\n"})

    assert left_to_check(two) == ["pipeline.yaml"]
    assert left_to_check(two, "permits.yaml", "pipeline.yaml", skip_others=True) == [
        "pipeline.yaml"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "manifest_version: 1\nkind: [",
        manifest("Permits", "language: nld", "language: nld"),
        manifest("Permits", "supplier: {<<: {manifest_ref: parking.yaml}}"),
    ],
    ids=["broken", "a key twice", "a merge key"],
)
def test_a_manifest_that_cannot_be_read_whole_is_always_checked(two, text):
    two.commit({"permits.yaml": text})

    assert left_to_check(two) == ["permits.yaml"]


def test_standard_input_is_always_checked(two):
    assert left_to_check(two, "-", "permits.yaml") == ["<stdin>"]


def test_a_file_outside_the_repository_is_always_checked(two, tmp_path):
    (tmp_path / "outside.yaml").write_text(PERMITS, encoding="utf-8")
    other = repository(tmp_path / "other", {"permits.yaml": PERMITS})

    left = left_to_check(two, "../outside.yaml", str(other.folder), "permits.yaml")

    assert left == ["../outside.yaml", f"{other.folder.as_posix()}/permits.yaml"]


def test_files_of_a_submodule_are_always_checked(two, tmp_path):
    other = repository(tmp_path / "other", {"theirs.yaml": PERMITS})
    two.git("submodule", "--quiet", "add", str(other.folder), "supplier")
    two.commit()

    assert left_to_check(two) == ["supplier/theirs.yaml"]


def test_names_are_taken_from_the_folder_one_is_in(two):
    two.commit({"below/a.yaml": PERMITS, "below/b.yaml": PERMITS})
    two.write({"below/a.yaml": PARKING, "permits.yaml": PARKING})

    assert left_to_check(two, folder="below") == ["a.yaml"]
    assert left_to_check(two, "..", folder="below") == ["../permits.yaml", "../below/a.yaml"]


def test_a_linked_worktree_has_its_own_branch_and_files(two, tmp_path):
    two.git("worktree", "add", "--quiet", "-b", "work", str(tmp_path / "tree"))
    tree = type(two)(tmp_path / "tree")
    tree.write({"permits.yaml": PARKING})

    assert left_to_check(tree) == ["permits.yaml"]
    assert left_to_check(two) == []


AWKWARD = ["a b.yaml", "vergunningën.yaml", "-x.yaml", "'q'.yaml", "[1].yaml", "許可.yaml"]
AWKWARD += (
    [] if os.name == "nt" else ['"q".yaml', "line\nbreak.yaml", "tab\t.yaml", "back\\slash.yaml"]
)


@pytest.mark.parametrize("name", AWKWARD)
def test_awkward_names_are_names(tmp_path, name):
    repo = repository(tmp_path / "repository", {f"folder/{name}": PERMITS})

    assert left_to_check(repo) == []
    repo.write({f"folder/{name}": PARKING})
    assert len(left_to_check(repo)) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_that_is_no_utf_8_is_a_name(two):
    name = os.fsdecode(b"caf\xe9.yaml")
    (two.folder / name).write_text(PERMITS, encoding="utf-8")
    two.commit()

    assert left_to_check(two) == []
    (two.folder / name).write_text(PARKING, encoding="utf-8")
    assert len(left_to_check(two)) == 1


@no_links
def test_what_is_reached_through_a_link_is_always_checked(two):
    two.commit({"kept/a.yaml": PERMITS})
    (two.folder / "linked").symlink_to("kept")
    (two.folder / "one.yaml").symlink_to("kept/a.yaml")
    two.commit()

    assert left_to_check(two, "linked") == ["linked/a.yaml"]
    assert left_to_check(two, "one.yaml") == ["one.yaml"]
    assert left_to_check(two, "linked/../permits.yaml") == []


@no_links
def test_a_link_to_the_repository_itself_is_of_no_matter(two, tmp_path):
    (tmp_path / "link").symlink_to(two.folder)

    assert left_to_check(two, str(tmp_path / "link")) == []


# Who refers to what changed.


def test_evidence_that_changed_concerns_who_refers_to_it(two):
    refers = manifest("Benefits", "evidence:", "- {id: audit, uri: proof/audit.pdf}")
    two.commit({"benefits.yaml": refers, "proof/audit.pdf": "sound"})
    two.write({"proof/audit.pdf": "unsound"})

    assert left_to_check(two) == ["benefits.yaml"]


def test_evidence_that_is_gone_or_new_is_a_change_as_well(two):
    refers = manifest("Benefits", "evidence:", "- {id: audit, uri: proof/audit.pdf}")
    two.commit({"gone.yaml": refers, "new.yaml": refers.replace("audit.", "later.")})
    two.commit({"proof/audit.pdf": "sound"})
    (two.folder / "proof/audit.pdf").unlink()
    two.write({"proof/later.pdf": "sound"})

    assert left_to_check(two) == ["gone.yaml", "new.yaml"]


def test_evidence_that_git_does_not_keep_may_have_changed(two):
    refers = manifest("Benefits", "evidence:", "- {id: audit, uri: made/audit.pdf}")
    two.commit({"benefits.yaml": refers, ".gitignore": "made\n"})

    assert left_to_check(two) == [], "there is nothing at that place, as there was nothing"
    two.write({"made/audit.pdf": "sound"})
    assert left_to_check(two) == ["benefits.yaml"]


def test_the_manifest_of_a_supplier_that_changed_concerns_its_customers(two):
    two.commit(
        {"supplier/reader.yaml": manifest("Reader"), "a.yaml": referring("supplier/reader.yaml")}
    )
    two.write({"supplier/reader.yaml": manifest("Reader", "language: nld")})

    assert left_to_check(two) == ["a.yaml", "supplier/reader.yaml"]
    assert left_to_check(two, "a.yaml", "permits.yaml") == ["a.yaml"]


def test_a_change_reaches_whoever_refers_to_who_refers_to_it(two):
    two.commit(
        {
            "a.yaml": referring("b.yaml"),
            "b.yaml": referring("c.yaml"),
            "c.yaml": manifest("C", "evidence:", "- {id: test, uri: test.pdf}"),
            "test.pdf": "passed",
        }
    )
    two.write({"test.pdf": "failed"})

    assert left_to_check(two) == ["a.yaml", "b.yaml", "c.yaml"]
    assert left_to_check(two, "a.yaml", "parking.yaml") == ["a.yaml"]


def test_manifests_that_refer_to_each_other_are_no_endless_way(two):
    two.commit({"a.yaml": referring("b.yaml"), "b.yaml": referring("a.yaml")})

    assert left_to_check(two) == []
    two.write({"b.yaml": manifest()})
    assert left_to_check(two) == ["a.yaml", "b.yaml"]


def test_what_a_manifest_refers_to_and_nobody_can_read_may_refer_to_anything(two):
    two.commit({"a.yaml": referring("b.txt.yaml"), "b.txt.yaml": "manifest_version: 1\nkind: ["})

    assert left_to_check(two, "a.yaml") == ["a.yaml"]


@pytest.mark.parametrize(
    "written",
    [
        "proof/my audit.pdf",
        "./proof/my audit.pdf",
        "../deep/proof/my audit.pdf",
        "proof/my%20audit.pdf",
        "proof\\my audit.pdf",
        "PROOF/My Audit.PDF",
        "proof/my audit.pdf#page=3",
        "deep/proof/my audit.pdf",
        "/deep/proof/my audit.pdf",
        "file:proof/my%20audit.pdf",
        "proof/",
    ],
)
def test_a_path_is_understood_however_it_is_written(two, written):
    fact = f"  plan: '{written}'"
    two.commit({"deep/a.yaml": manifest("A", "monitoring:", fact), "deep/proof/my audit.pdf": "1"})
    (two.folder / "deep/proof/my audit.pdf").unlink()

    assert left_to_check(two) == ["deep/a.yaml"]


@pytest.mark.parametrize(
    "written",
    [
        "https://example.nl/audit.pdf",
        "an audit was held, see the report",
        "n.v.t.",
        "//server/share/audit.pdf",
        "audit",
        "urn:example:audit.pdf",
    ],
)
def test_other_texts_are_no_paths(two, written):
    two.commit({"a.yaml": manifest("A", "monitoring:", f"  plan: '{written}'")})
    two.write({"audit.pdf": "1", "server/share/audit.pdf": "1"})

    assert left_to_check(two) == []


@pytest.mark.parametrize(
    "value",
    ['"a\\0b/c"', '"/\\ud800"', "'" + "x/" * 5000 + "'", "'%00/x'", "'C:/x'", "'file://[/x'"],
)
def test_a_text_that_no_file_can_have_for_a_name_harms_nothing(two, value):
    two.commit(
        {"a.json": '{"manifest_version": 1, "kind": "deployment", "algorithm": {"name": "A"}}'}
    )
    two.commit({"b.yaml": manifest("B", "monitoring:", f"  plan: {value}")})

    assert set(left_to_check(two)) <= {"b.yaml"}


def test_who_names_thousands_of_paths_is_checked_rather_than_followed(two):
    lines = [f"  - file{number}.pdf" for number in range(MOST + 1)]
    two.commit({"a.yaml": manifest("A", "inclusion:", "  tested_with:", *lines)})

    assert left_to_check(two) == ["a.yaml"]


def test_a_json_manifest_refers_as_a_yaml_one_does(two):
    text = '{"manifest_version": 1, "kind": "deployment", "algorithm": {"name": "proof.pdf"}}'
    two.commit({"a.json": text, "proof.pdf": "1"})

    assert left_to_check(two) == []
    two.write({"proof.pdf": "2"})
    assert left_to_check(two) == ["a.json"]


def test_how_many_manifests_were_left_out_is_counted_by_document(two):
    two.commit({"several.yaml": f"{PERMITS}---\n{PARKING}"})
    source = Source("several.yaml", two.folder.resolve() / "several.yaml", named=True)

    assert narrow([source], earlier(two), skip_others=False).unchanged == 2
