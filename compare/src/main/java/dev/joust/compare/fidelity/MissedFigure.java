package dev.joust.compare.fidelity;

/**
 * A figure whose medians miss its tolerance. The miss counts where the rounds of both locks are further apart than it
 * allows. Else this machine cannot tell the two locks apart.
 *
 * @param cpython the middle rounds of CPython
 * @param java the middle rounds of the lock
 */
record MissedFigure(Tolerance tolerance, Spread cpython, Spread java) {

    /** The figure, from at least one finite value on each side. */
    static MissedFigure of(Tolerance tolerance, double[] cpythonRounds, double[] javaRounds) {
        return new MissedFigure(
                tolerance,
                Spread.ofMiddle(cpythonRounds).orElseThrow(),
                Spread.ofMiddle(javaRounds).orElseThrow());
    }

    /** Whether the miss decides nothing: the two ranges overlap, or their nearest ends agree. */
    boolean isOpen() {
        double nearCPython = Math.clamp(java.median(), cpython.least(), cpython.most());
        double nearJava = Math.clamp(nearCPython, java.least(), java.most());
        return admits(nearCPython, nearJava);
    }

    private boolean admits(double cpythonFigure, double javaFigure) {
        return tolerance.admits(Spread.ofOne(cpythonFigure), Spread.ofOne(javaFigure));
    }
}
