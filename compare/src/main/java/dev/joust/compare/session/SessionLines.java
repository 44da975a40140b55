package dev.joust.compare.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All lines of a session's files, each file in the order in which it was written. */
public record SessionLines(
        List<Result> results,
        List<Recalibration> recalibrations,
        List<MeasuredCapacity> capacities,
        List<DisturbanceNote> disturbances) {

    public SessionLines {
        results = List.copyOf(results);
        recalibrations = List.copyOf(recalibrations);
        capacities = List.copyOf(capacities);
        disturbances = List.copyOf(disturbances);
    }

    /** These lines, sorted into files. */
    public static SessionLines of(List<SessionLine> lines) {
        List<Result> results = new ArrayList<>();
        List<Recalibration> recalibrations = new ArrayList<>();
        List<MeasuredCapacity> capacities = new ArrayList<>();
        List<DisturbanceNote> disturbances = new ArrayList<>();
        for (var line : lines) {
            switch (line) {
                case Result result -> results.add(result);
                case Recalibration recalibration -> recalibrations.add(recalibration);
                case MeasuredCapacity capacity -> capacities.add(capacity);
                case DisturbanceNote note -> disturbances.add(note);
            }
        }
        return new SessionLines(results, recalibrations, capacities, disturbances);
    }

    /** The lines, file after file. */
    public Stream<SessionLine> all() {
        return Stream.of(disturbances, capacities, results, recalibrations).flatMap(List::stream);
    }

    /** The same with each line changed. */
    public SessionLines map(UnaryOperator<SessionLine> change) {
        return of(all().map(change).toList());
    }
}
