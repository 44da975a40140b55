"""A small HTTP/1.1 client over asyncio's streams, because the standard library has none. It keeps connections and
neither pipelines nor retries.

It parses what the service sends and no more: a status line, headers with a Content-Length, the body. It costs less than
http.client, which parses headers as mail.
"""
from __future__ import annotations

import asyncio
import zlib
from typing import List, Tuple
from urllib.parse import urlsplit

from . import body
from .outcome import reason
from .tasks import PIECE

Stream = Tuple[asyncio.StreamReader, asyncio.StreamWriter]


class LoopClient:
    """For the loop's thread. It has one connection per request in flight. asyncio sets TCP_NODELAY itself."""

    def __init__(self, service: str) -> None:
        url = urlsplit(service)
        if url.scheme != "http":
            raise ValueError("the service must speak plain http: " + service)
        self._host = url.hostname or ""
        self._port = url.port or 80
        self._request = "GET %s%%s HTTP/1.1\r\nHost: %s\r\n\r\n" % (url.path.replace("%", "%%"), url.netloc)
        self._idle: List[Stream] = []

    async def get(self, path: str, asked: int) -> int:
        """The result of reading the body of one response.

        Raises OSError unless the response has status 200 and a body of this length; the message is the reason.
        """
        try:
            stream = self._idle.pop() if self._idle else await self._connected()
            try:
                result = await self._exchange(stream, path, asked)
            except BaseException:
                stream[1].close()
                raise
        except (OSError, EOFError, ValueError, asyncio.LimitOverrunError) as e:
            raise OSError("GET %s: %s" % (path, reason(e))) from e
        self._idle.append(stream)
        return result

    async def _connected(self) -> Stream:
        return await asyncio.open_connection(self._host, self._port, limit=PIECE)

    async def _exchange(self, stream: Stream, path: str, asked: int) -> int:
        reader, writer = stream
        writer.write((self._request % path).encode("ascii"))
        status, length = _head(await reader.readuntil(b"\r\n\r\n"))
        if not status.startswith("200 "):
            raise OSError(status)
        crc = count = 0
        while count < length:
            piece = await reader.read(min(PIECE, length - count))
            if not piece:
                break
            crc = zlib.crc32(piece, crc)
            count += len(piece)
        if count != asked:
            raise OSError("asked for %d bytes, read %d" % (asked, count))
        return body.result(count, crc)

    def close(self) -> None:
        for _, writer in self._idle:
            writer.close()


def _head(head: bytes) -> Tuple[str, int]:
    """The status with its reason, and the length of the body."""
    lines = head.decode("latin-1").split("\r\n")
    for line in lines[1:]:
        name, _, value = line.partition(":")
        if name.lower() == "content-length":
            return lines[0].partition(" ")[2], int(value)
    raise OSError("an answer without Content-Length: " + lines[0])
