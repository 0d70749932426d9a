"""Errors: what stands in the way is told in both languages, the system's refusals too."""

import errno
import os

import pytest

from algocheck.errors import UsageError, reason
from algocheck.words import say, texts


def test_what_the_system_refuses_is_said_in_our_words(tmp_path):
    with pytest.raises(OSError, match="nowhere") as refused:
        (tmp_path / "nowhere").read_bytes()

    why = reason(refused.value)

    assert say(why, "en") == "it is not there, or a folder above it is not"
    assert say(why, "nl") == "het is er niet, of een map erboven is er niet"


@pytest.mark.parametrize("name", sorted(texts("system").keys() - {"other"}))
def test_every_refusal_that_we_have_words_for_exists(name):
    error = OSError(getattr(errno, name), "in other words")

    assert say(reason(error), "nl") == texts("system")[name]["nl"]


def test_a_refusal_that_we_have_no_words_for_is_told_in_those_of_the_system():
    unusual = OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    assert say(reason(unusual), "nl") == os.strerror(errno.EXDEV)
    assert say(reason(OSError("no number at all")), "nl") == "no number at all"


def test_an_error_may_hold_a_reason():
    error = UsageError("cli.file", path="a", reason=reason(OSError(errno.ENOSPC, "full")))

    assert str(error) == "a: the disk is full; mend that, or name another path"
