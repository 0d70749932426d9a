"""A waiver is added as text: what stands in the file already stays there, byte for byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algocheck.bundles import shipped
from algocheck.errors import UsageError
from algocheck.model import Location, Waiver
from algocheck.waiver.names import Names
from algocheck.waiver.reading import parse
from algocheck.waiver.writing import entry, quoted, rewritten
from waivers import GOOD

NAMES = Names(shipped().rules)
OURS = Waiver(**GOOD, location=Location("", 1, 1))
OTHER = """\
# what the council knows of
waivers_version: 1

waivers:
    # decided in the spring
    - rule: LP-17
      manifest: parking   # the old one
      place: legal_protection.complaint_url
      reason: >
        The page is being made,
        # and this is text.
      decided_by_role: directeur
      expires: 2027-01-01

    # the end
"""

FLAT = """\
waivers_version: 1
waivers:
- rule: LP-17
  manifest: x
  place: y
  reason: z
  decided_by_role: r
  expires: 2027-01-01"""


def added(content: str | bytes, waiver: Waiver = OURS) -> bytes:
    content = content if isinstance(content, bytes) else content.encode()
    return rewritten(content, waiver, "waivers.yaml", NAMES).content


@pytest.mark.parametrize(
    "before",
    [
        OTHER,
        OTHER.rstrip(),
        OTHER.replace("\n", "\r\n"),
        "\ufeff" + OTHER,
        FLAT,
        "waivers_version: 1\nwaivers:\n",
        "waivers_version: 1\nwaivers:",
    ],
)
def test_a_waiver_is_added_below_what_is_there(before):
    after = added(before)
    known = parse(before.encode(), "f").written

    assert after.startswith(before.encode())
    assert [each.waiver[:-1] for each in parse(after, "f").written] == [
        *(each.waiver[:-1] for each in known),
        OURS[:-1],
    ]
    assert (b"\r\n" in after) == ("\r\n" in before)
    assert b"\r\n" not in after or b"\n" not in after.replace(b"\r\n", b"")


@pytest.mark.parametrize("nothing", ["[]", "[ ]", "~", "null", "[]  # none yet"])
def test_a_list_of_none_becomes_a_list(nothing):
    after = added(f"waivers_version: 1\nwaivers: {nothing}\n")

    assert len(parse(after, "f").written) == 1
    assert ("# none yet" in nothing) == (b"# none yet" in after)


def test_a_waiver_for_the_same_takes_its_place_and_the_rest_stays():
    lines = [*entry(OURS._replace(rule="HO-09"), "    "), ""]
    before = OTHER.replace("    # the end\n", "\n".join(lines) + "\n    # the end\n")

    done = rewritten(before.encode(), OURS._replace(expires="2027-03-01"), "waivers.yaml", NAMES)

    assert done.replaced
    assert done.replaced.waiver.expires == "2027-01-31"
    assert done.content.decode() == before.replace("2027-01-31", "2027-03-01").replace(
        "HO-09", "human_oversight/no-stop-procedure"
    )


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("waivers:\n", "waive.malformed"),
        ("waivers_version: 1\nwaivers:\n  - rule: x\n", "waive.malformed"),
        ("waivers:\n\nwaivers_version: 1\n", "waive.not-by-us"),
        ("waivers_version: 1\nwaivers: []\n...\n", "waive.not-by-us"),
        ('{"waivers_version": 1, "waivers": []}', "waive.not-by-us"),
    ],
)
def test_a_file_that_would_change_otherwise_is_left_alone(content, key):
    with pytest.raises(UsageError) as refused:
        added(content)

    assert refused.value.message.key == key


def test_comments_in_a_waiver_are_not_lost():
    theirs = OURS._replace(rule="LP-17", manifest="parking", place="legal_protection.complaint_url")
    ours = theirs._replace(rule="legal_protection/no-complaint-route")

    with pytest.raises(UsageError) as refused:
        added(OTHER, ours)

    assert refused.value.message.key == "waive.comments"


def test_two_for_the_same_are_for_a_person_to_sort_out():
    twice = b"waivers_version: 1\nwaivers:\n" + "\n".join(entry(OURS, "") * 2).encode()

    with pytest.raises(UsageError) as refused:
        added(twice)

    assert refused.value.message.key == "waive.twice"


anything = st.text(min_size=1, max_size=40).filter(
    lambda text: bool(text.strip()) and text == text.strip() and "\ud800" not in text
)


@given(anything, anything, anything)
def test_whatever_the_texts_they_are_read_back(manifest, place, reason):
    ours = OURS._replace(manifest=manifest, place=place, reason=reason)

    after = added(OTHER, ours)

    assert after.startswith(OTHER.encode())
    assert parse(after, "f").written[-1].waiver[:-1] == ours[:-1]


def test_what_a_terminal_obeys_is_written_out():
    assert quoted('a"\x1b\u202e\x85\U000e0001é') == '"a\\"\\u001b\\u202e\\u0085\\U000e0001é"'
