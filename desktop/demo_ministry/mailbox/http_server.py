"""HTTP on 127.0.0.1: keep-alive, Basic sign-in, limits on size, time and connections, and the wished troubles."""

from __future__ import annotations

import base64
import binascii
import hmac
import socket
import socketserver
import ssl
import threading
from collections import deque
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast

from . import autodiscovery, older_exchange
from .exchange import Exchange
from .load import Load
from .notifications import Notifications
from .operations import STREAMING, carry_out, refused
from .soap import Request, SoapFault, envelope, fault, read_request
from .wishes import Wishes

PATH = "/EWS/Exchange.asmx"
LARGEST_REQUEST = 64 * 1024 * 1024
_MOST_CONNECTIONS = 64
_IDLE_SECONDS = 120.0
_REQUESTS_KEPT = 10_000


@dataclass(slots=True)
class Service:
    """Everything that a connection needs. ``requests`` are the operations' names, newest last."""

    exchange: Exchange
    notifications: Notifications
    wishes: Wishes
    user_name: str
    password: str
    requests: deque[str] = field(default_factory=lambda: deque(maxlen=_REQUESTS_KEPT))
    sign_in_attempts: int = 0
    failed_sign_ins: int = 0
    load: Load = field(default_factory=Load)
    is_exchange_2010: bool = False

    def lets_in(self, authorization: str | None) -> bool:
        """Counts every attempt with a password; a request without one is only the question which scheme is spoken."""
        if authorization is None:
            return False
        self.sign_in_attempts += 1
        scheme, _, encoded = authorization.partition(" ")
        try:
            given = base64.b64decode(encoded.strip(), validate=True) if scheme.lower() == "basic" else b""
        except (binascii.Error, ValueError):
            given = b""
        user, _, password = given.partition(b":")
        is_right = not self.wishes.sign_in_refused and _is_same(password, self.password)
        is_right &= user.decode("utf-8", "replace").lower() == self.user_name.lower()
        if not is_right:
            self.failed_sign_ins += 1
        return is_right


class EwsServer(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 32

    def __init__(self, service: Service, tls: ssl.SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Connection)
        self.service = service
        self._tls = tls
        self._open: set[socket.socket] = set()
        self._open_lock = threading.Lock()

    @property
    def has_tls(self) -> bool:
        return self._tls is not None

    def server_bind(self) -> None:
        """Without http.server's reverse look-up of our own name: seconds, where no name server answers."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", int(self.server_address[1])

    def get_request(self) -> tuple[socket.socket, Any]:
        connection, address = super().get_request()
        connection.settimeout(_IDLE_SECONDS)
        if self._tls is not None:
            # The handshake happens with the first read, on the connection's own thread.
            connection = self._tls.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
        return connection, address

    def verify_request(self, request: Any, client_address: Any) -> bool:
        with self._open_lock:
            if len(self._open) >= _MOST_CONNECTIONS:
                return False
            self._open.add(request)
            return True

    def shutdown_request(self, request: Any) -> None:
        with self._open_lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away, or does not trust our certificate, is no error of ours."""

    def stop(self) -> None:
        self.service.wishes.stopping.set()
        with self.service.exchange.store.lock:
            self.service.exchange.store.happened.notify_all()
        self.shutdown()
        with self._open_lock:
            still_open = list(self._open)
        for connection in still_open:
            _cut(connection)
        self.server_close()


class _Connection(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "Microsoft-IIS/10.0"
    sys_version = ""
    disable_nagle_algorithm = True
    timeout = _IDLE_SECONDS

    @property
    def _service(self) -> Service:
        return cast(EwsServer, self.server).service

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is logged: requests carry passwords."""

    def do_GET(self) -> None:
        self._answer(HTTPStatus.METHOD_NOT_ALLOWED if self._is_ours() else HTTPStatus.NOT_FOUND, b"", "text/plain")

    def do_POST(self) -> None:
        body = self._body()
        if body is None:
            return
        asks_where = self.path.lower() == autodiscovery.PATH
        if not (self._is_ours() or asks_where):
            self._answer(HTTPStatus.NOT_FOUND, b"", "text/plain")
            return
        if not self._service.lets_in(self.headers.get("Authorization")):
            self._answer(
                HTTPStatus.UNAUTHORIZED, b"", "text/html", {"WWW-Authenticate": 'Basic realm="mail.boldptxh.example"'}
            )
            return
        if asks_where:
            self._say_where(body)
            return
        try:
            request = read_request(body)
            self._service.requests.append(request.operation)
            if self._service.is_exchange_2010:
                older_exchange.require_understood(request)
            with self._service.load.bearing(request, self._service.wishes.stopping):
                self._carry_out(request)
        except SoapFault as error:
            headers = {} if error.back_off is None else {"Retry-After": str(max(round(error.back_off), 1))}
            told = older_exchange.spoken(fault(error)) if self._service.is_exchange_2010 else fault(error)
            self._answer(error.status, told, "text/xml; charset=utf-8", headers)

    def _say_where(self, body: bytes) -> None:
        service = self._service
        server = cast(EwsServer, self.server)
        ews_url = f"{'https' if server.has_tls else 'http'}://127.0.0.1:{server.server_port}{PATH}"
        if (redirect := service.wishes.autodiscover_location) is not None:
            self._answer(HTTPStatus.FOUND, b"", "text/plain", {"Location": redirect})
            return
        answer = autodiscovery.answer(
            body, service.exchange.owner.address, ews_url, service.wishes.autodiscover_redirect
        )
        self._answer(200, answer, "text/xml; charset=utf-8")

    def _carry_out(self, request: Request) -> None:
        service, wishes = self._service, self._service.wishes
        operation = request.operation
        if wishes.is_cut_before(operation):
            self._hang_up()
            return
        if self._answers_with_status(operation, "before"):
            return
        busy = wishes.busy()
        if busy is not None:
            seconds, status = busy
            raise SoapFault("ErrorServerBusy", status=status, back_off=seconds)
        wishes.wait_if_hanging(operation)
        if wishes.stopping.is_set():
            self._hang_up()
            return
        response_code = wishes.failure_of(operation)
        if response_code is not None:
            self._answer(200, envelope(refused(request, response_code)), "text/xml; charset=utf-8")
            return
        if operation == STREAMING:
            self._stream(request)
            return
        answer = envelope(carry_out(service.exchange, service.notifications, request))
        if service.is_exchange_2010:
            answer = older_exchange.spoken(answer, request.element)
        if self._answers_with_status(operation, "after"):
            return
        if wishes.is_cut_after(operation):
            self._hang_up()
        elif wishes.is_cut_within(operation):
            self._answer(200, answer, "text/xml; charset=utf-8", sent_share=0.5)
            self._hang_up()
        else:
            self._answer(200, answer, "text/xml; charset=utf-8")

    def _answers_with_status(self, operation: str, when: str) -> bool:
        wished = self._service.wishes.status_of(operation, when)
        if wished is None:
            return False
        status, retry_after = wished
        headers = {} if retry_after is None else {"Retry-After": str(max(round(retry_after), 1))}
        self._answer(status, b"<html></html>", "text/html", headers)
        return True

    def _stream(self, request: Request) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/xml; charset=utf-8")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for document in self._service.notifications.stream(request.element, self._service.wishes.stopping.is_set):
            if self._service.is_exchange_2010:
                document = older_exchange.spoken(document)
            self.wfile.write(b"%x\r\n%s\r\n" % (len(document), document))
        self.wfile.write(b"0\r\n\r\n")

    def _body(self) -> bytes | None:
        """The request's body; None if it was refused, and the connection then ends."""
        length = self.headers.get("Content-Length", "")
        if not length.isdigit():
            self.close_connection = True
            self._answer(HTTPStatus.LENGTH_REQUIRED, b"", "text/plain")
            return None
        if int(length) > LARGEST_REQUEST:
            self.close_connection = True
            self._answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, b"", "text/plain")
            return None
        body = self.rfile.read(int(length))
        if len(body) < int(length):
            self.close_connection = True
            return None
        return body

    def _is_ours(self) -> bool:
        return self.path.partition("?")[0].lower() == PATH.lower()

    def _answer(
        self,
        status: int,
        body: bytes,
        media_type: str,
        headers: dict[str, str] | None = None,
        *,
        sent_share: float = 1.0,
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body if sent_share == 1.0 else body[: int(len(body) * sent_share)])

    def _hang_up(self) -> None:
        self.close_connection = True
        _cut(self.connection)


def _cut(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


def _is_same(given: bytes, expected: str) -> bool:
    return hmac.compare_digest(given, expected.encode())
