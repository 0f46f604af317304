package io.tokeneconomy.servlet;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Statement;
import io.tokeneconomy.ledger.StatementQuery;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;

/**
 * {@code GET /api/tokens/transactions.csv?type=&from=&until=}: the signed-in user's history for a spreadsheet, newest
 * first, up to 10,000 entries; older ones are asked for with {@code until}. The header {@code X-Truncated} says whether
 * there are some, and so does the name of the file.
 */
final class TransactionsCsvEndpoint implements Endpoint {

    static final int MOST = 10_000;

    private final Users users;
    private final PageKit kit;
    private final int most;

    /** @param most entries in one file, a multiple of a page */
    TransactionsCsvEndpoint(Users users, PageKit kit, int most) {
        this.users = users;
        this.kit = kit;
        this.most = most;
    }

    @Override
    public Reply answer(HttpServletRequest request, HttpServletResponse response) {
        AccountId account = users.require(request);
        StatementQuery query = StatementQuery.of(account)
                .matching(HistoryQuery.filter(request))
                .limit(LedgerLimits.MAX_PAGE);
        TransactionCsv csv = new TransactionCsv(kit.names(request));
        Statement page = kit.economy().ledger().statement(query);
        int rows = csv.add(page.entries());
        while (page.next().isPresent() && rows < most) {
            page = kit.economy().ledger().statement(query.at(page.nextCursor()));
            rows += csv.add(page.entries());
        }
        boolean truncated = page.next().isPresent();
        String name = truncated ? "tokens-newest-" + rows + ".csv" : "tokens.csv";
        return Reply.bytes("text/csv;charset=UTF-8", csv.text().getBytes(StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("X-Truncated", Boolean.toString(truncated));
    }
}
