package dev.joust.gilloop;

import dev.joust.blocking.RunLock;
import java.io.IOException;
import java.nio.channels.IllegalSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.channels.spi.AbstractSelector;
import java.util.Set;

/**
 * Gives the lock up in each select, also in one that does not wait, as CPython does with a timeout of 0. Selecting is for the thread
 * that holds the lock; waking is for any.
 */
final class LockReleasingSelector extends AbstractSelector {
    private final Selector selector;
    private final RunLock gate;

    LockReleasingSelector(LockReleasingSelectorProvider provider, Selector selector, RunLock gate) {
        super(provider);
        this.selector = selector;
        this.gate = gate;
    }

    @Override
    public int select() throws IOException {
        return select(0);
    }

    @Override
    public int select(long timeoutMillis) throws IOException {
        gate.release();
        try {
            return selector.select(timeoutMillis);
        } finally {
            gate.acquire();
        }
    }

    @Override
    public int selectNow() throws IOException {
        gate.release();
        try {
            return selector.selectNow();
        } finally {
            gate.acquire();
        }
    }

    @Override
    public Selector wakeup() {
        selector.wakeup();
        return this;
    }

    /** The key is the socket's below, with the selector below. */
    @Override
    protected SelectionKey register(AbstractSelectableChannel channel, int operations, Object attachment) {
        if (channel instanceof LockReleasingSocketChannel gated) {
            return gated.registerWith(selector, operations, attachment);
        }
        throw new IllegalSelectorException();
    }

    @Override
    public Set<SelectionKey> keys() {
        return selector.keys();
    }

    @Override
    public Set<SelectionKey> selectedKeys() {
        return selector.selectedKeys();
    }

    @Override
    protected void implCloseSelector() throws IOException {
        selector.close();
    }
}
