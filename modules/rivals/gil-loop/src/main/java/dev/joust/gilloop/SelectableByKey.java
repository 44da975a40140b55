package dev.joust.gilloop;

import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/** A channel around another, which a selector around another can watch. */
interface SelectableByKey {
    /** The key of the wrapped channel and of this selector, the wrapped one. */
    SelectionKey registerWith(Selector selector, int operations, Object attachment);
}
