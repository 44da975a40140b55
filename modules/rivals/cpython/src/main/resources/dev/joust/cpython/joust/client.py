"""A blocking HTTP client with one kept connection: the standard library's, as most programs use it."""
from __future__ import annotations

import zlib
from typing import Optional
from urllib.parse import urlsplit

from . import body
from .outcome import reason
from .tasks import PIECE, check_length


class Connection:
    """For one thread. Connects at the first request and never retries. http.client sets TCP_NODELAY itself."""

    def __init__(self, service: str) -> None:
        self._service = urlsplit(service)
        if self._service.scheme != "http":
            raise ValueError("the service must speak plain http: " + service)
        self._http = None
        self._piece: Optional[memoryview] = None

    def get(self, path: str, asked: int) -> int:
        """The result of reading the body of one response.

        Raises OSError unless the response has status 200 and a body of this length; the message is the reason.
        """
        from http.client import HTTPConnection, HTTPException  # only callers pay for its mail parser

        if self._http is None:
            self._http = HTTPConnection(self._service.hostname or "", self._service.port)
            self._piece = memoryview(bytearray(PIECE))
        try:
            return self._exchange(path, asked)
        except (OSError, HTTPException) as e:
            self._http.close()
            raise OSError("GET %s: %s" % (path, reason(e))) from e

    def _exchange(self, path: str, asked: int) -> int:
        self._http.request("GET", self._service.path + path)
        response = self._http.getresponse()
        if response.status != 200:
            raise OSError("%d %s" % (response.status, response.reason))
        piece = self._piece
        length = crc = 0
        count = response.readinto(piece)
        while count:
            crc = zlib.crc32(piece[:count], crc)
            length += count
            count = response.readinto(piece)
        if length != asked:
            raise OSError("asked for %d bytes, read %d" % (asked, length))
        return body.result(length, crc)
