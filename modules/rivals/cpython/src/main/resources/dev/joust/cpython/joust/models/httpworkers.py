"""The front door of worker processes: pre-fork. Each worker listens on the port that all share and accepts for itself,
and the kernel spreads connections between them by their addresses. A worker has a thread per connection.
"""
from __future__ import annotations

import threading
from multiprocessing.connection import Connection as Pipe
from typing import Any, Dict, List

from ..outcome import TrialFailed, reason
from . import FrontDoor, Setup

_ACCEPTED = "connections-accepted"
_START_LIMIT_SECONDS = 30
_ANSWER_LIMIT_SECONDS = 5


class WorkerServers:
    """Listens from now on: the first worker chooses the port, if none is given, and the others share it."""

    def __init__(self, name: str, context: Any, setup: Setup, door: FrontDoor) -> None:
        self._workers: List[_Worker] = []
        self.port = door.port
        try:
            for _ in range(setup.cores):
                worker = _Worker(context, name, setup, door._replace(port=self.port))
                self._workers.append(worker)
                self.port = worker.answer(_START_LIMIT_SECONDS)
        except BaseException:
            self.close()
            raise

    def counters(self) -> Dict[str, float]:
        """The sums over the workers, and how unequally the kernel spread the connections."""
        counted = [worker.ask("counters") for worker in self._workers]
        accepted = [each[_ACCEPTED] for each in counted]
        sums = {name: sum(each[name] for each in counted) for name in counted[0]}
        return {**sums, "workersStarted": float(len(self._workers)),
                _ACCEPTED + ".least": min(accepted), _ACCEPTED + ".most": max(accepted)}

    def close(self) -> None:
        for worker in self._workers:
            worker.end()


class _Worker:
    """A worker as its parent sees it."""

    def __init__(self, context: Any, name: str, setup: Setup, door: FrontDoor) -> None:
        self._pipe, its_end = context.Pipe()
        self._process = context.Process(target=_serve, args=(its_end, name, setup, door), daemon=True)
        self._process.start()
        its_end.close()  # before the next fork: only the worker holds it, so its end is seen

    def ask(self, what: str) -> Any:
        self._pipe.send(what)
        return self.answer(_ANSWER_LIMIT_SECONDS)

    def answer(self, seconds: int) -> Any:
        try:
            if not self._pipe.poll(seconds):
                raise TrialFailed("a worker did not answer within %d s" % seconds)
            answer = self._pipe.recv()
        except (EOFError, OSError) as e:
            raise TrialFailed("a worker ended: %s" % reason(e)) from e
        if isinstance(answer, str):
            raise TrialFailed(answer)
        return answer

    def end(self) -> None:
        self._process.terminate()
        self._process.join()


# The rest runs in the worker.

def _serve(pipe: Pipe, name: str, setup: Setup, door: FrontDoor) -> None:
    from .httpthreads import ThreadServer
    from .pool import exit_with_parent

    threading.Thread(target=exit_with_parent, name="exit-with-parent", daemon=True).start()
    try:
        server = ThreadServer(name, setup, door, shared_port=True)
    except OSError as e:
        pipe.send("cannot listen on %s:%d: %s" % (door.host, door.port, reason(e)))
        return
    pipe.send(server.port)
    try:
        while True:
            pipe.recv()
            pipe.send(server.counters())
    except EOFError:
        return  # the parent has ended
