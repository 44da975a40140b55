package dev.joust.compare.machine;

/**
 * A process and all of its descendants, read from outside. A descendant whose parent has ended belongs to no tree any
 * more and is not seen.
 */
public final class ProcessTree {
    private final long root;
    private final ProcessReader processes;

    ProcessTree(long root, ProcessReader processes) {
        this.root = root;
        this.processes = processes;
    }

    /** The tree below a process of this machine. */
    public static ProcessTree of(long root) {
        return new ProcessTree(root, ProcessReader.ofThisSystem());
    }

    /**
     * Reads what the tree has used so far. The first reading in a JVM takes a hundred times as long as later ones, so
     * discard one.
     */
    public TreeReading usage(ReadingDetail detail) {
        return new TreeReading(processes.tree(root).stream()
                .flatMap(pid -> processes.read(pid, detail).stream())
                .toList());
    }
}
