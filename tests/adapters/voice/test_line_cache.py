"""Lines at hand as sound."""

from sparring.adapters.voice.line_cache import LineCache, VoiceLine


def line(text: str) -> VoiceLine:
    return VoiceLine(text, "ada", "neutral")


def test_a_line_is_its_text_voice_and_mood() -> None:
    """Another mood is another line."""
    cache = LineCache()
    cache.keep(line("Hello"), b"1")
    assert cache.get(line("Hello")) == b"1"
    assert cache.get(VoiceLine("Hello", "ada", "warm")) is None


def test_the_line_not_used_for_longest_makes_room() -> None:
    """A line that was just asked for stays."""
    cache = LineCache(max_bytes=20)
    cache.keep(line("a"), bytes(10))
    cache.keep(line("b"), bytes(10))
    cache.get(line("a"))
    cache.keep(line("c"), bytes(10))
    assert [cache.get(line(text)) is not None for text in "abc"] == [True, False, True]


def test_a_line_larger_than_the_cache_is_not_kept() -> None:
    """And it leaves the count right for those that come after."""
    cache = LineCache(max_bytes=20)
    cache.keep(line("a"), bytes(21))
    assert cache.get(line("a")) is None
    cache.keep(line("b"), bytes(20))
    assert cache.get(line("b")) is not None


def test_a_line_kept_again_counts_once() -> None:
    """Replacing a line frees its bytes."""
    cache = LineCache(max_bytes=20)
    cache.keep(line("a"), bytes(15))
    cache.keep(line("a"), bytes(5))
    cache.keep(line("b"), bytes(15))
    assert cache.get(line("a")) is not None
