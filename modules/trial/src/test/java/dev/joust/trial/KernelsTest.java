package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The expected values come from an independent implementation in Python: its integers, bytearray, hashlib and zlib. */
final class KernelsTest {

    @Test
    void mixIsTheSameChainAsInPython() {
        assertThat(Kernels.mix(0x0123456789abcdefL, 1000, Checkpoint.NONE)).isEqualTo(0xaec56710d1774aebL);
    }

    @Test
    void sieveFindsTheSamePrimesAsInPython() {
        assertThat(Kernels.sieve(5, 2, Checkpoint.NONE)).isEqualTo(0x83091718a9372ca2L);
        assertThat(Kernels.sieve(0xfedcba9876543210L, 2, Checkpoint.NONE)).isEqualTo(0xa7ff7c9ec38269edL);
    }

    @Test
    void pbkdf2DerivesTheSameKeyAsInPython() {
        assertThat(Kernels.pbkdf2(0x0123456789abcdefL, 1000)).isEqualTo(0xc25b722a0d94dc5bL);
    }

    @Test
    void objectsWritesTheSameDocumentsAsPython() {
        assertThat(ObjectsKernel.run(0x0123456789abcdefL, 1, Checkpoint.NONE)).isEqualTo(0xf7e2f55ef5ddffafL);
        assertThat(ObjectsKernel.run(0x0123456789abcdefL, 100, Checkpoint.NONE)).isEqualTo(0xe97dd31fca5a8ce4L);
        assertThat(ObjectsKernel.run(0xfedcba9876543210L, 20, Checkpoint.NONE)).isEqualTo(0x4d149afe19725b97L);
    }

    /** A compiler that proves that no tree escapes would leave nothing to collect. */
    @Test
    void objectsLeavesGarbageAlsoWhenItIsCompiled() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int units = 2_000;
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 10; run++) { // the later runs are compiled
            long before = threads.getCurrentThreadAllocatedBytes();
            ObjectsKernel.run(run, units, Checkpoint.NONE);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least / units).as("bytes per unit").isBetween(8_000L, 24_000L);
    }

    @Test
    void bodiesAndSeedsAreThoseOfPython() {
        assertThat(ServiceBody.digest(0xabc, 128)).isEqualTo(0x00000080de057187L);
        assertThat(ServiceBody.digest(0xfedcba9876543210L, 256_000)).isEqualTo(0x0003e800dfd8812eL);
        assertThat(Digest.child(7, 3)).isEqualTo(0x953aeb70673e29cbL);
        assertThat(Digest.fold(1, 2)).isEqualTo(0x1d0b14e4db018fedL);
    }

    @Test
    void interruptibleKernelsPollInTheirLoop() {
        var polls = new AtomicLong();
        var counted = new Checkpoint(polls::incrementAndGet);
        counted.request();
        Kernels.mix(1, 100, counted);
        assertThat(polls).hasValue(100);
        polls.set(0);
        Kernels.sieve(1, 1, counted);
        assertThat(polls).hasValueGreaterThan(50);
        polls.set(0);
        ObjectsKernel.run(1, 1, counted);
        assertThat(polls).hasValueGreaterThan(100);
    }

    @Test
    void theDigestDependsOnTheOrderOfTheSteps() {
        assertThat(Digest.fold(Digest.fold(1, 2), 3)).isNotEqualTo(Digest.fold(Digest.fold(1, 3), 2));
    }
}
