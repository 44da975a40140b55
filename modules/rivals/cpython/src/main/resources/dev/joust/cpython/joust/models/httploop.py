"""The front door of the loop: asyncio.start_server, and a small HTTP/1.1 parser, because the standard library has
none for asyncio.

It reads a request line and headers, and knows of them only whether the client wants to keep the connection, and
whether a body follows. It reads no body: the connection ends instead, so that no body is taken for the next request.
"""
from __future__ import annotations

import asyncio
from typing import Dict, Set, Tuple

from ..requests import CONTENT_TYPE, MAX_HEAD, Known, Reply
from . import FrontDoor
from .loop import Runner

_START_LIMIT_SECONDS = 10
_REASONS = {200: "OK", 400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed", 414: "URI Too Long",
            500: "Internal Server Error"}


class LoopServer:
    """Listens from now on."""

    def __init__(self, runner: Runner, door: FrontDoor) -> None:
        self._runner = runner
        self._requests = door.requests
        self._head_seconds = door.head_seconds
        self._accepted = 0
        self._connections: Set[asyncio.StreamWriter] = set()
        self._server = runner.call(
            asyncio.start_server(
                self._serve, door.host, door.port, backlog=door.backlog, limit=MAX_HEAD, reuse_address=True),
            _START_LIMIT_SECONDS)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._accepted += 1
        self._connections.add(writer)
        try:
            keep = True
            while keep:
                answer, keep = await self._exchange(reader)
                content = (answer.text + "\n").encode("utf-8")
                writer.write(
                    ("HTTP/1.1 %d %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s\r\n" % (
                        answer.status, _REASONS.get(answer.status, ""), CONTENT_TYPE, len(content),
                        ("" if keep else "Connection: close\r\n")
                        + ("Allow: GET\r\n" if answer.status == 405 else ""))).encode("latin-1") + content)
                await writer.drain()
        except (OSError, EOFError, asyncio.TimeoutError):
            pass  # the client closed the connection, or sent no whole request in time
        finally:
            self._connections.discard(writer)
            writer.close()

    async def _exchange(self, reader: asyncio.StreamReader) -> Tuple[Reply, bool]:
        """The answer to the next request, and whether the connection is kept."""
        try:
            head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), self._head_seconds)
        except asyncio.LimitOverrunError:
            return Reply(414, "a request has a head of at most %d bytes" % MAX_HEAD), False
        lines = head.decode("latin-1").split("\r\n")
        words = lines[0].split(" ")
        if len(words) != 3 or not words[2].startswith("HTTP/1."):
            return Reply(400, "no request line of HTTP/1.1"), False
        keep = words[2] != "HTTP/1.0" and not any(_closes(line) or _has_body(line) for line in lines[1:])
        asked = self._requests.read(words[0], words[1])
        if isinstance(asked, Known):
            asked = self._requests.reply(await self._runner.outcome(asked.tasks_index, asked.seed))
        return asked, keep and asked.status in (200, 404, 500)

    def counters(self) -> Dict[str, float]:
        return {**self._runner.counters(), **self._requests.counters(), "connections-accepted": float(self._accepted)}

    def activity(self) -> Dict[str, float]:
        return self._runner.activity()

    def close(self) -> None:
        """Closes the listening socket. The connections end with the loop."""
        self._runner.call(self._end(), _START_LIMIT_SECONDS)
        self._runner.close()

    async def _end(self) -> None:
        self._server.close()
        for writer in list(self._connections):
            writer.close()


def _closes(line: str) -> bool:
    name, _, value = line.partition(":")
    return name.lower() == "connection" and value.strip().lower() == "close"


def _has_body(line: str) -> bool:
    return line.partition(":")[0].strip().lower() in ("content-length", "transfer-encoding")
