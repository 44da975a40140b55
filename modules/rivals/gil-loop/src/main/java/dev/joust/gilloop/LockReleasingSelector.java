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
 * Releases the lock in each select, also in one that does not wait, as CPython does with a timeout of 0. The thread
 * that holds the lock selects; any thread may wake it.
 */
final class LockReleasingSelector extends AbstractSelector {
    private final Selector selector;
    private final RunLock lock;

    LockReleasingSelector(LockReleasingSelectorProvider provider, Selector selector, RunLock lock) {
        super(provider);
        this.selector = selector;
        this.lock = lock;
    }

    @Override
    public int select() throws IOException {
        return select(0);
    }

    @Override
    public int select(long timeoutMillis) throws IOException {
        lock.release();
        try {
            return selector.select(timeoutMillis);
        } finally {
            lock.acquire();
        }
    }

    @Override
    public int selectNow() throws IOException {
        lock.release();
        try {
            return selector.selectNow();
        } finally {
            lock.acquire();
        }
    }

    @Override
    public Selector wakeup() {
        selector.wakeup();
        return this;
    }

    /** The key is that of the wrapped socket and the wrapped selector. */
    @Override
    protected SelectionKey register(AbstractSelectableChannel channel, int operations, Object attachment) {
        if (channel instanceof SelectableByKey wrapper) {
            return wrapper.registerWith(selector, operations, attachment);
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
