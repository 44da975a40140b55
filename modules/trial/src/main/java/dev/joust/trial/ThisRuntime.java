package dev.joust.trial;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The version and the counters of this JVM. */
public final class ThisRuntime {
    /** The level of HotSpot's tiered compilation at which its second compiler works. */
    private static final int SECOND_COMPILER_LEVEL = 4;

    private static final int MIB_BITS = 20;

    private ThisRuntime() {}

    static String version() {
        return System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version");
    }

    /**
     * Whether a second compiler works after the first one, so that code can become faster for seconds. True also where
     * the JVM does not tell.
     */
    static boolean hasSecondCompiler() {
        var hotSpot = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        try {
            return hotSpot == null
                    || Integer.parseInt(hotSpot.getVMOption("TieredStopAtLevel").getValue()) >= SECOND_COMPILER_LEVEL;
        } catch (IllegalArgumentException e) { // a JVM without this option
            return true;
        }
    }

    /** The most memory that the heap of this JVM may take, in MiB. */
    public static double heapMib() {
        return Runtime.getRuntime().maxMemory() >> MIB_BITS;
    }

    /**
     * A model's counters together with those of the JVM: its heap, and milliseconds since the start of the process. A
     * model with JVMs of its own counts their heaps, and this one is added.
     */
    static Map<String, Double> with(Map<String, Double> counters) {
        Map<String, Double> all = new TreeMap<>(counters);
        long collectionMillis = 0;
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            collectionMillis += Math.max(0, collector.getCollectionTime());
        }
        all.put("jvm.gc.ms", (double) collectionMillis);
        all.merge(CounterNames.HEAP, heapMib(), Double::sum);
        compilingMillis().ifPresent(millis -> all.put("jvm.jit.ms", (double) millis));
        return all;
    }

    /** The time of the compilers since the start of the process; empty where the JVM does not tell. */
    static OptionalLong compilingMillis() {
        var compiler = ManagementFactory.getCompilationMXBean();
        return compiler != null && compiler.isCompilationTimeMonitoringSupported()
                ? OptionalLong.of(compiler.getTotalCompilationTime())
                : OptionalLong.empty();
    }
}
