package dev.joust.compare.advise;

import dev.joust.compare.report.Table;
import dev.joust.scenario.PrintableText;
import dev.joust.scenario.TrafficProfile;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What arithmetic says of a traffic before anything is measured.
 *
 * @param profile the name of the traffic profile
 * @param wanted the class of traffic that decides
 * @param demand the CPU time that the traffic needs, in a sentence
 * @param cpu that time, in cores
 */
public record Arithmetic(String profile, String wanted, String demand, double cpu, List<Forecast> forecasts) {

    /**
     * The arithmetic of a profile.
     *
     * @param file the profile's, for messages
     * @param known the models of this distribution
     * @param cores of this machine
     * @throws dev.joust.compare.plan.UsageException where the traffic computes more than the pod has CPU time
     */
    public static Arithmetic of(String file, TrafficProfile profile, Collection<String> known, int cores) {
        var demand = TrafficDemand.of(profile, cores);
        demand.checkCores(file);
        var forecaster = new Forecaster(demand, Forecaster.UNITS);
        return new Arithmetic(
                profile.name(),
                profile.wanted().name(),
                demand.sentence(),
                demand.cpu(),
                CandidateModels.of(profile, known).stream().map(forecaster::of).toList());
    }

    Optional<Forecast> forecast(String model) {
        return forecasts.stream()
                .filter(forecast -> forecast.model().equals(model))
                .findFirst();
    }

    /** Whether a model cannot work. */
    public boolean rulesOut(String model) {
        return forecast(model).filter(forecast -> !forecast.works()).isPresent();
    }

    /** For a terminal. */
    public String text() {
        var table = new Table(
                "",
                List.of(
                        new Table.Column("model", false),
                        new Table.Column("can it work", false),
                        new Table.Column("busy", true),
                        new Table.Column("mean response of " + wanted, true),
                        new Table.Column("units in flight", true),
                        new Table.Column("because", false)),
                forecasts.stream().map(this::row).toList());
        var text = new StringBuilder("Stage 1: arithmetic\n\n");
        Table.hanging(text, "demand: ", demand);
        text.append('\n').append(table.plain()).append('\n');
        return PrintableText.lines(text.toString());
    }

    private List<String> row(Forecast forecast) {
        return List.of(
                forecast.model(),
                forecast.works() ? "works" : "cannot",
                AdviceNumbers.share(forecast.busy()),
                forecast.responseText(wanted),
                forecast.classes().isEmpty()
                        ? "-"
                        : String.format(
                                Locale.ROOT,
                                "%s%s",
                                forecast.kind().hasWait() ? "" : "\u2265 ",
                                AdviceNumbers.number(forecast.inFlight())),
                forecast.because());
    }
}
