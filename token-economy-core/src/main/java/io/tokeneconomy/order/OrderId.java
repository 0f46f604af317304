package io.tokeneconomy.order;

import io.tokeneconomy.internal.Checks;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The random name of one sale: {@code ord_} and 32 hexadecimal digits. The first twelve digits are its time, so ids
 * sort by age; the other twenty are random.
 *
 * @param value the id
 */
public record OrderId(String value) implements Comparable<OrderId> {

    private static final Pattern FORM = Pattern.compile("ord_[0-9a-f]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PREFIX = "ord_";
    private static final int HEAD = 12;
    private static final int TAIL = 10;
    private static final long TIME_MASK = 0xffff_ffff_ffffL;

    /** @throws io.tokeneconomy.error.InvalidValueException when the value is not an order id */
    public OrderId {
        Checks.matching("orderId", value, FORM, "ord_ and 32 hexadecimal digits");
    }

    /** {@return a new id} */
    public static OrderId random(Instant now) {
        byte[] tail = new byte[TAIL];
        RANDOM.nextBytes(tail);
        return new OrderId(head(now) + HexFormat.of().formatHex(tail));
    }

    private static String head(Instant time) {
        return PREFIX + HexFormat.of().toHexDigits(time.toEpochMilli() & TIME_MASK, HEAD);
    }

    /**
     * {@return the id of a sale that nobody gave one: the same for the same arguments}
     *
     * @param time the sale's time
     * @param name what it is known by elsewhere
     */
    public static OrderId derived(Instant time, String name) {
        UUID hash = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new OrderId(head(time) + hash.toString().replace("-", "").substring(0, 2 * TAIL));
    }

    /** {@return the smallest id of that time: those of earlier orders are smaller, those of later ones greater} */
    public static OrderId firstAt(Instant time) {
        return new OrderId(head(time) + "0".repeat(2 * TAIL));
    }

    /** {@return its time, whole milliseconds} */
    public Instant time() {
        return Instant.ofEpochMilli(HexFormat.fromHexDigitsToLong(value, PREFIX.length(), PREFIX.length() + HEAD));
    }

    /** {@return whether the text has the form of an order id} */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(OrderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
