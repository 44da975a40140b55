package dev.joust.compare.stats;

import java.util.Optional;

/**
 * The Universal Scalability Law, X(N) = lambda N / (1 + sigma (N - 1) + kappa N (N - 1)): Gunther, Guerrilla Capacity
 * Planning, 2007, chapter 4. Without kappa it is Amdahl's law (AFIPS 30, 1967, 483-485), whose sigma is the serial
 * share.
 *
 * <p>N / X is linear in the coefficients: a + b (N - 1) + c N (N - 1) with lambda = 1/a, sigma = b/a and kappa = c/a.
 * They are fitted by least squares of the errors of X, which are X^2 / N times those of N / X to first order. The
 * published fits take the errors of X too. No coefficient is below 0: of the fits with both coefficients, with one and
 * with none, it is the one that is allowed and errs least.
 *
 * @param lambda the throughput of one unit alone
 * @param sigma the contention: the share that runs one at a time
 * @param kappa the coherency: what each pair of units costs
 */
public record ScalabilityLaw(double lambda, double sigma, double kappa) {
    /** Fewer points than this fit too well to say anything. */
    public static final int MIN_POINTS = 6;

    /** Fits the law with both coefficients; empty with fewer than six points. */
    public static Optional<ScalabilityLaw> universal(double[] concurrency, double[] throughput) {
        return best(concurrency, throughput, new boolean[][] {{true, true}, {true, false}, {false, true}, {}});
    }

    /** Fits Amdahl's law; empty with fewer than six points. */
    public static Optional<ScalabilityLaw> amdahl(double[] concurrency, double[] throughput) {
        return best(concurrency, throughput, new boolean[][] {{true, false}, {}});
    }

    /** The concurrency of the highest throughput; empty where throughput only grows. */
    public Optional<Double> peak() {
        return kappa > 0 && sigma < 1 ? Optional.of(Math.sqrt((1 - sigma) / kappa)) : Optional.empty();
    }

    /** The throughput at this concurrency. */
    double throughput(double n) {
        return lambda * n / (1 + sigma * (n - 1) + kappa * n * (n - 1));
    }

    private static Optional<ScalabilityLaw> best(double[] concurrency, double[] throughput, boolean[][] cases) {
        if (concurrency.length < MIN_POINTS) {
            return Optional.empty();
        }
        ScalabilityLaw best = null;
        double least = Double.POSITIVE_INFINITY;
        for (var free : cases) {
            var law = fit(concurrency, throughput, free.length == 0 ? new boolean[2] : free);
            if (law.isPresent()) {
                double error = law.get().error(concurrency, throughput);
                if (error < least) {
                    least = error;
                    best = law.get();
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private double error(double[] concurrency, double[] throughput) {
        double error = 0;
        for (int i = 0; i < concurrency.length; i++) {
            double off = throughput[i] * (throughput[i] / throughput(concurrency[i]) - 1);
            error += off * off;
        }
        return error;
    }

    /** Normal equations of the free coefficients; empty where one of them comes out negative. */
    private static Optional<ScalabilityLaw> fit(double[] concurrency, double[] throughput, boolean[] free) {
        double[][] products = new double[3][3];
        double[] right = new double[3];
        for (int i = 0; i < concurrency.length; i++) {
            double n = concurrency[i];
            double weight = throughput[i] * throughput[i] / n;
            double[] row = {weight, free[0] ? weight * (n - 1) : 0, free[1] ? weight * n * (n - 1) : 0};
            for (int j = 0; j < row.length; j++) {
                right[j] += row[j] * throughput[i];
                for (int k = 0; k < row.length; k++) {
                    products[j][k] += row[j] * row[k];
                }
            }
        }
        for (int j = 1; j < right.length; j++) {
            if (!free[j - 1]) {
                products[j][j] = 1;
            }
        }
        double all = determinant(products);
        double a = determinant(replaced(products, 0, right)) / all;
        double b = determinant(replaced(products, 1, right)) / all;
        double c = determinant(replaced(products, 2, right)) / all;
        return a > 0 && b >= 0 && c >= 0 ? Optional.of(new ScalabilityLaw(1 / a, b / a, c / a)) : Optional.empty();
    }

    private static double[][] replaced(double[][] matrix, int column, double[] by) {
        double[][] copy = new double[3][];
        for (int row = 0; row < copy.length; row++) {
            copy[row] = matrix[row].clone();
            copy[row][column] = by[row];
        }
        return copy;
    }

    private static double determinant(double[][] m) {
        return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
    }
}
