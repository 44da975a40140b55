"""The front door with a thread per connection: http.server's ThreadingHTTPServer."""
from __future__ import annotations

import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Dict

from .. import interpreter
from ..client import Connection
from ..outcome import Failed
from ..requests import CONTENT_TYPE, Known, Reply
from ..tasks import Tasks
from . import FrontDoor, Setup


class ThreadServer:
    """Listens from now on."""

    def __init__(self, name: str, setup: Setup, door: FrontDoor, shared_port: bool) -> None:
        """shared_port: other processes listen on the same port, between which the kernel spreads connections."""
        self._http = _UnitServer(setup, door, shared_port)
        self._thread = threading.Thread(target=self._http.serve_forever, name=name + "-acceptor", daemon=True)
        self._thread.start()
        self.port = self._http.server_address[1]

    def counters(self) -> Dict[str, float]:
        return {**self._http.door.requests.counters(), "connections-accepted": float(self._http.accepted)}

    def close(self) -> None:
        """Closes the listening socket. Threads of connections are daemons and end with the process."""
        self._http.shutdown()
        self._http.server_close()


class _UnitServer(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True

    def __init__(self, setup: Setup, door: FrontDoor, shared_port: bool) -> None:
        self.setup = setup
        self.door = door
        self.accepted = 0
        self.heads = _HeadDeadlines(door.head_seconds)
        self._shared_port = shared_port
        self.request_queue_size = door.backlog
        super().__init__((door.host, door.port), _Handler)

    def server_bind(self) -> None:
        if self._shared_port:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        self.socket.bind(self.server_address)  # without the lookup of this machine's name
        self.server_address = self.socket.getsockname()

    def process_request(self, request: Any, client_address: Any) -> None:
        self.accepted += 1
        super().process_request(request, client_address)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that breaks its connection is no error of the server."""


class _HeadDeadlines:
    """Closes connections that wait too long for the whole head of a request. http.server's timeout, one per read, does
    not see a client that sends it byte by byte.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._waiting: Dict[socket.socket, float] = {}
        threading.Thread(target=self._close_late, name="head-deadlines", daemon=True).start()

    def begin(self, connection: socket.socket) -> None:
        self._waiting[connection] = time.monotonic()

    def end(self, connection: socket.socket) -> None:
        self._waiting.pop(connection, None)

    def _close_late(self) -> None:
        while True:
            time.sleep(1)
            latest = time.monotonic() - self._seconds
            for connection, since in list(self._waiting.items()):
                if since < latest:
                    self._end_of(connection)

    def _end_of(self, connection: socket.socket) -> None:
        self.end(connection)
        try:
            connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # it has ended


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _UnitServer

    def setup(self) -> None:
        self.timeout = self.server.door.head_seconds
        super().setup()
        self._service = Connection(self.server.setup.service)

    def handle_one_request(self) -> None:
        self.server.heads.begin(self.connection)
        try:
            super().handle_one_request()
        finally:
            self.server.heads.end(self.connection)

    def parse_request(self) -> bool:
        try:
            return super().parse_request()
        finally:
            self.server.heads.end(self.connection)

    def do_GET(self) -> None:  # the name is http.server's
        if self.headers.defects or "Content-Length" in self.headers or "Transfer-Encoding" in self.headers:
            self.close_connection = True  # no body is read, and none is taken for the next request
        self._answer(self.server.door.requests.read("GET", self.path))

    def send_error(self, code: int, message: Any = None, explain: Any = None) -> None:
        """Answers what http.server refuses, such as another method, in plain text too."""
        self.close_connection = True
        self._send(Reply(405 if code == 501 else code, "only GET is known" if code == 501 else str(message)))

    def _answer(self, asked: Any) -> None:
        if isinstance(asked, Known):
            asked = self._run(self.server.setup.tasks[asked.tasks_index], asked.seed)
        self._send(asked)

    def _run(self, tasks: Tasks, seed: int) -> Reply:
        requests = self.server.door.requests
        try:
            return requests.reply(interpreter.run(tasks, seed, self._service))
        except Exception as e:  # an error too must be answered
            return requests.reply(Failed("%s: %s" % (type(e).__name__, e)))

    def _send(self, answer: Reply) -> None:
        content = (answer.text + "\n").encode("utf-8")
        head = "HTTP/1.1 %d %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s\r\n" % (
            answer.status, self.responses.get(answer.status, ("", ""))[0], CONTENT_TYPE, len(content),
            ("Connection: close\r\n" if self.close_connection else "")
            + ("Allow: GET\r\n" if answer.status == 405 else ""))
        self.wfile.write(head.encode("latin-1") + content)  # one system call: http.server's own is two

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing: standard error is the log of the trial."""
