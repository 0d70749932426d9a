"""algocheck init: a manifest to start from, asked for by a person or by a script."""

import json

import pytest

from support import on_a_terminal

GIVEN = ("--kind", "deployment", "--name", "Parking permits")


def test_it_makes_a_manifest_that_check_can_read_and_says_what_to_do_next(algocheck, tmp_path):
    made = algocheck("init", "parking.yaml", *GIVEN)
    checked = algocheck("check", "parking.yaml")

    assert (made.returncode, made.stdout) == (0, "")
    assert "algocheck check parking.yaml" in made.stderr
    assert (checked.returncode, checked.stderr) == (1, "")
    assert "schema/" not in checked.stdout
    assert [file.name for file in tmp_path.iterdir()] == ["parking.yaml"]


def test_what_nobody_stated_is_as_if_it_were_absent(algocheck, tmp_path):
    bare = 'manifest_version: 1\nkind: deployment\nalgorithm: {name: "Parking permits"}\n'
    (tmp_path / "bare.yaml").write_text(bare)
    algocheck("init", "begun.yaml", *GIVEN)

    begun, known = (
        json.loads(algocheck("check", name, "--format", "json").stdout)["manifests"][0]
        for name in ("begun.yaml", "bare.yaml")
    )
    assert begun["outcomes"] == known["outcomes"]
    assert [each["fact"] for each in begun["questions"]] == [
        each["fact"] for each in known["questions"]
    ]


def test_it_is_named_after_the_algorithm_in_the_folder_that_was_given(algocheck, tmp_path):
    (tmp_path / "algorithms").mkdir()

    assert algocheck("init", *GIVEN).returncode == 0
    assert algocheck("init", "algorithms", *GIVEN, "--id", "permits-1").returncode == 0
    assert algocheck("init", "--kind", "supplier", "--name", "算法").returncode == 0

    made = sorted(file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*.yaml"))
    assert made == ["algorithm.yaml", "algorithms/permits-1.yaml", "parking-permits.yaml"]


def test_a_folder_that_is_not_there_is_made(algocheck, tmp_path):
    made = algocheck("init", "algorithms/parking/permits.yml", *GIVEN)

    assert made.returncode == 0
    assert (tmp_path / "algorithms/parking/permits.yml").is_file()


def test_it_overwrites_only_when_told_to(algocheck, tmp_path):
    (tmp_path / "mine.yaml").write_text("all my work\n")

    refused = algocheck("init", "mine.yaml", *GIVEN)
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    assert (tmp_path / "mine.yaml").read_text() == "all my work\n"

    assert algocheck("init", "mine.yaml", *GIVEN, "--force").returncode == 0
    assert "Parking permits" in (tmp_path / "mine.yaml").read_text(encoding="utf-8")


def test_a_dash_prints_the_manifest_alone(algocheck, tmp_path):
    printed = algocheck("init", "-", *GIVEN, "--lang", "nl", env={"PYTHONIOENCODING": "cp1252"})

    assert printed.returncode == 0
    assert printed.stderr == ""
    assert "één algoritme" in printed.stdout  # in UTF-8, whatever the shell's encoding
    assert not list(tmp_path.iterdir())


def test_the_explanations_follow_the_locale(algocheck):
    assert "Het besluit" not in algocheck("init", "-", *GIVEN).stdout
    dutch = algocheck("init", "-", *GIVEN, env={"LC_ALL": "nl_NL.UTF-8"})
    assert "# Besluit en gevolg voor mensen" in dutch.stdout


def test_it_points_editors_to_the_schema_that_is_nearest(algocheck, tmp_path):
    asked = algocheck("init", "algorithms/first.yaml", *GIVEN).stderr
    (tmp_path / "algocheck.schema.json").write_text("{}")
    known = algocheck("init", "algorithms/second.yaml", *GIVEN).stderr

    first, second = (
        (tmp_path / "algorithms" / name).read_text(encoding="utf-8").splitlines()[0]
        for name in ("first.yaml", "second.yaml")
    )
    assert first.endswith("$schema=algocheck.schema.json")
    assert "algocheck schema --lang en > algorithms/algocheck.schema.json" in asked
    assert second.endswith("$schema=../algocheck.schema.json")
    assert "algocheck schema" not in known


def test_a_supplier_is_told_to_check_as_one(algocheck, tmp_path):
    made = algocheck("init", "my product.yaml", "--kind", "supplier", "--name", "Scan car")

    assert 'algocheck check "my product.yaml" --as supplier' in made.stderr
    text = (tmp_path / "my product.yaml").read_text(encoding="utf-8")
    assert "kind: supplier" in text
    assert "accountable_party" not in text


def test_everything_that_may_be_asked_is_in_the_long_one(algocheck):
    short, long = (algocheck("init", "-", *GIVEN, *more).stdout for more in ((), ("--all",)))

    assert "incident_notice_hours" not in short
    assert "# incident_notice_hours:" in long


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ((), "--kind, --name"),
        (("--kind", "supplier"), "--name"),
        (("--name", "Parking permits"), "--kind"),
        (("--kind", "supplier", "--name", " "), "--name"),
        (("--kind", "supplier", "--name", "a\u202eb"), "--name"),
        (("--kind", "supplier", "--name", "unknown"), "--name"),
        (("--kind", "supplier", "--name", "x" * 101), "--name"),
        (("--kind", "supplier", "--id", "two words"), "--id"),
        ((*GIVEN, "--organization", "x" * 101), "--organization"),
        (("product.json", *GIVEN), "product.json"),
    ],
)
def test_what_cannot_be_is_refused_by_name_and_nothing_is_made(
    algocheck, tmp_path, arguments, named
):
    refused = algocheck("init", *arguments)

    assert (refused.returncode, refused.stdout) == (2, "")
    assert named in refused.stderr
    assert not list(tmp_path.iterdir())


def test_on_a_terminal_it_asks_for_what_a_manifest_cannot_do_without(command, tmp_path):
    arguments = [command, "init", "--lang", "nl", "-"]
    done = on_a_terminal(arguments, tmp_path, ["neither", "supplier", "Scan car"])

    assert done.returncode == 0
    assert 'name: "Scan car"' in done.stdout
    assert "kind: supplier" in done.stdout
    assert "Hoe heet het algoritme?" in done.stderr
