package io.tokeneconomy.servlet;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Statement;
import io.tokeneconomy.ledger.StatementCursor;
import io.tokeneconomy.ledger.StatementQuery;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code GET /api/tokens/transactions?limit=&cursor=&type=&from=&until=}: the signed-in user's history, newest first, page by page. */
final class TransactionsEndpoint implements Endpoint {

    private static final int DEFAULT_LIMIT = 20;

    private final Users users;
    private final PageKit kit;

    TransactionsEndpoint(Users users, PageKit kit) {
        this.users = users;
        this.kit = kit;
    }

    @Override
    public Reply answer(HttpServletRequest request, HttpServletResponse response) {
        AccountId account = users.require(request);
        int limit =
                Query.single(request, "limit").map(TransactionsEndpoint::limit).orElse(DEFAULT_LIMIT);
        StatementCursor cursor = Query.single(request, "cursor")
                .map(TransactionsEndpoint::cursor)
                .orElse(null);
        StatementQuery query = StatementQuery.of(account)
                .matching(HistoryQuery.filter(request))
                .limit(limit)
                .at(cursor);
        return Reply.json(json(kit.economy().ledger().statement(query), new TransactionJson(kit.names(request))));
    }

    private static int limit(String text) {
        int limit = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > LedgerLimits.MAX_PAGE) {
            throw new ProblemException(
                    ProblemCode.INVALID_LIMIT, "limit is a whole number from 1 to " + LedgerLimits.MAX_PAGE + ".");
        }
        return limit;
    }

    private static StatementCursor cursor(String text) {
        try {
            return StatementCursor.parse(text);
        } catch (InvalidValueException none) {
            throw new ProblemException(ProblemCode.INVALID_CURSOR, "cursor is the nextCursor of an earlier page.");
        }
    }

    private static JsonObject json(Statement statement, TransactionJson writer) {
        JsonArray transactions = new JsonArray();
        statement.entries().forEach(entry -> transactions.add(writer.of(entry)));
        JsonObject json = new JsonObject();
        json.add("transactions", transactions);
        json.addProperty(
                "nextCursor", statement.next().map(StatementCursor::encoded).orElse(null));
        return json;
    }
}
