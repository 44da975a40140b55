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
     * How long this JVM has collected and compiled since the start of its process, in milliseconds by counter. The time
     * of the compilers is absent where the JVM does not tell.
     */
    public static Map<String, Double> times() {
        Map<String, Double> times = new TreeMap<>();
        long collectionMillis = 0;
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            collectionMillis += Math.max(0, collector.getCollectionTime());
        }
        times.put(CounterNames.COLLECTING, (double) collectionMillis);
        compilingMillis().ifPresent(millis -> times.put(CounterNames.COMPILING, (double) millis));
        return times;
    }

    /**
     * The counters of a model with those of its JVMs, of which this is one. A time that one of them does not
     * tell is left out.
     */
    static Map<String, Double> counters(StartedModel model) {
        Map<String, Double> all = new TreeMap<>(model.counters());
        all.merge(CounterNames.HEAP, heapMib(), Double::sum);
        all.putAll(times());
        model.timesOfItsJvms().forEach((name, millis) -> all.merge(name, millis, Double::sum));
        all.values().removeIf(value -> value.isNaN());
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
