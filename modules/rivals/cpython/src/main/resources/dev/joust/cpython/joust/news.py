"""A queue between two threads whose time limit can be trusted."""
from __future__ import annotations

from queue import Empty, SimpleQueue
from threading import Lock


class News:
    """For any number of threads that put, and one that waits.

    SimpleQueue.get by itself waits for ever when its time has run out before it has begun to wait: it then hands a
    negative time to the lock, which takes that for none (CPython 3.11; with 150 ns within a second). Lock.acquire
    gives up. Both are C code, as a Condition is not.
    """

    def __init__(self) -> None:
        self._queue: SimpleQueue = SimpleQueue()
        self._bell = Lock()  # free while something was put since the last wait
        self._bell.acquire()

    def put(self, item: object) -> None:
        self._queue.put(item)
        try:
            self._bell.release()
        except RuntimeError:
            pass  # it was free already

    def get(self, nanos: int) -> object:
        """The next item, waiting at most so long; Empty when there is none by then."""
        try:
            return self._queue.get_nowait()
        except Empty:
            self._bell.acquire(timeout=max(0, nanos) / 1e9)
            return self._queue.get_nowait()
