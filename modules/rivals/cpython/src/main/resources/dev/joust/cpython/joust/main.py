"""The trial process: reads one order, carries it out, and exits.

Standard output is the protocol and nothing else: what a library prints goes to standard error. The end of standard
input means stop.
"""
from __future__ import annotations

import json
import os
import sys
import threading
import traceback
from queue import SimpleQueue
from typing import Any, Dict, Optional, Tuple

from . import calibration
from .outcome import TrialFailed, reason
from .run import TrialListener, TrialRun, version
from .trial import fields, trial

STOPPED = 143  # the exit code when standard input ends, as after SIGTERM


class MessageWriter:
    """Writes one message per line. Programs that this process starts do not inherit the descriptor."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def send(self, kind: str, **content: Any) -> None:
        line = json.dumps(dict(content, type=kind), separators=(",", ":")).encode("utf-8") + b"\n"
        while line:
            line = line[os.write(self._descriptor, line):]


class RefereeInput:
    """What the referee writes to this process after the order: its messages, and the end, which means stop."""

    def __init__(self) -> None:
        self._reading = threading.Event()
        self._others: SimpleQueue = SimpleQueue()

    def listen(self) -> None:
        threading.Thread(target=self._read_all, name="referee-input", daemon=True).start()

    def expect_reading(self) -> None:
        """Forgets a reading that came too late. Call it before a mark is sent."""
        self._reading.clear()

    def await_reading(self, nanos: int) -> None:
        """Waits for the reading at the last mark, at most this long."""
        self._reading.wait(nanos / 1e9)

    def next(self) -> Dict[str, Any]:
        """Waits for the next message that is no reading, however long that takes."""
        return self._others.get()

    def _read_all(self) -> None:
        """Exits when standard input ends. Workers notice the end of this process themselves."""
        line = b""
        piece = os.read(0, 1 << 12)
        while piece:
            *lines, line = (line + piece).split(b"\n")
            for each in lines:
                self._hear(_message(each))
            piece = os.read(0, 1 << 12)
        os._exit(STOPPED)

    def _hear(self, message: Dict[str, Any]) -> None:
        if message.get("type") == "usage-read":
            self._reading.set()
        else:
            self._others.put(message)


def _message(line: bytes) -> Dict[str, Any]:
    """Lines that are no message are ignored, so that a later referee may say more."""
    try:
        message = json.loads(line.decode("utf-8"))
    except ValueError:
        return {}
    return message if isinstance(message, dict) else {}


class ProtocolListener(TrialListener):
    """Sends the progress of a trial as messages."""

    def __init__(self, writer: MessageWriter, referee: RefereeInput) -> None:
        self._writer = writer
        self._referee = referee

    def answered(self) -> None:
        self._writer.send("answered")

    def ready(self) -> None:
        self._writer.send("ready")

    def window_starts(self) -> None:
        self._mark(True)

    def window_ends(self) -> None:
        self._mark(False)

    def _mark(self, start: bool) -> None:
        self._referee.expect_reading()
        self._writer.send("window", start=start)

    def await_reading(self, nanos: int) -> None:
        self._referee.await_reading(nanos)


def main() -> None:
    out = os.dup(1)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    writer = MessageWriter(out)
    writer.send("hello", runtime=version(), pid=os.getpid())
    line = _read_order()
    if line is None:
        return
    referee = RefereeInput()
    referee.listen()
    _carry_out(line, ProtocolListener(writer, referee), writer, referee)
    sys.stderr.flush()
    os._exit(0)  # also when a model has left a thread behind


def _read_order() -> Optional[bytes]:
    """Reads the first line, unbuffered: workers would inherit the lock of a buffer that another thread holds."""
    line = b""
    while not line.endswith(b"\n"):
        piece = os.read(0, 1 << 16)
        if not piece:
            return None
        line += piece
        line = line[:line.find(b"\n") + 1] or line
    return line


def _carry_out(line: bytes, listener: ProtocolListener, writer: MessageWriter, referee: RefereeInput) -> None:
    try:
        order = json.loads(line.decode("utf-8"))
        kind = order.get("type") if isinstance(order, dict) else None
        if kind == "run":
            writer.send("measurement", measurement=_run(fields("run", order, "type", "trial")[1], listener))
        elif kind == "serve":
            _, value, host, port, head_limit = fields("serve", order, "type", "trial", "host", "port", "headLimit")
            writer.send("served", **_served(value, (host, port, head_limit / 1e9), writer, referee))
        elif kind == "calibrate":
            labels = fields("calibrate", order, "type", "kernels")[1]
            writer.send("calibration", calibration={"unitsPerMilli": calibration.rates(labels)})
        elif kind == "train-cache":
            _train_cache(fields("train-cache", order, "type", "trials")[1], listener, writer)
        else:
            raise ValueError("unknown order %r; known: run, serve, calibrate, train-cache" % kind)
    except (TrialFailed, ValueError) as e:
        writer.send("failed", reason=reason(e))
    except Exception as e:  # report every error to the parent
        traceback.print_exc()
        writer.send("failed", reason="%s: %s" % (type(e).__name__, e))


def _run(value: Any, listener: ProtocolListener) -> Dict[str, Any]:
    return TrialRun(trial(value)).run(listener)


def _served(
        value: Any, place: Tuple[str, int, float], writer: MessageWriter, referee: RefereeInput) -> Dict[str, Any]:
    from .serverrun import ServerRun  # only servers pay for its imports

    return ServerRun(trial(value), place).run(writer.send, referee.next)


def _train_cache(trials: Any, listener: ProtocolListener, writer: MessageWriter) -> None:
    for value in trials:
        try:
            _run(value, listener)
        except TrialFailed as e:
            print("a trial of the cache training failed and is skipped: %s" % e, flush=True)
    writer.send("cache-trained")
