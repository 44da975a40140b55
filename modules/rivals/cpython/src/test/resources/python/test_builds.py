"""What depends on the build of CPython and on its platform."""
import multiprocessing.context
import sys
import unittest
from unittest import mock

from joust.models import Setup, pool, threads
from joust.outcome import TrialFailed
from joust.run import version

SETUP = Setup("http://127.0.0.1:9", 4, 100, [], {"start": "spawn"})


class BuildsTest(unittest.TestCase):
    def test_a_build_without_the_lock_is_called_one(self):
        with mock.patch.object(sys, "abiflags", "t", create=True):
            self.assertRegex(version(), r"^CPython 3\.\d+\.\d+ free-threaded$")
        with mock.patch.object(sys, "abiflags", "", create=True):
            self.assertRegex(version(), r"^CPython 3\.\d+\.\d+$")

    def test_without_the_lock_threads_compute_on_all_cores(self):
        with mock.patch.object(sys, "_is_gil_enabled", lambda: False, create=True):
            self.assertEqual((4, 100), threads.ceiling(SETUP))
        with mock.patch.object(sys, "_is_gil_enabled", lambda: True, create=True):
            self.assertEqual((1, 100), threads.ceiling(SETUP))

    def test_the_start_method_is_counted(self):
        runner = object.__new__(pool.Runner)
        runner._workers, runner._method = 2, "spawn"
        self.assertEqual(2.0, runner.counters()["workersStarted.spawn"])

    def test_a_missing_semaphore_names_the_folder(self):
        refusal = OSError(30, "Read-only file system")
        with mock.patch.object(multiprocessing.context.BaseContext, "Barrier", side_effect=refusal):
            with self.assertRaisesRegex(TrialFailed, "in /dev/shm: .*Read-only file system"):
                pool.start(SETUP)
