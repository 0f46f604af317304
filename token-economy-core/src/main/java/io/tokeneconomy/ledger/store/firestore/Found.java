package io.tokeneconomy.ledger.store.firestore;

import com.google.firestore.v1.Document;
import com.google.firestore.v1.Value;
import com.google.firestore.v1.Value.ValueTypeCase;
import com.google.protobuf.Timestamp;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.store.StoreException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fields as they were found. What is not as it was written is damage. */
final class Found {

    private final Map<String, Value> values;

    private Found(Map<String, Value> values) {
        this.values = values;
    }

    /** @throws StoreException when the document is not as it was written */
    static <T> T read(Document document, Function<Found, T> reader) {
        try {
            return reader.apply(new Found(document.getFieldsMap()));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw StoreException.broken("document " + document.getName() + " is damaged: " + e.getMessage(), e);
        }
    }

    String text(String name) {
        return required(name, ValueTypeCase.STRING_VALUE).getStringValue();
    }

    @Nullable
    String optionalText(String name) {
        return has(name) ? text(name) : null;
    }

    <E extends Enum<E>> E name(String name, Class<E> type) {
        return Enum.valueOf(type, text(name));
    }

    long number(String name) {
        return required(name, ValueTypeCase.INTEGER_VALUE).getIntegerValue();
    }

    long numberIfAny(String name) {
        return has(name) ? number(name) : 0;
    }

    Instant time(String name) {
        Timestamp time = required(name, ValueTypeCase.TIMESTAMP_VALUE).getTimestampValue();
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }

    @Nullable
    Instant optionalTime(String name) {
        return has(name) ? time(name) : null;
    }

    Digest digest(String name) {
        return Digest.ofHex(text(name));
    }

    @Nullable
    Digest optionalDigest(String name) {
        return has(name) ? digest(name) : null;
    }

    <T> @Nullable T map(String name, Function<Found, T> reader) {
        return has(name) ? reader.apply(fields(required(name, ValueTypeCase.MAP_VALUE))) : null;
    }

    <T> List<T> list(String name, Function<Found, T> reader) {
        if (!has(name)) {
            return List.of();
        }
        return required(name, ValueTypeCase.ARRAY_VALUE).getArrayValue().getValuesList().stream()
                .map(value -> reader.apply(fields(value)))
                .toList();
    }

    Map<String, String> texts(String name) {
        Map<String, String> texts = new TreeMap<>();
        if (has(name)) {
            Map<String, Value> found =
                    required(name, ValueTypeCase.MAP_VALUE).getMapValue().getFieldsMap();
            found.forEach((key, value) -> texts.put(Names.decode(key), anyText(key, value)));
        }
        return texts;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    private Value required(String name, ValueTypeCase type) {
        Value value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return ofType(name, value, type);
    }

    private static Found fields(Value value) {
        return new Found(ofType("an element", value, ValueTypeCase.MAP_VALUE)
                .getMapValue()
                .getFieldsMap());
    }

    private static String anyText(String name, Value value) {
        return value.getValueTypeCase() == ValueTypeCase.BYTES_VALUE
                ? value.getBytesValue().asReadOnlyByteBuffer().asCharBuffer().toString()
                : ofType(name, value, ValueTypeCase.STRING_VALUE).getStringValue();
    }

    private static Value ofType(String name, Value value, ValueTypeCase type) {
        if (value.getValueTypeCase() != type) {
            throw new IllegalArgumentException(name + " is a " + value.getValueTypeCase() + ", not a " + type);
        }
        return value;
    }
}
