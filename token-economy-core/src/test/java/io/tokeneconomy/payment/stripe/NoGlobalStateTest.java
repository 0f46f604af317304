package io.tokeneconomy.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.Stripe;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.order.CustomerKey;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two users of Stripe's library in one process must not disturb each other. */
class NoGlobalStateTest {

    private static final String STRIPE = "com/stripe/Stripe";

    @Test
    @StripeRule({82, 83})
    void noClassOfOursUsesTheClassWithTheGlobalState() throws Exception {
        assertThat(users(folderOf(StripeGateway.class))).isEmpty();
    }

    @Test
    void theSearchWouldFindOne() throws Exception {
        assertThat(Stripe.getApiBase()).isEqualTo(Stripe.LIVE_API_BASE);
        assertThat(users(folderOf(NoGlobalStateTest.class))).anyMatch(file -> file.endsWith("NoGlobalStateTest.class"));
    }

    @Test
    @StripeRule({82, 83})
    void aGatewayAtWorkLeavesTheGlobalsAsTheyWere() {
        List<Object> before = globals();
        try (FakeStripe stripe = new FakeStripe()) {
            StripeGateway gateway = StripeGateway.builder()
                    .secretKey("sk_test_1")
                    .webhookSecrets("whsec_1")
                    .apiBase(stripe.base())
                    .maxNetworkRetries(5)
                    .build();
            stripe.answers(200, "{\"id\":\"cus_9\"}");
            CustomerKey alice = Checkouts.customer("alice");
            assertThat(gateway.createCustomer(alice, null)).isEqualTo("cus_9");
        }
        assertThat(globals()).isEqualTo(before);
        assertThat(Stripe.apiKey).isNull();
    }

    private static List<Object> globals() {
        return Arrays.asList(
                Stripe.apiKey,
                Stripe.clientId,
                Stripe.enableTelemetry,
                Stripe.getApiBase(),
                Stripe.getConnectTimeout(),
                Stripe.getReadTimeout(),
                Stripe.getMaxNetworkRetries(),
                Stripe.getAppInfo());
    }

    private static Path folderOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static List<Path> users(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> classes =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
            assertThat(classes).isNotEmpty();
            return classes.stream().filter(NoGlobalStateTest::uses).toList();
        }
    }

    /** Whether the constant pool of a class file names a field or method of the class; its constants are inlined. */
    private static boolean uses(Path classFile) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(classFile))) {
            in.skipNBytes(8);
            int size = in.readUnsignedShort();
            String[] texts = new String[size];
            int[] classNames = new int[size];
            int[] owners = new int[size];
            for (int i = 1; i < size; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> texts[i] = in.readUTF();
                    case 3, 4, 12, 17, 18 -> in.skipNBytes(4);
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++;
                    }
                    case 7 -> classNames[i] = in.readUnsignedShort();
                    case 8, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    case 9, 10, 11 -> {
                        owners[i] = in.readUnsignedShort();
                        in.skipNBytes(2);
                    }
                    default -> throw new IOException("unknown constant " + tag);
                }
            }
            return Arrays.stream(owners).anyMatch(owner -> owner > 0 && STRIPE.equals(texts[classNames[owner]]));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
