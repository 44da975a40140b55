package dev.joust.quarkus;

final class QuarkusBlockingServerIT extends QuarkusServerContract {
    QuarkusBlockingServerIT() {
        super("quarkus-blocking");
    }
}
