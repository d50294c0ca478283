"""Where green ends and red begins, each with its reason. Used by `judging` alone, and printed in the report.

Sources: ITU-T G.114 (05/2003) "One-way transmission time"; ITU-T Y.1541 (12/2011) "Network performance objectives for
IP-based services"; what makers of conference systems ask of a line: Vidyo ("Network performance guidelines": loss green
below 1 %, red above 5 %), Microsoft Teams ("Media quality and network connectivity performance": round trip below
100 ms, jitter below 30 ms, loss below 1 % from a client's edge).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Seconds unless it says otherwise."""

    name_slow: float = 1.0
    """A name server that takes longer loses packets or is far; each opening waits for it."""
    answer_slow: float = 1.0
    """A first call that is lost is repeated after one second (RFC 6298): longer than that means it was."""
    certificate_days: float = 14.0
    """Days left below which the IT office should renew, so that a conference next week still opens."""

    round_trip_amber: float = 0.150
    """G.114 asks for 150 ms from mouth to ear, one way. A round trip of 150 ms takes 75 of them; coding and what is
    held back against jitter takes about 200 more here, so that people begin to talk into each other's words."""
    round_trip_red: float = 0.800
    """Then the line alone takes 400 ms each way, which G.114 says should not be exceeded by any telephone network."""
    loss_amber: float = 0.01
    """Part of the packets. Below it a picture is hardly hurt, and what is lost is sent again in time."""
    loss_red: float = 0.05
    jitter_amber: float = 0.030
    """What Teams asks for; our own buffer (some 100 ms) still bears it."""
    jitter_red: float = 0.150
    """More than our buffer holds: pictures come too late to be shown."""

    picture_late: float = 5.0
    """To the first picture. It is one key-frame interval (1 to 2 s with most cameras) and the connection; cameras with
    intervals of 10 s make everyone wait at each reconnection."""
    rate_amber: float = 20.0
    """Pictures a second; lips and voice part below some 15 to 20 (ITU-T P.910 rates 12.5 visibly jerky)."""
    rate_red: float = 5.0
    stall_amber: float = 0.5
    """The longest time without a new picture while it was watched. Half a second is seen by everyone."""
    stall_red: float = 2.0

    sound_faint: float = -50.0
    """dBFS, mean of what was heard. EBU R 128 puts programmes at −23; speech into a far microphone lies about −35, with
    its pauses less."""
    sound_silent: float = -65.0
    """dBFS. An open microphone in a quiet room still gives some −60: less is a closed one, or a cable pulled out."""

    voice_faint: float = -45.0
    """dBFS, loudest tenth of a second of one's own voice."""
    voice_silent: float = -70.0
    voice_clipping: float = -1.0

    processor_amber: float = 0.30
    """Part of all cores that is idle. Two pictures of 1080p30 take about 60 % of one core."""
    processor_red: float = 0.10
    memory_amber: int = 600 * 1024 * 1024
    """Bytes available. Two players and the window take about 250 MB."""
    memory_red: int = 200 * 1024 * 1024
    disk_amber: int = 5 * 1024 * 1024 * 1024
    """Bytes. Both sites at 4 Mbit/s each take 3.6 GB an hour."""
    disk_red: int = 200 * 1024 * 1024
    battery_amber: float = 0.50
    battery_red: float = 0.10
