package dev.joust.processes;

/** A worker with a thread that prints to standard output without end. */
final class ChattyWorker {
    private ChattyWorker() {}

    public static void main(String[] args) {
        Thread.ofPlatform().daemon().start(ChattyWorker::chat);
        WorkerMain.main(args);
    }

    private static void chat() {
        while (Thread.getAllStackTraces().keySet().stream()
                .noneMatch(t -> t.getName().equals("units"))) {
            Thread.yield();
        }
        while (true) {
            System.out.println("a stray print");
        }
    }
}
