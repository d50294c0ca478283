"""The window asks for the remote pictures of one mail; the service process, which has the network, fetches them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ..questions import AskedServer, Question
from .fetching import FetchedPictures


class PicturesGateway(Protocol):
    """Real: `PictureFetcher`. It asks strangers, not the mail server: it is beside the other ports because it lives
    where they live."""

    def fetch(self, addresses: Sequence[str]) -> FetchedPictures: ...


@dataclass(frozen=True, slots=True)
class FetchPictures(Question[FetchedPictures]):
    """She agreed to these being fetched."""

    addresses: tuple[str, ...]

    def put_to(self, server: AskedServer) -> FetchedPictures:
        return server.pictures.fetch(self.addresses)
