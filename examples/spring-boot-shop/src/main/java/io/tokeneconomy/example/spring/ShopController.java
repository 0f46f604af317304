package io.tokeneconomy.example.spring;

import java.security.Principal;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** One page: the balance, what to draw, what was drawn. */
@RestController
class ShopController {

    private static final String PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Studio</title>
            <meta name="viewport" content="width=device-width">
            <script type="module" src="/tokens/assets/token-balance.js"></script>
            <style>body{font:1.1rem system-ui;max-width:40rem;margin:2rem auto;padding:0 1rem}
            figure{display:inline-block;margin:.5rem;padding:2rem 1rem;background:linear-gradient(135deg,#fc6,#f69);
            border-radius:1rem}</style></head><body>
            <p>%s, you have <token-balance></token-balance> · <a href="/tokens/buy">Buy tokens</a></p>
            <h1>What shall I draw?</h1>
            <form method="post" action="/pictures"><input type="hidden" name="%s" value="%s">
            <label>A picture of <input name="what" required maxlength="60"></label> <button>Draw (5 tokens)</button></form>
            %s</body></html>
            """;

    private final Studio studio;

    ShopController(Studio studio) {
        this.studio = studio;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    String page(Principal user, CsrfToken csrf) {
        String pictures = studio.of(user.getName()).stream()
                .map(what -> "<figure>" + HtmlUtils.htmlEscape(what) + "</figure>")
                .collect(Collectors.joining());
        return PAGE.formatted(HtmlUtils.htmlEscape(user.getName()), csrf.getParameterName(), csrf.getToken(), pictures);
    }

    /** With too few tokens nothing is drawn, and the starter answers with 402. */
    @PostMapping("/pictures")
    ResponseEntity<Void> draw(Principal user, @RequestParam("what") String what) {
        studio.draw(user.getName(), what);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/")
                .build();
    }
}
