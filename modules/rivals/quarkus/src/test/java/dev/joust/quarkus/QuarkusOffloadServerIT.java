package dev.joust.quarkus;

final class QuarkusOffloadServerIT extends QuarkusServerContract {
    QuarkusOffloadServerIT() {
        super("quarkus-offload");
    }
}
