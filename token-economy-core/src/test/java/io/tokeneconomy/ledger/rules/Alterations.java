package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.HoldChange;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.MeterRate;
import io.tokeneconomy.ledger.Metering;
import io.tokeneconomy.ledger.Period;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.Remainder;
import io.tokeneconomy.ledger.SpendLimit;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An entry altered in one place, for every place there is: found by reflection, so that no new field is forgotten. */
final class Alterations {

    private static final Map<Class<?>, Object> SAMPLES = Map.of(
            String.class,
            "x",
            Instant.class,
            Instant.parse("2030-01-01T00:00:00Z"),
            Digest.class,
            Digest.ofHex("ab".repeat(32)),
            LotTerms.class,
            LotTerms.FREE,
            HoldChange.class,
            new HoldChange(1, null, List.of(new Allocation(1, 1))),
            AccountSettings.class,
            new AccountSettings(AccountSettings.DEFAULT.status(), 7, List.of(SpendLimit.ofAccount(Period.DAY, 1))),
            Metering.class,
            new Metering("x", 1, new MeterRate(1, 1), Remainder.ZERO),
            PurchaseDetails.class,
            new PurchaseDetails("o", "p", Money.of(1, "usd"), "s", null, null));

    private Alterations() {}

    /** {@return the altered entries, by the place that is altered} */
    static Map<String, LedgerEntry> of(LedgerEntry entry) {
        Map<String, LedgerEntry> altered = new LinkedHashMap<>();
        ofRecord(entry).forEach((place, other) -> altered.put(place, (LedgerEntry) other));
        return altered;
    }

    private static Map<String, Object> ofRecord(Object record) {
        Map<String, Object> altered = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            values(component, read(component, record)).forEach((place, value) -> {
                Object other = with(record, component, value);
                if (other != null && !other.equals(record)) {
                    altered.put(component.getName() + place, other);
                }
            });
        }
        return altered;
    }

    /** Other values for a component; null among them where it may be null. */
    private static Map<String, @Nullable Object> values(RecordComponent component, @Nullable Object value) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (value == null) {
            values.put(" added", sample(component.getType()));
            return values;
        }
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            values.put(" removed", null);
        }
        values.putAll(value instanceof List<?> list ? lists(list, component) : others(value));
        return values;
    }

    private static Map<String, Object> others(Object value) {
        Map<String, Object> others = new LinkedHashMap<>();
        if (value instanceof Long number) {
            Stream.of(number + 1, number - 1, 2 * number, -number).forEach(other -> others.put(" " + other, other));
        } else if (value instanceof Integer number) {
            others.put(" + 1", number + 1);
        } else if (value instanceof String text) {
            others.put(" longer", text + "x");
            others.put(" other", "eur");
        } else if (value instanceof Enum<?> constant) {
            for (Object other : constant.getDeclaringClass().getEnumConstants()) {
                others.put(" " + other, other);
            }
        } else if (value instanceof Instant time) {
            others.put(" later", time.plusNanos(1_000));
            others.put(" earlier", time.minusNanos(1_000));
        } else if (value instanceof Digest digest) {
            others.put(" flipped", flipped(digest));
        } else if (value instanceof Map<?, ?> map) {
            others.putAll(maps(map));
        } else {
            ofRecord(value).forEach((place, other) -> others.put("." + place, other));
        }
        return others;
    }

    private static Map<String, Object> lists(List<?> list, RecordComponent component) {
        Map<String, Object> others = new LinkedHashMap<>();
        for (int i = 0; i < list.size(); i++) {
            int index = i;
            others(list.get(i))
                    .forEach((place, other) -> others.put("[" + index + "]" + place, replaced(list, l -> {
                        l.set(index, other);
                        return l;
                    })));
        }
        others.put(" shorter", replaced(list, l -> l.isEmpty() ? l : l.subList(1, l.size())));
        others.put(" turned", replaced(list, l -> {
            Collections.reverse(l);
            return l;
        }));
        Object more = component.getGenericType().getTypeName().contains("Allocation")
                ? new Allocation(77, 7)
                : SpendLimit.ofMember("more", Period.MONTH, 5);
        others.put(" longer", replaced(list, l -> {
            l.add(more);
            return l;
        }));
        return others;
    }

    private static Object replaced(List<?> list, Function<List<Object>, List<Object>> change) {
        return change.apply(new ArrayList<>(list));
    }

    private static Map<String, Object> maps(Map<?, ?> map) {
        Map<String, Object> others = new LinkedHashMap<>();
        Map<String, String> more = copy(map);
        more.put("added", "");
        others.put(" more", more);
        Map<String, String> changed = copy(map);
        changed.replaceAll((key, value) -> value + "x");
        others.put(" changed", changed);
        others.put(" emptied", new TreeMap<>());
        return others;
    }

    private static Map<String, String> copy(Map<?, ?> map) {
        TreeMap<String, String> copy = new TreeMap<>();
        map.forEach((key, value) -> copy.put((String) key, (String) value));
        return copy;
    }

    private static Digest flipped(Digest digest) {
        byte[] bytes = digest.bytes();
        bytes[31] ^= 1;
        return Digest.of(bytes);
    }

    private static Object sample(Class<?> type) {
        Object sample = SAMPLES.get(type);
        if (sample == null) {
            throw new AssertionError("no sample of " + type);
        }
        return sample;
    }

    private static @Nullable Object read(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a record cannot be read", e);
        }
    }

    /** The record with another component, or null when there can be none. */
    private static @Nullable Object with(Object record, RecordComponent changed, @Nullable Object value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = components[i].getName().equals(changed.getName()) ? value : read(components[i], record);
        }
        try {
            return record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException) {
                return null;
            }
            throw new LinkageError("a record refuses oddly", e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a record cannot be made", e);
        }
    }
}
