package dev.joust.compare.cause;

/**
 * Why an arm is as fast as it is.
 *
 * @param because the figures that show it; for {@link CauseKind#NOT_KNOWN}, why no cause is named
 * @param against the figures that speak against other causes; empty where there are none
 */
public record Cause(CauseKind kind, String because, String against) {
    static Cause notKnown(String reason, String figures) {
        return new Cause(CauseKind.NOT_KNOWN, reason, figures);
    }
}
