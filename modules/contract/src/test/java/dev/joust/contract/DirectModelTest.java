package dev.joust.contract;

final class DirectModelTest extends ModelContract {
    DirectModelTest() {
        super("direct");
    }
}
