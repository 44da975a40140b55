package dev.joust.compare.verdict;

import java.util.random.RandomGenerator;

/** What else runs on a simulated machine. Each kind draws its figures once per session. */
enum Neighbour {
    /** None. */
    QUIET,
    /** Below the limit all the time. */
    SMALL,
    /** One busy process, or a part of one, all the time. */
    CONSTANT,
    /** Several busy processes all the time. */
    HEAVY,
    /** The session begins beside it, and it goes before a fifth of the session is over. */
    AT_FIRST,
    /** From the middle of the session on. */
    SECOND_HALF,
    /** Three seconds of work in half a minute. */
    SHORT_BURSTS,
    /** Ten seconds of work in three minutes. */
    RARE_BURSTS,
    /** Half a minute of work in every minute. */
    LONG_BURSTS,
    /** Beside the trials of one scenario. */
    ONE_SCENARIO,
    /** Beside the trials of one arm of one scenario, in every block. */
    ONE_ARM,
    /** Beside the trials of one arm of one scenario, in every second block. */
    ONE_ARM_EVERY_SECOND_BLOCK,
    /** The same, in every third block. */
    ONE_ARM_EVERY_THIRD_BLOCK,
    /** The same, in every fourth block. */
    ONE_ARM_EVERY_FOURTH_BLOCK,
    /** Beside the trials of one arm of each scenario, below the limit. */
    ONE_ARM_SMALL,
    /** A hypervisor gives a part of each core to other guests, for ten seconds in a minute. */
    STOLEN_AT_TIMES,
    /** The same all the time. */
    STOLEN;

    /** One neighbour during one session. */
    interface Presence {
        /**
         * What it wants now.
         *
         * @param seconds since the session began
         * @param trial that runs
         */
        Demand at(double seconds, Moment trial);
    }

    /**
     * A trial of a simulated session.
     *
     * @param scenario its number, from 0
     * @param target whether it is a trial of the arm that some neighbours hit
     */
    record Moment(int scenario, boolean target, int block) {}

    /**
     * What a neighbour wants.
     *
     * @param cores of CPU time
     * @param stolen the share of every core that is gone
     */
    record Demand(double cores, double stolen) {
        static final Demand NONE = new Demand(0, 0);
    }

    /**
     * The presence of this neighbour in a session.
     *
     * @param session how long it lasts, roughly, in seconds
     * @param scenarios how many the session has
     */
    Presence in(double session, int scenarios, RandomGenerator random) {
        var busy = new Demand(random.nextDouble(0.15, 1), 0);
        var small = new Demand(random.nextDouble(0, 0.1), 0);
        var stolen = new Demand(0, random.nextDouble(0.02, 0.3));
        int scenario = random.nextInt(scenarios);
        double first = random.nextDouble(0, 0.2) * session;
        return switch (this) {
            case QUIET -> (_, _) -> Demand.NONE;
            case SMALL -> (_, _) -> small;
            case CONSTANT -> (_, _) -> busy;
            case HEAVY -> {
                var heavy = new Demand(random.nextDouble(1, 3), 0);
                yield (_, _) -> heavy;
            }
            case AT_FIRST -> (seconds, _) -> seconds < first ? busy : Demand.NONE;
            case SECOND_HALF -> (seconds, _) -> seconds > session / 2 ? busy : Demand.NONE;
            case SHORT_BURSTS -> bursts(3, 27, busy, random);
            case RARE_BURSTS -> bursts(10, 170, busy, random);
            case LONG_BURSTS -> bursts(30, 30, busy, random);
            case ONE_SCENARIO -> (_, trial) -> trial.scenario() == scenario ? busy : Demand.NONE;
            case ONE_ARM -> oneArm(scenario, 1, busy);
            case ONE_ARM_EVERY_SECOND_BLOCK -> oneArm(scenario, 2, busy);
            case ONE_ARM_EVERY_THIRD_BLOCK -> oneArm(scenario, 3, busy);
            case ONE_ARM_EVERY_FOURTH_BLOCK -> oneArm(scenario, 4, busy);
            case ONE_ARM_SMALL -> (_, trial) -> trial.target() ? small : Demand.NONE;
            case STOLEN_AT_TIMES -> bursts(10, 50, stolen, random);
            case STOLEN -> (_, _) -> stolen;
        };
    }

    private static Presence oneArm(int scenario, int everySoManyBlocks, Demand demand) {
        return (_, trial) -> trial.scenario() == scenario && trial.target() && trial.block() % everySoManyBlocks == 0
                ? demand
                : Demand.NONE;
    }

    /** Comes and goes at random, with these mean times. It is asked in the order of time. */
    private static Presence bursts(double on, double off, Demand demand, RandomGenerator random) {
        return new Presence() {
            private boolean present = random.nextDouble() < on / (on + off);
            private double until = next();

            @Override
            public Demand at(double seconds, Moment trial) {
                while (seconds > until) {
                    present = !present;
                    until += next();
                }
                return present ? demand : Demand.NONE;
            }

            private double next() {
                return -Math.log(1 - random.nextDouble()) * (present ? on : off);
            }
        };
    }
}
