package dev.joust.compare.report;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Gives each test class a browser of its own. Without Debian's {@code chromium} and {@code chromium-driver} the class
 * is skipped with the reason. It fails where the environment variable {@code JOUST_BROWSER} is {@code required}, as in
 * CI.
 */
final class Browser implements ExecutionCondition, ParameterResolver {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final boolean REQUIRED = "required".equals(System.getenv("JOUST_BROWSER"));
    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(Browser.class);

    /** Selenium warns that it knows no developer tools of this browser's version. The tests use none of a version. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    /** Without a sandbox, since containers and CI run as root. The browser asks the network for nothing of its own. */
    private static final List<String> OPTIONS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--disable-sync",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run",
            "--hide-scrollbars",
            "--force-device-scale-factor=1",
            "--window-size=1200,900");

    /** Ends the browser after the last test of the class. */
    record Running(ChromeDriver driver) implements AutoCloseable {
        @Override
        public void close() {
            driver.quit();
        }
    }

    /** Skips with a condition, because test reports keep the reason of a condition only. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isPresent()) {
            return ConditionEvaluationResult.enabled("its class has a browser");
        }
        for (var file : List.of(CHROMIUM, DRIVER)) {
            if (!Files.isExecutable(file)) {
                var reason = String.format(Locale.ROOT, "there is no %s: .ci/browser installs it", file);
                return REQUIRED
                        ? fail(reason + "; JOUST_BROWSER=required")
                        : ConditionEvaluationResult.disabled(reason);
            }
        }
        context.getStore(STORE).put(Running.class, new Running(start()));
        return ConditionEvaluationResult.enabled("there is a browser");
    }

    private static ChromeDriver start() {
        SELENIUM.setLevel(Level.SEVERE);
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(OPTIONS);
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        var driver = new ChromeDriver(service, options);
        // Beside other tests of a build, axe takes longer than Selenium's half minute.
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(3));
        return driver;
    }

    /** A missing file that a test needs: it is skipped, or fails where a browser is required. */
    static boolean available(Path file) {
        if (REQUIRED && !Files.isReadable(file)) {
            fail(file + " is missing: .ci/browser installs it; JOUST_BROWSER=required");
        }
        return Files.isReadable(file);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(ReportPage.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new ReportPage(
                context.getStore(STORE).get(Running.class, Running.class).driver());
    }
}
