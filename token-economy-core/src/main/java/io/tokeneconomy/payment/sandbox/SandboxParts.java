package io.tokeneconomy.payment.sandbox;

import io.tokeneconomy.payment.sandbox.StripeSandboxBuilder.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the sandbox together and takes it apart. */
record SandboxParts(
        SandboxServer server,
        State state,
        Journal journal,
        Mail mail,
        Cashier cashier,
        SandboxRefunds refunds,
        SandboxDisputes disputes,
        Background background) {

    private static final int SENDERS = 16;
    private static final Duration DUE_CHECK = Duration.ofMillis(500);

    static SandboxParts start(Settings settings) {
        SandboxServer server = SandboxServer.bind(settings.port());
        try {
            return assemble(settings, server);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static SandboxParts assemble(Settings settings, SandboxServer server) {
        Tables tables = new Tables();
        @Nullable Path file = settings.journal();
        Journal journal = file == null ? Journal.NONE : FileJournal.open(file, tables);
        State state = new State(tables, journal, settings.time(), settings.limits()::apply);
        Background background = new Background(SENDERS, "stripe-sandbox-webhook");
        Mail mail = Mail.of(settings, state, background);
        EventLog events = new EventLog(settings.events(), mail.endpoints(), mail.deliveries());
        RefundBook refunds = new RefundBook(new RefundEvents(events), new RefundSchedule(settings.asyncDelay()));
        Reservations reservations = new Reservations(events);
        DisputeBook disputes = new DisputeBook(events, new FraudWarnings(events));
        Payments payments = new Payments(events, reservations);
        Checkout checkout = new Checkout(payments, disputes, events, settings.asyncDelay(), server.base());
        Cashier cashier = new Cashier(state, checkout, reservations, refunds, mail.deliveries(), background);
        Sessions sessions = new Sessions(checkout, new SessionMaker(server.base()));
        server.serve(
                new ApiHandler(new Api(state, routes(events, sessions, refunds, new OffSession(payments, disputes)))),
                new PageHandler(cashier),
                new RecoveryHandler(cashier));
        SandboxParts parts = new SandboxParts(
                server,
                state,
                journal,
                mail,
                cashier,
                new SandboxRefunds(state, refunds),
                new SandboxDisputes(state, disputes),
                background);
        parts.resume(settings);
        return parts;
    }

    private static List<Route> routes(EventLog events, Sessions sessions, RefundBook refunds, OffSession offSession) {
        return Stream.of(
                        Customers.routes(events),
                        Products.routes(),
                        ProductChanges.routes(),
                        Prices.routes(),
                        Coupons.routes(),
                        PromotionCodes.routes(),
                        sessions.routes(),
                        Payments.routes(),
                        offSession.routes(),
                        SavedCards.routes(),
                        new Refunds(refunds).routes(),
                        Disputes.routes(),
                        Events.routes(),
                        WebhookEndpoints.routes())
                .flatMap(List::stream)
                .toList();
    }

    private void resume(Settings settings) {
        cashier.resumeSettlements();
        background.every(DUE_CHECK, cashier::moveDue);
        @Nullable WebhookTarget webhook = settings.webhook();
        if (webhook == null) {
            mail.deliveries().resume();
        } else {
            mail.webhook(webhook);
        }
    }

    void close() {
        server.close();
        mail.close();
        background.close();
        journal.close();
    }
}
