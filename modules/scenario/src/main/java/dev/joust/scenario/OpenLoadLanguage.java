package dev.joust.scenario;

import dev.joust.scenario.Shape.Either;
import dev.joust.scenario.Shape.Form;
import dev.joust.scenario.Shape.ListOf;
import dev.joust.scenario.Shape.Named;
import dev.joust.scenario.Shape.Swept;
import dev.joust.scenario.Shape.Text;
import dev.joust.scenario.Shape.Time;
import java.time.Duration;
import java.util.regex.Pattern;

/** The part of the {@link Language} about loads whose units arrive at a rate. */
final class OpenLoadLanguage {
    static final Duration MIN_PART = Duration.ofMillis(1);

    /** Groups: the number, and the unit of time. */
    static final Pattern RATE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*/\\s*(s|min)");

    /** Groups: the percentage, and {@code own}. */
    static final Pattern SHARE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%\\s+of\\s+(own\\s+)?capacity");

    private static final String ONE_RATE = "(\\d+(?:\\.\\d+)?\\s*/\\s*(?:s|min))";

    /** Groups: the lower rate, and the higher. */
    static final Pattern BETWEEN = Pattern.compile(ONE_RATE + "\\s*\\.\\.\\s*" + ONE_RATE);

    private static final String RATE_FORM = "'120/s', '2.5/s' or '30/min'";

    private OpenLoadLanguage() {}

    /** A rate, for a time. */
    static Shape open() {
        var rate = new Either(new Swept(rate()), new ListOf(stage()));
        var whole = new Form(
                Pattern.compile(RATE.pattern() + "|" + SHARE.pattern()),
                "a rate is " + RATE_FORM + ", or a share such as '60 % of capacity' or '75 % of own capacity',"
                        + " found '{}'");
        return Language.mapping(
                "open",
                Language.optional(
                        "rate", new Either(new Either(new Swept(whole), new ListOf(stage())), new Named(rate))),
                Language.optional("arrivals", arrivals()),
                Language.optional("for", new Time(Language.MIN_WINDOW, Language.MAX_WINDOW)),
                Language.optional("deadline", new Either(limit(), new Named(limit()))),
                Language.optional("timeout", limit()));
    }

    /** A search for the highest rate. */
    static Shape capacity() {
        return Language.mapping(
                "capacity",
                Language.required("between", new Form(BETWEEN, "'between' is '10/s .. 5000/s', found '{}'")),
                Language.required("for", new Time(Language.MIN_WINDOW, Language.MAX_WINDOW)),
                Language.optional("arrivals", arrivals()),
                Language.optional("promise", new Named(limit())));
    }

    static Shape rate() {
        return new Form(RATE, "a rate is " + RATE_FORM + ", found '{}'");
    }

    private static Shape stage() {
        var part = new Time(MIN_PART, Language.MAX_WINDOW);
        return Language.mapping(
                "stage",
                Language.optional("at", rate()),
                Language.optional("for", part),
                Language.optional("to", rate()),
                Language.optional("over", part));
    }

    private static Shape arrivals() {
        var part = new Time(MIN_PART, Language.MAX_TIME);
        return new Either(
                Language.form(
                        "poisson|uniform",
                        "arrivals are poisson, uniform, {bursty: {on: 100ms, off: 400ms}} or"
                                + " {recorded: arrivals.csv}, found '{}'"),
                Language.oneOf(
                        "arrivals",
                        Language.optional(
                                "bursty",
                                Language.mapping(
                                        "bursty", Language.required("on", part), Language.required("off", part))),
                        Language.optional("recorded", new Text())));
    }

    static Shape limit() {
        return new Time(MIN_PART, Language.MAX_TIME);
    }
}
