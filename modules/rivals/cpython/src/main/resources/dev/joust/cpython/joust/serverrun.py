"""Runs one model as a server in this process, from its start until the referee has heard what it counted."""
from __future__ import annotations

import time
from typing import Any, Callable, Dict, Optional, Tuple

from . import models, tasks
from .activity import WindowActivity
from .driver import WindowListener
from .outcome import TrialFailed
from .requests import UnitRequests
from .run import Counters, version
from .trial import Trial


class ServerRun:
    def __init__(self, trial: Trial, place: Tuple[str, int, float]) -> None:
        """place: the address, the port, and how many seconds the head of a request may take."""
        self._trial = trial
        self._place = place
        self._tasks = tasks.prepare_classes(trial.classes, trial.host)

    def run(self, send: Callable[..., None], next_message: Callable[[], Dict[str, Any]]) -> Dict[str, Any]:
        """Serves until the referee says that no more requests follow. Returns what was counted."""
        trial = self._trial
        if trial.http is None:
            raise TrialFailed("the scenario is not over HTTP")
        for class_tasks in self._tasks:
            for task in class_tasks:
                if task.kind == "file":
                    tasks.prepare(task)
                if task.kind == "payload":
                    tasks.payload(task)
        model = models.named(trial.model)
        cores = trial.host.cores
        slots = trial.slots or trial.http.connections
        setup = models.Setup(trial.service, cores, slots, self._tasks, trial.options)
        door = models.FrontDoor(
            *self._place, trial.http.backlog, trial.http.connections, UnitRequests(trial.classes))
        counters = Counters()
        server = model.serve(setup, door)
        try:
            activity = WindowActivity(getattr(server, "activity", dict), time.perf_counter_ns, WindowListener())
            send("serving", port=server.port, base="")
            self._follow(activity, send, next_message)
            counted = dict(server.counters(), **counters.since())
            counted.update(activity.figures())
        finally:
            server.close()
        computing, waiting = model.ceiling(setup)
        return {
            "model": {"name": model.NAME, "runtime": version(), "slots": slots,
                      "ceiling": {"computing": computing, "waiting": waiting}},
            "counters": counted,
        }

    @staticmethod
    def _follow(
            activity: WindowActivity, send: Callable[..., None],
            next_message: Callable[[], Dict[str, Any]]) -> None:
        while True:
            message = next_message()
            kind: Optional[str] = message.get("type")
            if kind == "mark":
                if message.get("start"):
                    activity.window_starts()
                    activity.await_reading(0)
                else:
                    activity.window_ends()
                send("marked")
            elif kind == "finish":
                return
