package dev.joust.gilloop;

import dev.joust.blocking.RunLock;
import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoRegistration;

/** Holds the lock from the loop thread's start to its end. The blocking calls below release it. */
record LockReleasingIoHandler(IoHandler handler, RunLock lock) implements IoHandler {

    @Override
    public void initialize() {
        lock.acquire();
        handler.initialize();
    }

    @Override
    public int run(IoHandlerContext context) {
        return handler.run(context);
    }

    @Override
    public void prepareToDestroy() {
        handler.prepareToDestroy();
    }

    @Override
    public void destroy() {
        try {
            handler.destroy();
        } finally {
            lock.release();
        }
    }

    @Override
    public IoRegistration register(IoHandle handle) throws Exception {
        return handler.register(handle);
    }

    @Override
    public void wakeup() {
        handler.wakeup();
    }

    @Override
    public boolean isCompatible(Class<? extends IoHandle> type) {
        return handler.isCompatible(type);
    }
}
