package io.tokeneconomy.ledger.store.firestore;

/**
 * Any text as the name of a document or of a field, and back. Plain texts stay as they are; no two texts get the same
 * name. Firestore refuses slashes, {@code .}, {@code ..}, {@code __x__}, nothing at all, and half a surrogate pair.
 */
final class Names {

    private static final char MARK = '%';
    private static final int HEX = 16;

    private Names() {}

    static String encode(String text) {
        if (text.isEmpty()) {
            return String.valueOf(MARK);
        }
        StringBuilder name = new StringBuilder(text.length() + 8);
        boolean reserved = text.equals(".") || text.equals("..") || text.startsWith("__");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/' || c == MARK || (i == 0 && reserved)) {
                name.append(MARK).append(String.format("%02x", (int) c));
            } else if (isHalf(text, i)) {
                name.append(MARK).append('u').append(String.format("%04x", (int) c));
            } else {
                name.append(c);
            }
        }
        return name.toString();
    }

    /** @throws IllegalArgumentException when it is not a name that {@link #encode} gave */
    static String decode(String name) {
        if (name.equals(String.valueOf(MARK))) {
            return "";
        }
        StringBuilder text = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != MARK) {
                text.append(c);
                continue;
            }
            boolean half = name.startsWith("u", i + 1);
            int from = i + (half ? 2 : 1);
            int until = from + (half ? 4 : 2);
            if (until > name.length()) {
                throw new IllegalArgumentException("not a name of ours: " + name);
            }
            text.append((char) Integer.parseInt(name, from, until, HEX));
            i = until - 1;
        }
        return text.toString();
    }

    /** {@return whether the text cannot be written as UTF-8} */
    static boolean hasHalfPair(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHalf(text, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHalf(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
