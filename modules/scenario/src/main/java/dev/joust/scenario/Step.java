package dev.joust.scenario;

import java.time.Duration;

/** One thing that a unit of work does. Models switch over the steps exhaustively, without a default. */
public sealed interface Step {

    /** CPU work. A calibration turns its CPU time into a number of kernel units. */
    sealed interface Cpu extends Step {
        /** The computation. */
        Kernel kernel();

        /** The CPU time on one thread of this runtime, as calibrated. */
        Duration cpu();
    }

    /** A step that calls the network service. */
    sealed interface Request extends Step {
        /** The length of the answer's body in bytes. */
        long length();
    }

    /**
     * How long this step waits and needs nothing but a slot of the model. Any number of waits overlap, behind a lock
     * too. Zero for computations, and for bodies, whose time depends on their length.
     */
    default Duration waiting() {
        return Duration.ZERO;
    }

    /**
     * CPU work that can be interrupted, as bytecode can: its loop polls the checkpoint.
     *
     * @param cpu the CPU time on one thread of this runtime, as calibrated
     */
    record Compute(Kernel kernel, Duration cpu) implements Cpu {}

    /**
     * CPU work outside the lock that never polls, as in a C extension that releases the GIL.
     *
     * @param cpu the CPU time on one thread of this runtime, as calibrated
     */
    record Native(Kernel kernel, Duration cpu) implements Cpu {}

    /**
     * CPU work within one monitor that all units of the process share. It can be interrupted, and the monitor stays
     * entered meanwhile.
     *
     * @param hold the CPU time within the monitor, as calibrated for {@link #kernel}
     */
    record Monitor(Duration hold) implements Cpu {
        @Override
        public Kernel kernel() {
            return Kernel.MIX;
        }

        @Override
        public Duration cpu() {
            return hold;
        }
    }

    /**
     * A loop that computes until a time has passed on the clock, however much of that time it runs. It holds the lock
     * and polls as a computation does. Its end depends on the clock alone, so any number of these overlap behind one
     * lock.
     */
    record Spin(Duration time) implements Step {
        @Override
        public Duration waiting() {
            return time;
        }
    }

    /**
     * A request to the service.
     *
     * @param delay how long the service waits before it answers
     * @param bytes the length of the answer's body in bytes
     */
    record Call(Duration delay, int bytes) implements Request {
        @Override
        public long length() {
            return bytes;
        }

        @Override
        public Duration waiting() {
            return delay;
        }
    }

    /**
     * A large body, read from the service in pieces as they arrive.
     *
     * @param bytes the length of the body
     */
    record Stream(long bytes) implements Request {
        @Override
        public long length() {
            return bytes;
        }
    }

    /**
     * A local file, read to its end in pieces.
     *
     * @param bytes the length of the file
     */
    record FileRead(long bytes) implements Step {}

    /**
     * A body that comes with the unit and is read where the unit runs. A model that runs units in other processes sends
     * the body there.
     *
     * @param bytes the length of the body
     */
    record Payload(int bytes) implements Step {}

    /** A timer. It needs nothing but a slot of the model. */
    record Sleep(Duration time) implements Step {
        @Override
        public Duration waiting() {
            return time;
        }
    }
}
