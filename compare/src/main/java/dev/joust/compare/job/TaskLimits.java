package dev.joust.compare.job;

import dev.joust.compare.plan.UsageException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a pod runs, and what it gets of its node. Whole cores, so that a node with the static policy of CPUs gives the
 * pod cores of its own.
 *
 * @param memory in the words of Kubernetes, such as {@code 6Gi}
 */
public record TaskLimits(String image, int cores, String memory) {
    private static final int MAX_CORES = 1024;
    private static final Pattern MEMORY = Pattern.compile("[1-9][0-9]{0,5}[MG]i");

    /** @throws UsageException when a value is none that a manifest takes */
    public TaskLimits {
        PlainWord.of("the name of an image", image);
        if (cores < 1 || cores > MAX_CORES) {
            throw new UsageException(
                    String.format(Locale.ROOT, "--cores takes whole cores from 1 to %d, found %d", MAX_CORES, cores));
        }
        if (!MEMORY.matcher(memory).matches()) {
            throw new UsageException(
                    String.format(Locale.ROOT, "--memory takes a size such as 6Gi or 800Mi, found '%s'", memory));
        }
    }
}
