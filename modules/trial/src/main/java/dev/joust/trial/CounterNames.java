package dev.joust.trial;

/** The names of counters that several models and runtimes have. */
public final class CounterNames {
    /** The most memory that the heaps of all JVMs of the model may take, in MiB. */
    public static final String HEAP = "jvm.heap.max.mib";

    /** How long the collectors of all JVMs of the model have worked since these started, in milliseconds. */
    public static final String COLLECTING = "jvm.gc.ms";

    /** The same of their compilers. */
    public static final String COMPILING = "jvm.jit.ms";

    /** How many connections a server has accepted. */
    public static final String CONNECTIONS = "connections-accepted";

    /** How many connections the kernel holds for a server until it accepts them. */
    public static final String BACKLOG = "backlog";

    private CounterNames() {}
}
