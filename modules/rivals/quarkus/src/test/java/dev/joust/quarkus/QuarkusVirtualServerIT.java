package dev.joust.quarkus;

final class QuarkusVirtualServerIT extends QuarkusServerContract {
    QuarkusVirtualServerIT() {
        super("quarkus-virtual");
    }
}
