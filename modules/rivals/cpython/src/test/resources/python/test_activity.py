"""Which readings of a model's activity make the figures of the window, with a scripted clock."""
import unittest

from test_driver import Listener

from joust.activity import WindowActivity


class WindowActivityTest(unittest.TestCase):
    def setUp(self):
        self.now = 1000
        self.busy = {"loop-busy": 100.0}
        self.window = WindowActivity(lambda: dict(self.busy), lambda: self.now, Listener())

    def test_the_figure_is_the_mean_between_the_marks(self):
        self.window.window_starts()
        self.window.await_reading(0)
        self.now, self.busy["loop-busy"] = 11000, 9900.0
        self.window.window_ends()
        self.busy["loop-busy"] = 99999.0
        self.window.await_reading(0)
        self.assertEqual({"window-loop-busy": 0.98}, self.window.figures())

    def test_the_last_reading_before_the_window_counts(self):
        self.window.await_reading(0)
        self.now, self.busy["loop-busy"] = 2000, 200.0
        self.window.await_reading(0)
        self.now, self.busy["loop-busy"] = 3000, 700.0
        self.window.window_ends()
        self.assertEqual({"window-loop-busy": 0.5}, self.window.figures())

    def test_a_model_without_such_parts_has_no_figures(self):
        self.busy = {}
        self.window.await_reading(0)
        self.now = 2000
        self.window.window_ends()
        self.assertEqual({}, self.window.figures())


if __name__ == "__main__":
    unittest.main()
