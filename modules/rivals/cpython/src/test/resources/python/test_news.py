import threading
import time
import unittest
from queue import Empty

from joust.news import News


class NewsTest(unittest.TestCase):
    def test_what_was_put_comes_in_order(self):
        news = News()
        for item in (1, 2, 3):
            news.put(item)
        self.assertEqual([1, 2, 3], [news.get(0) for _ in range(3)])
        self.assertRaises(Empty, news.get, 0)

    def test_a_wait_ends_however_short_it_is(self):
        news = News()
        for nanos in list(range(-10, 300)) * 50:
            news.put(nanos)
            self.assertEqual(nanos, news.get(nanos))
            self.assertRaises(Empty, news.get, nanos)

    def test_who_waits_is_woken(self):
        news = News()
        begin = time.monotonic()
        threading.Timer(0.05, news.put, args=("it",)).start()
        item = None
        while item is None and time.monotonic() - begin < 30:
            try:
                item = news.get(10_000_000_000)
            except Empty:
                pass
        self.assertEqual("it", item)
        self.assertLess(time.monotonic() - begin, 10)
