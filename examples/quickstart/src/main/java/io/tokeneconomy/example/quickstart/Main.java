package io.tokeneconomy.example.quickstart;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.error.TokenEconomyException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Runs the shop until it is told to end: {@code mvn -q -Pquickstart}. */
public final class Main {

    private Main() {}

    /**
     * Runs the shop.
     *
     * @param arguments none; the environment has the settings
     * @throws InterruptedException when the thread is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        speakUtf8();
        try {
            Shop shop = Shop.open(Settings.from(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(shop::close, "shop-closing"));
            System.out.println(Greeting.of(shop));
            shop.join();
        } catch (InvalidValueException | TokenEconomyException | UncheckedIOException e) {
            System.err.println("❌ The quickstart does not start: " + e.getMessage());
            System.exit(1);
        }
    }

    /** The log has signs that a console's own encoding may not know. */
    private static void speakUtf8() {
        System.setOut(utf8(FileDescriptor.out));
        System.setErr(utf8(FileDescriptor.err));
    }

    private static PrintStream utf8(FileDescriptor console) {
        return new PrintStream(new FileOutputStream(console), true, StandardCharsets.UTF_8);
    }
}
