package dev.joust.compare.fidelity;

/** A straight line. */
record Line(double slope, double intercept) {

    /** The line of least squares through these points. */
    static Line through(double[] x, double[] y) {
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
        return new Line(slope, (sumY - slope * sumX) / x.length);
    }
}
