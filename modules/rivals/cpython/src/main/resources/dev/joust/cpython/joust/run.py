"""Runs one trial in this process, from the start of the model to the measurement."""
from __future__ import annotations

import gc
import sys
import time
from typing import Any, Dict, List, Tuple

from . import analysis, models, tasks
from .activity import WindowActivity
from .digest import MASK, child
from .driver import Driver, WindowListener
from .gil import switch_counter
from .oracle import Oracle
from .outcome import TrialFailed
from .recorder import Recorder
from .steady import MeasuredWindow
from .trial import Batch, Trial, WorkClass
from .unitsequence import UnitSequence

WARM_UP_STEP_LIMIT = 20_000_000  # the longest step of a warm-up unit, in nanoseconds


class TrialListener(WindowListener):
    """Learns how far the trial is, on the thread that runs it."""

    def answered(self) -> None:
        """The first unit of each class was answered right."""

    def ready(self) -> None:
        """The trial is set up. A batch has warmed up by now; a closed load warms up as it runs."""


class TrialRun:
    def __init__(self, trial: Trial) -> None:
        self._trial = trial
        self._shortened = [
            WorkClass(c.name, c.weight, [s.of_at_most(WARM_UP_STEP_LIMIT) for s in c.steps]) for c in trial.classes]
        # first the tasks of the shortened classes, then those of the classes
        self._tasks = (tasks.prepare_classes(self._shortened, trial.host)
                       + tasks.prepare_classes(trial.classes, trial.host))
        self._oracle = Oracle()
        self._all: List[Recorder] = []

    def run(self, listener: TrialListener) -> Dict[str, Any]:
        """The measurement."""
        trial = self._trial
        for class_tasks in self._tasks:
            for task in class_tasks:
                if task.kind == "file":
                    tasks.prepare(task)
                if task.kind == "payload":
                    tasks.payload(task)
        model = models.named(trial.model)
        cores = trial.host.cores
        slots = trial.slots or model.slots(cores, trial.load.in_flight(cores), trial.options)
        setup = models.Setup(trial.service, cores, slots, self._tasks, trial.options)
        counters = Counters()
        runner = model.start(setup)
        try:
            driver = Driver(time.perf_counter_ns, runner.run, trial.timeout)
            self._check_first_answers(driver)
            listener.answered()
            measured = self._recorders()
            activity = WindowActivity(getattr(runner, "activity", dict), time.perf_counter_ns, listener)
            window = self._drive(driver, measured, listener, activity)
            counted = dict(runner.counters(), **counters.since())
            counted.update(activity.figures())
        finally:
            runner.close()
        computing, waiting = model.ceiling(setup)
        model_info = {"name": model.NAME, "runtime": version(), "slots": slots,
                      "ceiling": {"computing": computing, "waiting": waiting}}
        return self._measurement(window, measured, model_info, counted)

    def _check_first_answers(self, driver: Driver) -> None:
        recorders = self._recorders()
        units = UnitSequence(self._shortened, 0, child(self._trial.seed & MASK, 1))
        for c, work_class in enumerate(self._shortened):
            driver.batch(units, [c], recorders, WindowListener())
            if recorders[c].failed():
                raise TrialFailed("the first unit of '%s' failed: [%s]"
                                  % (work_class.name, ", ".join(recorders[c].reasons())))
            if analysis.wrong(self._oracle, self._tasks[c], recorders[c]):
                raise TrialFailed("the first unit of '%s' was answered wrong" % work_class.name)

    def _drive(
            self, driver: Driver, measured: List[Recorder], listener: TrialListener,
            marks: WindowListener) -> MeasuredWindow:
        trial = self._trial
        units = UnitSequence(trial.classes, len(self._shortened), trial.seed)
        if isinstance(trial.load, Batch):
            order = units.batch(trial.load.units(trial.host.cores))
            warm_ups = UnitSequence(self._shortened, 0, child(trial.seed & MASK, 2))
            warm = driver.warm_up(warm_ups, order, self._recorders(), trial.warm_up)
            listener.ready()
            window = driver.batch(units, order, measured, marks)
            return MeasuredWindow(window.start, window.end, warm.steady(), warm.series)
        listener.ready()
        return driver.closed(trial.load, trial.warm_up, units, measured, marks)

    def _recorders(self) -> List[Recorder]:
        recorders = [Recorder() for _ in self._shortened]
        self._all += recorders
        return recorders

    def _measurement(
            self, window: MeasuredWindow, measured: List[Recorder], model_info: Dict[str, Any],
            counted: Dict[str, float]) -> Dict[str, Any]:
        first = len(self._shortened)
        classes = {
            work_class.name: analysis.result(
                self._oracle, window, self._tasks[first + c], self._in_flight(c, measured), measured[c])
            for c, work_class in enumerate(self._trial.classes)}
        return {
            "id": self._trial.id,
            "model": model_info,
            "window": {"nanos": window.nanos(), "steady": window.steady, "warmUp": window.warm_up,
                       "series": analysis.series(window, measured)},
            "classes": classes,
            "totals": {"calls": sum(r.calls() for r in self._all), "bytes": sum(r.bytes() for r in self._all),
                       "callingNanos": sum(r.calling_nanos() for r in self._all),
                       "counters": counted},
        }

    def _in_flight(self, work_class: int, measured: List[Recorder]) -> int:
        load = self._trial.load
        return len(measured[work_class].answered()) if isinstance(load, Batch) else load.numbers[work_class]


class Counters:
    """What this interpreter counts itself, for every model."""

    def __init__(self) -> None:
        self._switches = switch_counter()
        self._before = self._now()

    def _now(self) -> Tuple[int, int, int]:
        collections = sum(generation["collections"] for generation in gc.get_stats())
        return self._switches() if self._switches else 0, collections, time.process_time_ns()

    def since(self) -> Dict[str, float]:
        switches, collections, cpu = (now - before for now, before in zip(self._now(), self._before))
        counters = {"cpython.gc.runs": float(collections), "cpython.cpu.ms": cpu / 1e6}
        if self._switches is not None:
            counters["switches"] = float(switches)
        return counters


def version() -> str:
    """The version, as a session names it. A build without the lock has 't' among its ABI flags."""
    build = " free-threaded" if "t" in getattr(sys, "abiflags", "") else ""
    return "CPython %d.%d.%d" % sys.version_info[:3] + build
