package dev.joust.trial;

import dev.joust.scenario.Kernel;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The kernels: deterministic functions of (seed, units) that CPython reproduces bit for bit. */
final class Kernels {
    /**
     * Rounds between two polls of {@code mix}: 16 dependent multiplications take about 25 ns, and CPython polls every
     * 30 to 60 ns. Closer polls would be measured themselves; rarer ones would delay a request to drop the lock.
     */
    private static final int ROUNDS = 16;

    private static final int SEGMENT = 1 << 18;
    private static final int[] PRIMES = primesBelow(1 << 16);

    private Kernels() {}

    static long run(Kernel kernel, long seed, long units, Checkpoint checkpoint) {
        return switch (kernel) {
            case MIX -> mix(seed, units, checkpoint);
            case SIEVE -> sieve(seed, units, checkpoint);
            case PBKDF2 -> pbkdf2(seed, units);
            case OBJECTS -> ObjectsKernel.run(seed, units, checkpoint);
        };
    }

    /** One unit is {@value #ROUNDS} dependent rounds of xor-shift, multiply and add: an LCG with a scrambled state. */
    static long mix(long seed, long units, Checkpoint checkpoint) {
        long x = seed;
        for (long unit = 0; unit < units; unit++) {
            for (int round = 0; round < ROUNDS; round++) {
                x = (x ^ (x >>> 29)) * 0xD1342543DE82EF95L + unit;
            }
            checkpoint.poll();
        }
        return x;
    }

    /**
     * One unit is a sieve of Eratosthenes over one segment of 2^18 numbers, in an array of bytes. The first segment
     * starts at a multiple of 2^18 below 2^31 that the seed picks; the others follow it and wrap at 2^31. The result
     * folds, for each segment, its start plus its number of primes.
     */
    static long sieve(long seed, long units, Checkpoint checkpoint) {
        byte[] composite = new byte[SEGMENT];
        long digest = seed;
        long segment = seed >>> 51; // 13 bits: 2^13 segments of 2^18 numbers
        for (long unit = 0; unit < units; unit++) {
            long start = (segment + unit & 0x1FFF) * SEGMENT;
            digest = Digest.fold(digest, start + countPrimes(composite, start, checkpoint));
        }
        return digest;
    }

    private static int countPrimes(byte[] composite, long start, Checkpoint checkpoint) {
        Arrays.fill(composite, (byte) 0);
        for (int prime : PRIMES) {
            long square = (long) prime * prime;
            if (square >= start + SEGMENT) {
                break;
            }
            long first = Math.max(square, (start + prime - 1) / prime * prime);
            for (long n = first - start; n < SEGMENT; n += prime) {
                composite[(int) n] = 1;
            }
            checkpoint.poll();
        }
        int primes = start == 0 ? -2 : 0; // the sieve does not strike out 0 and 1
        for (byte c : composite) {
            primes += 1 - c;
        }
        return primes;
    }

    private static int[] primesBelow(int limit) {
        boolean[] composite = new boolean[limit];
        int[] primes = new int[limit];
        int count = 0;
        for (int n = 2; n < limit; n++) {
            if (!composite[n]) {
                primes[count++] = n;
                for (long m = (long) n * n; m < limit; m += n) {
                    composite[(int) m] = true;
                }
            }
        }
        return Arrays.copyOf(primes, count);
    }

    /**
     * One unit is one iteration of PBKDF2 with HMAC-SHA-256. The password is the seed in hex, the salt its eight bytes,
     * the result the first eight bytes of the key.
     */
    static long pbkdf2(long seed, long units) {
        var password = HexFormat.of().toHexDigits(seed).toCharArray();
        var salt = ByteBuffer.allocate(Long.BYTES).putLong(seed).array();
        try {
            var factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
            var key = factory.generateSecret(new PBEKeySpec(password, salt, Math.toIntExact(units), 256));
            return ByteBuffer.wrap(key.getEncoded()).getLong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no PBKDF2WithHmacSHA256", e);
        }
    }
}
