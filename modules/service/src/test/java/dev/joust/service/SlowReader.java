package dev.joust.service;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** A response that accepts a number of writes and then no more until it is drained. */
final class SlowReader {
    private final int capacity;
    private int queued;
    private boolean taking;
    private Handler<Void> drain;

    final Buffer received = Buffer.buffer();
    String contentLength;
    boolean drainsWithinWrite;
    boolean closed;
    boolean ended;
    boolean overfilled;
    boolean nested;
    Runnable atEnd = () -> {};

    SlowReader(int capacity) {
        this.capacity = capacity;
    }

    HttpServerResponse response() {
        return (HttpServerResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServerResponse.class}, this::invoke);
    }

    void drain() {
        queued = 0;
        drain.handle(null);
    }

    @SuppressWarnings("unchecked")
    private Object invoke(Object response, Method method, Object[] arguments) {
        switch (method.getName()) {
            case "closed" -> {
                return closed;
            }
            case "ended" -> {
                return ended;
            }
            case "writeQueueFull" -> {
                return queued >= capacity;
            }
            case "putHeader" -> contentLength = (String) arguments[1];
            case "drainHandler" -> drain = (Handler<Void>) arguments[0];
            case "write" -> take((Buffer) arguments[0]);
            case "end" -> {
                atEnd.run();
                ended = true;
                received.appendBuffer((Buffer) arguments[0]);
            }
            default -> throw new UnsupportedOperationException(method.getName());
        }
        return HttpServerResponse.class.isAssignableFrom(method.getReturnType()) ? response : null;
    }

    private void take(Buffer chunk) {
        nested |= taking;
        taking = true;
        overfilled |= queued >= capacity;
        queued++;
        received.appendBuffer(chunk);
        if (drainsWithinWrite && queued >= capacity) {
            drain();
        }
        taking = false;
    }
}
