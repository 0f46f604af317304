package io.tokeneconomy.servlet;

import java.util.Set;

/**
 * Where pages are, within the application. Links between them are relative, so that they hold under any context path and
 * behind any proxy's prefix.
 *
 * @param base what pages and scripts begin with, such as {@code /tokens}
 * @param success where buyers return to after paying
 * @param cancel where buyers return to without paying
 * @param shown the pages that are there
 */
record PagePaths(String base, String success, String cancel, Set<Page> shown) {

    String of(Page page) {
        return switch (page) {
            case BUY -> base + "/buy";
            case HISTORY -> base + "/history";
            case SUCCESS -> success;
            case CANCEL -> cancel;
        };
    }

    boolean has(Page page) {
        return shown.contains(page);
    }

    String assets() {
        return base + "/assets/";
    }

    /** {@return where automatic purchases are ended} */
    String topUp() {
        return base + "/top-up";
    }

    /** {@return the endpoints as seen from a script} */
    String apiFromAssets() {
        return root(assets()) + "api/tokens/";
    }

    /** {@return the way from a path to the application's root, such as {@code ../}} */
    static String root(String path) {
        int depth = (int) path.chars().filter(c -> c == '/').count() - 1;
        return depth <= 0 ? "./" : "../".repeat(depth);
    }
}
