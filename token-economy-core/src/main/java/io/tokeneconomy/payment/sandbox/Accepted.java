package io.tokeneconomy.payment.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The parameters an operation takes, in Stripe's notation. {@code [#]} stands for an index, {@code [*]} for any name,
 * {@code [**]} for a whole subtree; a leading {@code !} marks what Stripe takes but the sandbox refuses, because
 * accepting it quietly would show a wrong price or a wrong outcome.
 */
final class Accepted {

    private static final Pattern INDEX = Pattern.compile("\\d{0,4}");

    private record Rule(List<String> parts, boolean supported) {}

    private final List<Rule> rules = new ArrayList<>();

    private Accepted(String... names) {
        for (String name : names) {
            boolean supported = !name.startsWith("!");
            String plain = supported ? name : name.substring(1);
            rules.add(new Rule(List.of(plain.replace("]", "").split("\\[", -1)), supported));
        }
    }

    /** {@code expand[]} is taken everywhere. */
    static Accepted of(String... names) {
        return new Accepted(names).and("expand[#]");
    }

    Accepted and(String... names) {
        rules.addAll(new Accepted(names).rules);
        return this;
    }

    void check(Params params) {
        params.eachLeaf((parts, value) -> {
            Rule rule = rules.stream()
                    .filter(each -> matches(each.parts(), parts))
                    .findFirst()
                    .orElseThrow(() -> StripeError.unknownParam(name(parts)));
            if (!rule.supported()) {
                throw StripeError.unsupported(name(parts));
            }
        });
    }

    private static boolean matches(List<String> rule, List<String> parts) {
        for (int i = 0; i < rule.size(); i++) {
            String expected = rule.get(i);
            if (expected.equals("**")) {
                return true;
            }
            if (i >= parts.size() || !matches(expected, parts.get(i))) {
                return false;
            }
        }
        return rule.size() == parts.size();
    }

    private static boolean matches(String expected, String part) {
        return switch (expected) {
            case "*" -> true;
            case "#" -> INDEX.matcher(part).matches();
            default -> expected.equals(part);
        };
    }

    private static String name(List<String> parts) {
        String inner = String.join("][", parts.subList(1, parts.size()));
        return inner.isEmpty() ? parts.get(0) : parts.get(0) + "[" + inner + "]";
    }
}
