"""MPEG-TS made here is read by FFmpeg: both tracks, every picture, every frame of sound."""

from __future__ import annotations

import io

import av

from conference.publishing.child.av_encoding import SoundEncoder, VideoEncoder
from conference.publishing.child.av_pictures import Fitting, picture_of
from conference.publishing.child.ts_packets import TransportStream


def test_ffmpeg_reads_what_is_made() -> None:
    video, sound, fitting = VideoEncoder((320, 180), 30, 400_000), SoundEncoder(), Fitting((320, 180))
    stream = TransportStream(sound.announcement)
    made = bytearray()
    for number in range(30):
        frame = fitting.fitted(picture_of(320, 180, 1280, bytes((number * 8, 90, 40, 255)) * 320 * 180))
        for packet in video.encode(frame, number / 30, key=number == 0):
            made += stream.packets(packet)
    for number in range(47):
        for packet in sound.encode(bytes(2048), number * 1024 / 48_000):
            made += stream.packets(packet)
    assert len(made) % 188 == 0
    assert set(made[::188]) == {0x47}
    with av.open(io.BytesIO(bytes(made)), format="mpegts") as container:
        assert {one.type: one.codec_context.name for one in container.streams} == {"video": "h264", "audio": "aac"}
        pictures = list(container.decode(video=0))
    assert len(pictures) == 30
    moments = [float(picture.pts * picture.time_base) for picture in pictures if picture.pts is not None]
    assert abs(moments[-1] - moments[0] - 29 / 30) < 0.01
    with av.open(io.BytesIO(bytes(made)), format="mpegts") as container:
        assert sum(frame.samples for frame in container.decode(audio=0)) >= 45 * 1024


def test_a_picture_of_another_shape_gets_bars_and_keeps_its_own() -> None:
    fitted = Fitting((320, 180)).fitted(picture_of(180, 180, 720, b"\xff\xff\xff\xff" * 180 * 180))
    rgb = fitted.reformat(format="rgb24")
    row = bytes(rgb.planes[0])[90 * rgb.planes[0].line_size :][: 320 * 3]
    assert max(row[:30]) < 60
    assert min(row[480 : 480 + 30]) > 200
