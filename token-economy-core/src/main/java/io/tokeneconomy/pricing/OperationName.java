package io.tokeneconomy.pricing;

import io.tokeneconomy.internal.Checks;
import java.util.regex.Pattern;

/** The names of operations. */
final class OperationName {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0," + (Price.MAX_NAME - 1) + "}");

    private OperationName() {}

    static void check(String operation) {
        Checks.matching(
                "operation",
                operation,
                ALLOWED,
                "1 to " + Price.MAX_NAME + " letters, digits, '.', '_' and '-', the first a letter or a digit");
    }
}
