package io.tokeneconomy.payment.sandbox;

import io.tokeneconomy.payment.sandbox.StripeSandboxBuilder.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
        DueWork work,
        SandboxClock clock,
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
        MovedTime time = new MovedTime(settings.time(), tables);
        State state = new State(tables, journal, time, settings.limits()::apply);
        Background background = new Background(SENDERS, "stripe-sandbox-webhook");
        Mail mail = Mail.of(settings, time, state, background);
        EventLog events = new EventLog(settings.events(), mail.endpoints(), mail.deliveries());
        RefundBook refunds = new RefundBook(new RefundEvents(events), new RefundSchedule(settings.asyncDelay()));
        Reservations reservations = new Reservations(events);
        DisputeBook disputes = new DisputeBook(events, new FraudWarnings(events));
        Receipts receipts = new Receipts(server.base());
        Payments payments = new Payments(events, reservations, receipts);
        SubscriptionBook subscriptions = new SubscriptionBook(
                events, new InvoiceBook(events, new InvoiceCharge(events, disputes, receipts), receipts));
        Checkout checkout =
                new Checkout(payments, subscriptions, disputes, events, settings.asyncDelay(), server.base());
        Cashier cashier = new Cashier(state, checkout, reservations, mail.deliveries(), background);
        DueWork work = new DueWork(state, checkout, refunds, new Renewals(subscriptions), cashier);
        Sessions sessions = new Sessions(checkout, new SessionMaker(server.base()));
        List<Route> routes = new ArrayList<>(billing(events, subscriptions));
        routes.addAll(routes(sessions, refunds, disputes, new OffSession(payments, disputes)));
        server.serve(
                new ApiHandler(new Api(state, routes)),
                new PageHandler(cashier),
                new RecoveryHandler(cashier),
                new ReceiptHandler(state));
        SandboxParts parts = new SandboxParts(
                server,
                state,
                journal,
                mail,
                cashier,
                work,
                new SandboxClock(time, state, work, mail.deliveries()),
                new SandboxRefunds(state, refunds),
                new SandboxDisputes(state, disputes),
                background);
        parts.resume(settings);
        return parts;
    }

    private static List<Route> routes(
            Sessions sessions, RefundBook refunds, DisputeBook disputes, OffSession offSession) {
        return Stream.of(
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
                        new Disputes(disputes).routes(),
                        Events.routes(),
                        WebhookEndpoints.routes())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> billing(EventLog events, SubscriptionBook subscriptions) {
        return Stream.of(
                        Customers.routes(events, subscriptions),
                        new Subscriptions(subscriptions).routes(),
                        new Invoices(subscriptions).routes(),
                        InvoicePayments.routes())
                .flatMap(List::stream)
                .toList();
    }

    private void resume(Settings settings) {
        cashier.resumeSettlements();
        background.every(DUE_CHECK, work::moveDue);
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
