package dev.joust.fidelity;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** The cores that Linux lets a thread run on: sched_getaffinity(2) and sched_setaffinity(2). For any thread. */
final class CoreAffinity {
    private static final int MASK_BYTES = 1024; // 8192 cores; the kernel refuses a mask shorter than its own
    private static final int CALLING_THREAD = 0;

    private static final MethodHandle GET = function("sched_getaffinity");
    private static final MethodHandle SET = function("sched_setaffinity");
    private static final List<Integer> USABLE = ofCallingThread(); // read before the first thread is bound

    private CoreAffinity() {}

    /** The numbers of the cores that this process may use, ascending. */
    static List<Integer> usable() {
        return USABLE;
    }

    /** The numbers of the cores that the calling thread may use, ascending. */
    static List<Integer> ofCallingThread() {
        try (var arena = Arena.ofConfined()) {
            var mask = arena.allocate(MASK_BYTES);
            check((int) GET.invokeExact(CALLING_THREAD, (long) MASK_BYTES, mask));
            return BitSet.valueOf(mask.toArray(ValueLayout.JAVA_BYTE)).stream()
                    .boxed()
                    .toList();
        } catch (Throwable e) {
            throw new IllegalStateException("the cores of a thread cannot be read", e);
        }
    }

    /** Has the calling thread run on this core only. */
    static void bind(int core) {
        var cores = new BitSet();
        cores.set(core);
        var bytes = MemorySegment.ofArray(cores.toByteArray());
        try (var arena = Arena.ofConfined()) {
            var mask = arena.allocate(MASK_BYTES).copyFrom(bytes);
            check((int) SET.invokeExact(CALLING_THREAD, (long) MASK_BYTES, mask));
        } catch (Throwable e) {
            throw new IllegalStateException(String.format(Locale.ROOT, "a thread cannot be bound to core %d", core), e);
        }
    }

    private static void check(int result) {
        if (result != 0) {
            throw new IllegalStateException("the kernel refused it");
        }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(String name) {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
    }
}
