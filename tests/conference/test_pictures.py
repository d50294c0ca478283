"""Where libVLC writes its pictures: sizes, and three buffers that nobody takes from the other."""

from __future__ import annotations

import ctypes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conference.vlc.picture_count import PictureCount
from conference.vlc.pictures import PictureBuffers, PictureCallbacks, SitePicture, fitted, visible_size


@pytest.mark.parametrize(
    ("source", "limit", "result"),
    [
        ((1280, 720), (640, 360), (640, 360)),
        ((1280, 720), (640, 640), (640, 360)),
        ((1280, 720), (4000, 4000), (1280, 720)),
        ((1920, 1080), (1000, 1000), (1000, 562)),
        ((720, 576), (100, 1000), (100, 80)),
    ],
)
def test_fitted(source: tuple[int, int], limit: tuple[int, int], result: tuple[int, int]) -> None:
    assert fitted(source, limit) == result


@given(
    source=st.tuples(st.integers(0, 8000), st.integers(0, 8000)),
    limit=st.tuples(st.integers(-5, 8000), st.integers(-5, 8000)),
)
def test_fitted_is_even_and_never_above_the_source_by_more_than_rounding(
    source: tuple[int, int], limit: tuple[int, int]
) -> None:
    width, height = fitted(source, limit)
    assert width >= 2 and height >= 2
    assert width % 2 == height % 2 == 0
    assert width <= max(source[0], 2) + 1 and height <= max(source[1], 2) + 1


@pytest.mark.parametrize(
    ("padded", "true"),
    [((1280, 738), (1280, 720)), ((1920, 1090), (1920, 1080)), ((640, 360), (640, 360)), ((722, 578), (720, 576))],
)
def test_the_decoders_padding_is_taken_off(padded: tuple[int, int], true: tuple[int, int]) -> None:
    assert visible_size(*padded) == true


def test_rows_and_buffers_are_aligned_as_libvlc_asks() -> None:
    buffers = PictureBuffers(854, 480)
    assert buffers.pitch % 32 == 0 and buffers.pitch >= 854 * 4
    assert buffers.lines % 32 == 0 and buffers.lines >= 480
    assert all(address % 32 == 0 for address in buffers.addresses)
    assert all(len(view) == buffers.pitch * 480 for view in buffers.views)


@given(st.lists(st.booleans(), max_size=60))
def test_a_picture_is_never_written_into_the_newest_or_the_lent_one(acts: list[bool]) -> None:
    picture, buffers = SitePicture(), PictureBuffers(16, 16)
    lent = newest = None
    for draws in acts:
        if draws:
            index = picture.free_index(buffers)
            assert index not in (lent, newest)
            buffers.views[index][0] = index
            picture.show(buffers, index)
            newest = index
        else:
            frame = picture.newest(0)
            assert (frame is None) == (newest is None)
            if frame is not None:
                lent = newest
                assert frame.buffer[0] == lent


def test_same_pictures_are_told_from_different_ones_wherever_they_differ() -> None:
    buffers = PictureBuffers(64, 48)
    assert buffers.are_same(0, 1)
    for byte in (0, buffers.pitch * 5 + 7, buffers.pitch * 48 - 300):
        buffers.views[1][byte] ^= 1
        assert not buffers.are_same(0, 1)
        buffers.views[1][byte] ^= 1


def test_a_picture_that_is_drawn_again_is_no_new_one_however_soon() -> None:
    """As libVLC calls, on a line that is cut: every 80 ms, and at once where the drawing before was late."""
    vlc = pytest.importorskip("vlc")
    callbacks = PictureCallbacks(vlc, SitePicture(), (64, 48))
    length = ctypes.c_uint
    shape, rows = [length(64), length(48)], [length(), length()]
    chroma = ctypes.create_string_buffer(8)
    callbacks._setup(None, chroma, *(ctypes.pointer(one) for one in (*shape, *rows)))

    def draw(shade: int) -> None:
        planes = (ctypes.c_void_p * 3)()
        index = callbacks._begin(None, planes)
        assert planes[0] is not None
        ctypes.memset(planes[0], shade, rows[0].value * rows[1].value)
        callbacks._end(None, index)

    for shade, counted in ((1, 1), (1, 1), (1, 1), (2, 2), (2, 2), (1, 3)):
        draw(shade)
        assert callbacks.new_pictures == counted


def test_a_slide_that_stays_counts_as_the_pictures_it_came_in() -> None:
    """25 decoded a second, told four times a second, of which the first second's are new and then one in five."""
    count = PictureCount()
    assert [count.take(drawn, decoded, 0) for drawn, decoded in ((6, 5), (12, 11), (18, 18), (25, 25))][-1] == 25
    slide = [count.take(25 + second, 25 + second * 25, 0) for second in range(1, 5)]
    assert slide == [50, 75, 100, 125]


def test_without_new_pictures_and_new_figures_the_count_stands_still() -> None:
    count = PictureCount()
    before = [count.take(*seen) for seen in ((7, 6, 0), (15, 14, 0), (20, 14, 0))][-1]
    assert [count.take(20, decoded, 0) for decoded in (14, 20, 20)] == [before] * 3  # the figures only catch up


def test_pictures_that_came_too_late_to_be_drawn_are_not_counted() -> None:
    count = PictureCount()
    assert [count.take(drawn, drawn * 2, drawn) for drawn in (10, 20, 30)] == [10, 20, 30]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)), max_size=40))
def test_the_count_never_falls(steps: list[tuple[int, int, int]]) -> None:
    count, last, seen = PictureCount(), 0, [0, 0, 0]
    for step in steps:
        seen = [one + more for one, more in zip(seen, step, strict=True)]
        now = count.take(*seen)
        assert now >= last
        last = now
