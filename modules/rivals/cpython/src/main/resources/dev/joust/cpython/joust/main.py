"""The trial process: reads one order, carries it out, and leaves.

Standard output is the protocol and nothing else; whatever a library prints is log, and goes to standard error. The
end of standard input means stop.
"""
from __future__ import annotations

import json
import os
import sys
import threading
import traceback
from typing import Any, Dict, Optional

from . import calibration
from .outcome import TrialFailed, reason
from .run import Progress, TrialRun, version
from .trial import fields, trial

STOPPED = 143


class Speaker:
    """Writes messages, one a line. The descriptor is not inherited by programs that are started."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def say(self, kind: str, **content: Any) -> None:
        line = json.dumps(dict(content, type=kind), separators=(",", ":")).encode("utf-8") + b"\n"
        while line:
            line = line[os.write(self._descriptor, line):]


class Told(Progress):
    """Passes the progress of a trial on."""

    def __init__(self, speaker: Speaker) -> None:
        self._speaker = speaker

    def answered(self) -> None:
        self._speaker.say("answered")

    def ready(self) -> None:
        self._speaker.say("ready")

    def window_starts(self) -> None:
        self._speaker.say("window", start=True)

    def window_ends(self) -> None:
        self._speaker.say("window", start=False)


def main() -> None:
    out = os.dup(1)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    speaker = Speaker(out)
    speaker.say("hello", runtime=version(), pid=os.getpid())
    line = _order()
    if line is None:
        return
    threading.Thread(target=_leave_with_parent, name="leave-with-parent", daemon=True).start()
    _carry_out(line, speaker)
    sys.stderr.flush()
    os._exit(0)  # a model that left a thread behind does not hold the process


def _order() -> Optional[bytes]:
    """The first line. Read without a buffer: a buffer's lock, held by a thread that waits, would be forked with the
    workers.
    """
    line = b""
    while not line.endswith(b"\n"):
        piece = os.read(0, 1 << 16)
        if not piece:
            return None
        line += piece
        line = line[:line.find(b"\n") + 1] or line
    return line


def _carry_out(line: bytes, speaker: Speaker) -> None:
    try:
        order = json.loads(line.decode("utf-8"))
        kind = order.get("type") if isinstance(order, dict) else None
        if kind == "run":
            speaker.say("measurement", measurement=_run(fields("run", order, "type", "trial")[1], speaker))
        elif kind == "calibrate":
            labels = fields("calibrate", order, "type", "kernels")[1]
            speaker.say("calibration", calibration={"unitsPerMilli": calibration.rates(labels)})
        elif kind == "rehearse":
            _rehearse(fields("rehearse", order, "type", "trials")[1], speaker)
        else:
            raise ValueError("unknown order %r; known: run, calibrate, rehearse" % kind)
    except (TrialFailed, ValueError) as e:
        speaker.say("failed", reason=reason(e))
    except Exception as e:  # whatever it is, the other side is to know
        traceback.print_exc()
        speaker.say("failed", reason="%s: %s" % (type(e).__name__, e))


def _run(value: Any, speaker: Speaker) -> Dict[str, Any]:
    return TrialRun(trial(value)).run(Told(speaker))


def _rehearse(trials: Any, speaker: Speaker) -> None:
    for value in trials:
        try:
            _run(value, speaker)
        except TrialFailed as e:
            print("a rehearsal failed, which does not matter: %s" % e, flush=True)
    speaker.say("rehearsed")


def _leave_with_parent() -> None:
    """Worker processes see for themselves that this one is gone."""
    while os.read(0, 1 << 12):
        pass  # further lines mean nothing
    os._exit(STOPPED)
