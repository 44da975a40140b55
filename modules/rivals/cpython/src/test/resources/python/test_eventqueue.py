import threading
import time
import unittest
from queue import Empty

from joust.eventqueue import EventQueue


class NewsTest(unittest.TestCase):
    def test_what_was_put_comes_in_order(self):
        events = EventQueue()
        for item in (1, 2, 3):
            events.put(item)
        self.assertEqual([1, 2, 3], [events.get(0) for _ in range(3)])
        self.assertRaises(Empty, events.get, 0)

    def test_a_wait_ends_however_short_it_is(self):
        events = EventQueue()
        for nanos in list(range(-10, 300)) * 50:
            events.put(nanos)
            self.assertEqual(nanos, events.get(nanos))
            self.assertRaises(Empty, events.get, nanos)

    def test_who_waits_is_woken(self):
        events = EventQueue()
        begin = time.monotonic()
        threading.Timer(0.05, events.put, args=("it",)).start()
        item = None
        while item is None and time.monotonic() - begin < 30:
            try:
                item = events.get(10_000_000_000)
            except Empty:
                pass
        self.assertEqual("it", item)
        self.assertLess(time.monotonic() - begin, 10)
