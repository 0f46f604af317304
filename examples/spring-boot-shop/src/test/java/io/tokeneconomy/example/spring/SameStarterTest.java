package io.tokeneconomy.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.spring.TokenEconomyAutoConfiguration;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;

/** Both generations of Boot run with the very same starter: the first notes its digest, the second compares. */
class SameStarterTest {

    private static final Path NOTED = Path.of("../spring-boot-shop/target/starter.sha256");

    @Test
    void theBytesAreTheSame() throws Exception {
        String digest = digest(starter());
        if (String.valueOf(SpringBootVersion.getVersion()).startsWith("4.")) {
            Files.writeString(NOTED, digest);
        }
        assertThat(NOTED).as("noted by the shop's own tests, which run first").hasContent(digest);
    }

    /** A jar, or the folder of classes before there is one. */
    private static Path starter() throws URISyntaxException {
        return Path.of(TokenEconomyAutoConfiguration.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static String digest(Path starter) throws IOException, NoSuchAlgorithmException {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        for (Path file : files(starter)) {
            sha.update(starter.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            sha.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static List<Path> files(Path starter) throws IOException {
        try (Stream<Path> all = Files.walk(starter)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
