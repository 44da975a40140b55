"""The trial, read from JSON. Durations are whole nanoseconds. Unknown and missing fields are errors."""
from __future__ import annotations

from typing import Any, Dict, List, NamedTuple, Optional, Union
from urllib.parse import unquote, urlsplit

_STEPS = {
    "compute": ("kernel", "cpu"),
    "native": ("kernel", "cpu"),
    "monitor": ("hold",),
    "call": ("delay", "bytes"),
    "stream": ("bytes",),
    "file": ("bytes",),
    "sleep": ("time",),
    "spin": ("time",),
    "payload": ("bytes",),
}


class Step(NamedTuple):
    """One step of a unit. nanos is its CPU time, hold, delay or time. A monitor step runs the kernel mix."""

    kind: str
    kernel: str
    nanos: int
    bytes: int

    def of_at_most(self, nanos: int) -> Step:
        return self._replace(nanos=min(self.nanos, nanos))


class WorkClass(NamedTuple):
    name: str
    weight: int
    steps: List[Step]


class Batch(NamedTuple):
    number: int
    per_core: bool

    def units(self, cores: int) -> int:
        return self.number * cores if self.per_core else self.number

    def in_flight(self, cores: int) -> int:
        return self.units(cores)


class Closed(NamedTuple):
    numbers: List[int]
    nanos: int

    def in_flight(self, cores: int) -> int:
        return sum(self.numbers)


class Http(NamedTuple):
    """How units reach a model that is a server."""

    connections: int
    keep_alive: bool
    backlog: int


class WarmUp(NamedTuple):
    limit: int
    iteration: int
    tolerance: float
    longest: int


class Host(NamedTuple):
    cores: int
    scratch: str
    units_per_milli: Dict[str, float]


class Trial(NamedTuple):
    id: Dict[str, Any]
    model: str
    slots: Optional[int]
    options: Dict[str, str]
    classes: List[WorkClass]
    load: Union[Batch, Closed, None]
    http: Optional[Http]
    host: Host
    service: str
    seed: int
    warm_up: WarmUp
    timeout: int


def fields(what: str, value: Any, *names: str) -> List[Any]:
    """The values of these fields. Raises ValueError if others are there or some are missing."""
    if not isinstance(value, dict):
        raise ValueError("not a %s: %r" % (what, value))
    unknown = sorted(set(value) - set(names))
    missing = sorted(set(names) - set(value))
    if unknown or missing:
        raise ValueError("not a %s: unknown %s, missing %s" % (what, unknown, missing))
    return [value[name] for name in names]


def trial(value: Any) -> Trial:
    identity, arm, workload, conditions = fields("trial", value, "id", "arm", "workload", "conditions")
    # What the arm runs on was settled when this process started.
    _, model, slots, _, _, options, _ = fields(
        "arm", arm, "name", "model", "slots", "cpuFactor", "inFlight", "options", "runtime")
    classes, load, http = fields("workload", workload, "classes", "load", "http")
    host, service, seed, warm_up, timeout = fields(
        "conditions", conditions, "host", "service", "seed", "warmUp", "timeout")
    cores, scratch, calibration = fields("host", host, "cores", "scratch", "calibration")
    limit, iteration, tolerance, longest = fields("warm-up", warm_up, "limit", "iteration", "tolerance", "longest")
    (rates,) = fields("calibration", calibration, "unitsPerMilli")
    return Trial(
        identity, model, slots, options, [_class(c) for c in classes], _load(load, http), _http(http),
        Host(cores, _path(scratch), rates), service, seed,
        WarmUp(limit, iteration, tolerance, longest), timeout)


def _class(value: Any) -> WorkClass:
    name, weight, steps = fields("class of work", value, "name", "weight", "steps")
    return WorkClass(name, weight, [_step(step) for step in steps])


def _step(value: Any) -> Step:
    kind = value.get("step")
    if kind not in _STEPS:
        raise ValueError("unknown step %r; known: %s" % (kind, ", ".join(_STEPS)))
    found = dict(zip(_STEPS[kind], fields("step", value, "step", *_STEPS[kind])[1:]))
    nanos = next((found[name] for name in ("cpu", "hold", "delay", "time") if name in found), 0)
    kernel = "mix" if kind == "monitor" else found.get("kernel", "").lower()
    return Step(kind, kernel, nanos, found.get("bytes", 0))


def _http(value: Any) -> Optional[Http]:
    return None if value is None else Http(*fields("http", value, "connections", "keepAlive", "backlog"))


def _load(value: Any, http: Any) -> Union[Batch, Closed, None]:
    """The load; None where the clients of a server drive it."""
    kind = value.get("load")
    if http is not None:
        return None
    if kind == "batch":
        return Batch(*fields("count", fields("batch", value, "load", "units")[1], "number", "perCore"))
    if kind == "closed":
        _, numbers, nanos = fields("closed load", value, "load", "inFlight", "time")
        return Closed(list(numbers.values()), nanos)
    raise ValueError("unknown load %r; known: batch, closed" % kind)


def _path(value: str) -> str:
    """Jackson writes a path as a file URI."""
    if not value.startswith("file:"):
        return value
    path = unquote(urlsplit(value).path)
    return path[1:] if path[2:3] == ":" else path  # a URI writes a drive as /C:/…
