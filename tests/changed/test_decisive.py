"""What bears on every manifest: whether it changed, and which manifests are gone."""

import pytest

from algocheck.changed.decisive import changed, gone, kept, settings
from repositories import earlier, manifest, repository

POLICIES = {
    "house/.manifest": "{}",
    "house/rules/a/a.rego": "package a\n",
    "house/rules/data.yaml": "a: 1\n",
    "house/README.md": "about\n",
    ".gitignore": "*.wasm\n",
}


@pytest.fixture
def repo(tmp_path):
    return repository(tmp_path / "repository", POLICIES)


def house_changed(repo):
    return changed(repo.folder.resolve() / "house", earlier(repo))


def test_policies_that_are_as_they_were_bear_on_nothing(repo):
    repo.write({"house/policy.wasm": "made of the rest", "house/README.md": "more\n"})

    assert not house_changed(repo)
    assert kept(repo.folder.resolve() / "house", earlier(repo))


@pytest.mark.parametrize(
    "name", ["house/.manifest", "house/rules/a/a.rego", "house/rules/data.yaml"]
)
@pytest.mark.parametrize("gone_", [False, True], ids=["edited", "gone"])
def test_policies_of_which_a_file_changed_did_change(repo, name, gone_):
    if gone_:
        (repo.folder / name).unlink()
    else:
        repo.write({name: "{} \n"})

    assert house_changed(repo)


def test_policies_that_got_a_file_did_change(repo):
    repo.write({"house/rules/b/b.rego": "package b\n"})

    assert house_changed(repo)


def test_policies_that_git_does_not_keep_may_have_changed(repo, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/a.rego").write_text("package a\n", encoding="utf-8")
    then = earlier(repo)

    assert changed((tmp_path / "elsewhere").resolve(), then)
    assert not kept((tmp_path / "elsewhere").resolve(), then)


def test_a_file_that_never_was_bears_on_nothing_and_one_that_was_does(repo):
    waivers = repo.folder.resolve() / "waivers.yaml"
    assert not changed(waivers, earlier(repo))

    repo.write({"waivers.yaml": "waivers: []\n"})
    assert changed(waivers, earlier(repo))
    repo.commit()
    assert not changed(waivers, earlier(repo))
    waivers.unlink()
    assert changed(waivers, earlier(repo))


def names_of_settings(repo, folder="."):
    root = (repo.folder / folder).resolve()
    top = repo.folder.resolve()
    return [path.relative_to(top).as_posix() for path in settings(root, earlier(repo))]


def test_configuration_may_stand_in_any_folder_up_to_the_top(repo):
    assert names_of_settings(repo, "house/rules") == [
        "house/rules/algocheck.toml",
        "house/algocheck.toml",
        "algocheck.toml",
    ]


@pytest.mark.parametrize(
    ("before", "after", "ours"),
    [
        ("[project]\n", "[project]\nname = 'x'\n", False),
        ("[project]\n", "[tool.algocheck]\n", True),
        ("[tool.algocheck]\n", "[project]\n", True),
        ("[tool.algocheck]\n", "[tool.algocheck]\n", False),
        ("[tool.algocheck]\n", None, True),
        (None, "[tool.algocheck]\n", True),
        (None, "[project]\n", False),
    ],
)
def test_a_shared_file_counts_when_it_speaks_or_spoke_of_algocheck(repo, before, after, ours):
    file = repo.folder / "pyproject.toml"
    if before is not None:
        repo.commit({"pyproject.toml": before})
    if after is None:
        file.unlink()
    else:
        repo.write({"pyproject.toml": after})

    assert ("pyproject.toml" in names_of_settings(repo)) is ours


def test_manifests_that_are_gone_are_counted_and_nothing_else_is(repo):
    files = {f"deep/{name}.yaml": manifest(name) for name in ("a", "b", "c")}
    repo.commit(
        files | {"deep/list.yaml": "- 1\n", "deep/x.txt": "", "deep/.hidden/d.yaml": manifest()}
    )
    for file in (*files, "deep/list.yaml", "deep/x.txt", "deep/.hidden/d.yaml"):
        (repo.folder / file).unlink()
    repo.write({"deep/c.yaml": "- 1\n"})
    then, top = earlier(repo), repo.folder.resolve()

    assert gone([top], then) == 2
    assert gone([top / "deep", top], then) == 2, "each is gone once"
    assert gone([top / "house"], then) == 0
    assert gone([top.parent], then) == 0
