package io.tokeneconomy.example.benchmark.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What the figures were measured on.
 *
 * @param system the operating system
 * @param processor its name, where the system tells
 * @param cores how many there are
 * @param load how many processes wanted one in the last minute, negative when the system does not tell
 */
public record Machine(String system, String processor, int cores, double load) {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    /** {@return this machine, as it is now} */
    public static Machine here() {
        return new Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** {@return whether others left too little of it for figures to mean anything} */
    public boolean busy() {
        return load > cores / 4.0;
    }

    private static String processorName() {
        try {
            return Files.readAllLines(CPU_INFO).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    /** {@return the machine in a line} */
    @Override
    public String toString() {
        return system + ", " + cores + " × " + processor + (busy() ? ", busy: " + loadText() : "");
    }

    /** {@return the load, beside what the machine could bear} */
    public String loadText() {
        return String.format(Locale.ROOT, "load %.1f on %d cores", load, cores);
    }
}
