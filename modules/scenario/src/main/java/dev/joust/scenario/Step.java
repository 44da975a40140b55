package dev.joust.scenario;

import java.time.Duration;

/** One thing that a unit of work does. Models switch over this exhaustively, without a default. */
public sealed interface Step {

    /** CPU work of a size that a calibration turns into units of a kernel. */
    sealed interface Cpu extends Step {
        /** What is computed. */
        Kernel kernel();

        /** CPU time that it takes on this runtime, single-threaded, as calibrated. */
        Duration cpu();
    }

    /** What needs the network service. */
    sealed interface Request extends Step {
        /** The length of the answer's body. */
        long length();
    }

    /**
     * The time for which this step holds nothing but its place in the model, so that any number of these overlap, behind a lock too; zero
     * for computations and for what the length of a body decides.
     */
    default Duration waiting() {
        return Duration.ZERO;
    }

    /**
     * CPU work that can be interrupted, as bytecode can: it polls the checkpoint in its loop.
     *
     * @param cpu CPU time that it takes on this runtime, single-threaded, as calibrated
     */
    record Compute(Kernel kernel, Duration cpu) implements Cpu {}

    /**
     * CPU work that runs outside the lock and never polls, as a C extension that releases the GIL.
     *
     * @param cpu CPU time that it takes on this runtime, single-threaded, as calibrated
     */
    record Native(Kernel kernel, Duration cpu) implements Cpu {}

    /**
     * A loop that computes until so much time of the clock has passed since it began, whatever part of it the loop got to run. It holds
     * and polls what a computation does, so any number of these overlap behind one lock: it shows nothing but that.
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
     * @param bytes the length of the answer's body
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
     * A large body read from the service, in pieces as they come.
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
     * A local file read through, in pieces.
     *
     * @param bytes the length of the file
     */
    record FileRead(long bytes) implements Step {}

    /**
     * A body that comes with the unit, read through where the unit is done. Whoever does it elsewhere than in the driver's process must be
     * sent it.
     *
     * @param bytes the length of the body
     */
    record Payload(int bytes) implements Step {}

    /** A timer; nothing is held but a place in the model. */
    record Sleep(Duration time) implements Step {
        @Override
        public Duration waiting() {
            return time;
        }
    }
}
