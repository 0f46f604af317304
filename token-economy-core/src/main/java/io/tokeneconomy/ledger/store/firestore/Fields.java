package io.tokeneconomy.ledger.store.firestore;

import com.google.firestore.v1.ArrayValue;
import com.google.firestore.v1.MapValue;
import com.google.firestore.v1.Value;
import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.tokeneconomy.ledger.Digest;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fields to write, in native types that the console shows. What is null or empty is left out. */
final class Fields {

    private final Map<String, Value> values = new LinkedHashMap<>();

    Fields text(String name, @Nullable String text) {
        return text == null ? this : put(name, value(text));
    }

    Fields name(String name, Enum<?> constant) {
        return put(name, value(constant.name()));
    }

    Fields number(String name, long number) {
        return put(name, value(number));
    }

    /** 0 is left out. */
    Fields numberIfAny(String name, long number) {
        return number == 0 ? this : number(name, number);
    }

    Fields flag(String name, boolean flag) {
        return put(name, Value.newBuilder().setBooleanValue(flag).build());
    }

    Fields time(String name, @Nullable Instant time) {
        return time == null ? this : put(name, value(time));
    }

    Fields digest(String name, @Nullable Digest digest) {
        return digest == null ? this : text(name, digest.hex());
    }

    Fields map(String name, @Nullable Fields fields) {
        return fields == null || fields.values.isEmpty() ? this : put(name, fields.asValue());
    }

    <T> Fields list(String name, List<T> items, Function<T, Fields> writer) {
        if (items.isEmpty()) {
            return this;
        }
        ArrayValue.Builder list = ArrayValue.newBuilder();
        items.forEach(item -> list.addValues(writer.apply(item).asValue()));
        return put(name, Value.newBuilder().setArrayValue(list).build());
    }

    /** Texts by names that may be anything. A text without UTF-8 form becomes bytes. */
    Fields texts(String name, Map<String, String> texts) {
        Fields fields = new Fields();
        texts.forEach(
                (key, text) -> fields.put(Names.encode(key), Names.hasHalfPair(text) ? bytes(text) : value(text)));
        return map(name, fields);
    }

    Map<String, Value> all() {
        return values;
    }

    static Value value(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }

    static Value value(long number) {
        return Value.newBuilder().setIntegerValue(number).build();
    }

    static Value value(Instant time) {
        Timestamp timestamp = Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
        return Value.newBuilder().setTimestampValue(timestamp).build();
    }

    /** Two bytes for each character, whatever it is: an encoder would replace half a pair. */
    private static Value bytes(String text) {
        byte[] bytes = new byte[2 * text.length()];
        ByteBuffer.wrap(bytes).asCharBuffer().put(text);
        return Value.newBuilder().setBytesValue(ByteString.copyFrom(bytes)).build();
    }

    private Value asValue() {
        return Value.newBuilder()
                .setMapValue(MapValue.newBuilder().putAllFields(values))
                .build();
    }

    private Fields put(String name, Value value) {
        values.put(name, value);
        return this;
    }
}
