package io.tokeneconomy.servlet;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.TokenPackage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;

/** {@code /tokens/cancel?package=…}: the buyer turned back. Nobody need be signed in to read that. */
final class CancelPage implements Endpoint {

    private static final Template CANCEL = Template.load("cancel");

    private final Catalog catalog;

    CancelPage(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Reply answer(HttpServletRequest request, HttpServletResponse response) {
        Optional<TokenPackage> left = Query.single(request, "package").flatMap(catalog::find);
        Html again = left.map(PageFrame::offer).orElse(Html.NOTHING);
        return PageFrame.page(200, "", "Not finished", CANCEL.with(Map.of("again", again)));
    }
}
