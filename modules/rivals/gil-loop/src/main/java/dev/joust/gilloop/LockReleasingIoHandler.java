package dev.joust.gilloop;

import dev.joust.blocking.RunLock;
import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoRegistration;

/** The loop's thread has the lock from its first step to its last; what it blocks in lies below and gives it up. */
record LockReleasingIoHandler(IoHandler handler, RunLock gate) implements IoHandler {

    @Override
    public void initialize() {
        gate.acquire();
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
            gate.release();
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
