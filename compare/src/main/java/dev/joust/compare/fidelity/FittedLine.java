package dev.joust.compare.fidelity;

/** A straight line. */
record FittedLine(double slope, double intercept) {

    /** The least-squares line through these points. */
    static FittedLine through(double[] x, double[] y) {
        double sumX = 0;
        double sumY = 0;
        double sumXX = 0;
        double sumXY = 0;
        for (int i = 0; i < x.length; i++) {
            sumX += x[i];
            sumY += y[i];
            sumXX += x[i] * x[i];
            sumXY += x[i] * y[i];
        }
        double slope = (x.length * sumXY - sumX * sumY) / (x.length * sumXX - sumX * sumX);
        return new FittedLine(slope, (sumY - slope * sumX) / x.length);
    }
}
