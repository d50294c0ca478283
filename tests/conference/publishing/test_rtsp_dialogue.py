"""What is said to a receiver: answers taken apart however they arrive; who we are, never readable on
an open line."""

from __future__ import annotations

import hashlib
import re

import pytest

from conference import SiteCredentials
from conference.publishing.child.rtsp_dialogue import Answer, AnswerReader, Conversation, RtspTrouble, description

ANSWER = b"RTSP/1.0 200 OK\r\nCSeq: 3\r\nSession: abc;timeout=60\r\nContent-Length: 4\r\n\r\nbody"


def challenged(*offers: str) -> Answer:
    return Answer(401, {"www-authenticate": offers})


def conversation(encrypted: bool = False) -> Conversation:
    return Conversation("rtsp://host/phat", SiteCredentials("hạnh", 'p"w'), encrypted)


def test_an_answer_in_single_bytes_between_reports_is_read() -> None:
    reader = AnswerReader()
    stream = b"\x24\x01\x00\x04\x00\x00\x00\x00" + ANSWER + b"\x24\x00\x00\x02ab" + ANSWER
    answers = [answer for byte in stream for answer in reader.feed(bytes((byte,)))]
    assert [answer.status for answer in answers] == [200, 200]
    assert answers[0].header("session") == "abc;timeout=60"
    assert answers[0].sequence == 3


def test_a_receivers_own_request_is_passed_over() -> None:
    assert AnswerReader().feed(b"OPTIONS * RTSP/1.0\r\nCSeq: 1\r\n\r\n" + ANSWER)[0].status == 200


@pytest.mark.parametrize(
    "junk", [b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 70_000, b"RTSP/1.0 200 OK\r\nContent-Length: 9999999\r\n\r\n"]
)
def test_what_is_no_rtsp_is_refused(junk: bytes) -> None:
    with pytest.raises(RtspTrouble):
        AnswerReader().feed(junk)


@pytest.mark.parametrize(
    ("algorithm", "kind"), [("", "md5"), (", algorithm=MD5", "md5"), (", algorithm=SHA-256", "sha256")]
)
def test_a_digest_proves_the_password_without_showing_it(algorithm: str, kind: str) -> None:
    talk = conversation()
    assert talk.take_challenge(challenged(f'Digest realm="bộ", nonce="n1"{algorithm}'))
    said = talk.request("ANNOUNCE", "rtsp://host/phat").decode()
    response = re.search(r'response="(\w+)"', said)

    def hashed(text: str) -> str:
        return hashlib.new(kind, text.encode()).hexdigest()

    secret, asked = hashed('hạnh:bộ:p"w'), hashed("ANNOUNCE:rtsp://host/phat")
    assert response is not None
    assert response[1] == hashed(f"{secret}:n1:{asked}")
    assert 'p"w' not in said


def test_a_digest_with_quality_of_protection_counts() -> None:
    talk = conversation()
    talk.take_challenge(challenged('Digest realm="r", nonce="n", qop="auth,auth-int"'))
    assert "nc=00000001" in talk.request("SETUP", "u").decode()
    assert "nc=00000002" in talk.request("RECORD", "u").decode()


def test_the_password_goes_readable_over_an_encrypted_line_only() -> None:
    assert not conversation().take_challenge(challenged('Basic realm="r"'))
    talk = conversation(encrypted=True)
    assert talk.take_challenge(challenged('Basic realm="r"'))
    assert "Authorization: Basic " in talk.request("ANNOUNCE", "u").decode()


def test_the_stronger_of_two_digests_is_taken() -> None:
    talk = conversation()
    talk.take_challenge(challenged('Digest realm="r", nonce="a"', 'Digest realm="r", nonce="b", algorithm=SHA-256'))
    assert 'nonce="b"' in talk.request("ANNOUNCE", "u").decode()


def test_the_description_names_both_tracks() -> None:
    said = description("10.0.0.1", (b"\x67\x4d\x40\x1f", b"\x68\xef"), (48_000, 1, b"\x11\x88"))
    assert "m=video 0 RTP/AVP 96\r\n" in said
    assert "profile-level-id=4d401f" in said
    assert "a=rtpmap:97 MPEG4-GENERIC/48000/1\r\n" in said
    assert "config=1188\r\n" in said
