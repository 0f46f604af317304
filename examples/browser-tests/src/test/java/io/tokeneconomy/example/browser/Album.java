package io.tokeneconomy.example.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Path;

/** Pictures of pages, as a desktop and as a phone show them, in {@code target/screenshots}. */
final class Album {

    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final int HEIGHT = 900;
    private static final int[] WIDTHS = {390, 1280};

    private Album() {}

    static void take(Page page, String name) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, HEIGHT);
            page.screenshot(new Page.ScreenshotOptions()
                    .setCaret(ScreenshotCaret.INITIAL) // hiding it needs a style that the pages refuse
                    .setPath(FOLDER.resolve(name + "-" + width + ".png"))
                    .setFullPage(true));
        }
    }
}
