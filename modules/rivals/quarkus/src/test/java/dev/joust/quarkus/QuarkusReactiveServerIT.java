package dev.joust.quarkus;

final class QuarkusReactiveServerIT extends QuarkusServerContract {
    QuarkusReactiveServerIT() {
        super("quarkus-reactive");
    }
}
