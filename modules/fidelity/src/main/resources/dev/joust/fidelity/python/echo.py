"""An echo server beside threads that compute, and the client of both languages' servers."""
import socket
import time

import gil
import spins

now = time.perf_counter
WARM_UP_SECONDS = 0.4
MESSAGE_BYTES = 32
CONNECT_TIMEOUT = 20.0


def serve(order, send):
    count = gil.switch_counter()
    spinners = spins.Spinners(order["threads"])
    values = {}
    if order["argument"] > 0:
        time.sleep(order["argument"])
        iterations, begin = spinners.iterations(), now()
        time.sleep(order["argument"])
        values["alone"] = [(spinners.iterations() - iterations) / (now() - begin)]
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        send({"type": "listening", "port": server.getsockname()[1]})
        client, _ = server.accept()
    with client:
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        first = None
        while True:
            data = client.recv(64)
            if not data:
                break
            if first is None and data[0] == 0x6D:
                first = now(), count() if count else 0, spinners.iterations()
            client.send(data)
    last = now(), count() if count else 0, spinners.iterations()
    spinners.stop()
    if first is None:
        raise ConnectionError("the client left before it measured")
    seconds = last[0] - first[0]
    values["switches"] = [last[1] - first[1]]
    values["counted"] = [1 if count else 0]
    values["wall"] = [seconds]
    values["beside"] = [(last[2] - first[2]) / seconds]
    return values


def _request_for(seconds, client, message):
    latencies = []
    end = now() + seconds
    moment = now()
    while moment < end:
        begin = moment
        client.send(message)
        if len(client.recv(64)) != len(message):
            raise ConnectionError("the server did not echo the message")
        moment = now()
        latencies.append(moment - begin)
    return latencies


def request(order, send):
    """The client. The order's argument is the server's port.

    requests; wall, in seconds; p50 and p99, percentiles of the latency in ms; between, the share of latencies between
    0.1 and 0.85 intervals.
    """
    with socket.create_connection(("127.0.0.1", int(order["argument"])), timeout=CONNECT_TIMEOUT) as client:
        client.settimeout(None)
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        _request_for(WARM_UP_SECONDS, client, b"w" * MESSAGE_BYTES)
        begin = now()
        latencies = _request_for(order["seconds"], client, b"m" * MESSAGE_BYTES)
        wall = now() - begin
    latencies.sort()
    interval = order["lock"]["intervalMicros"] / 1e6
    between = sum(1 for latency in latencies if 0.1 * interval < latency < 0.85 * interval) / len(latencies)
    at = lambda share: latencies[min(len(latencies) - 1, int(len(latencies) * share))] * 1e3
    return {"requests": [len(latencies)], "wall": [wall], "p50": [at(0.5)], "p99": [at(0.99)], "between": [between]}
