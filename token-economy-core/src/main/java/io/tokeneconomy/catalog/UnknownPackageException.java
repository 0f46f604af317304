package io.tokeneconomy.catalog;

import io.tokeneconomy.error.TokenEconomyException;
import java.util.List;
import java.util.regex.Pattern;

/** A package id that the catalog does not have. Not retryable: the same id stays unknown. */
public final class UnknownPackageException extends TokenEconomyException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN_LENGTH = 64;
    private static final int SHOWN_IDS = 20;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final String packageId;

    UnknownPackageException(String packageId, List<String> knownIds) {
        super("unknown package \"" + shown(packageId) + "\", the catalog has: " + shown(knownIds), false, null);
        this.packageId = packageId;
    }

    /** {@return the id that was asked for, exactly as it was given} */
    public String packageId() {
        return packageId;
    }

    // the id often comes straight from a request: it must not break a log line or fill one
    static String shown(String id) {
        String cut = id.length() <= SHOWN_LENGTH ? id : id.substring(0, SHOWN_LENGTH) + "…";
        return CONTROL.matcher(cut).replaceAll("?");
    }

    static String shown(List<String> ids) {
        return ids.size() <= SHOWN_IDS
                ? String.join(", ", ids)
                : String.join(", ", ids.subList(0, SHOWN_IDS)) + " and " + (ids.size() - SHOWN_IDS) + " more";
    }
}
