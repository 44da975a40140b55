"""A queue between threads whose time limit holds."""
from __future__ import annotations

from queue import Empty, SimpleQueue
from threading import Lock


class EventQueue:
    """For any number of threads that put, and one that waits.

    SimpleQueue.get can wait for ever if its time is over before it begins to wait: it then passes a negative timeout
    to the lock, which takes it for none (seen on CPython 3.11, with 150 ns, within a second). Lock.acquire does not.
    Both are C code; Condition is not.
    """

    def __init__(self) -> None:
        self._queue: SimpleQueue = SimpleQueue()
        self._signal = Lock()  # released while something was put since the last wait
        self._signal.acquire()

    def put(self, item: object) -> None:
        self._queue.put(item)
        try:
            self._signal.release()
        except RuntimeError:
            pass  # it was released already

    def get(self, nanos: int) -> object:
        """The next item, after a wait of at most this long; Empty when there is none."""
        try:
            return self._queue.get_nowait()
        except Empty:
            self._signal.acquire(timeout=max(0, nanos) / 1e9)
            return self._queue.get_nowait()
