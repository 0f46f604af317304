package io.tokeneconomy.payment.sandbox;

import io.tokeneconomy.payment.sandbox.StripeSandboxBuilder.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the sandbox together and takes it apart. */
record SandboxParts(
        SandboxServer server,
        State state,
        Journal journal,
        Deliveries deliveries,
        Cashier cashier,
        ScheduledExecutorService scheduler) {

    private static final int SENDERS = 16;
    private static final long EXPIRY_CHECK_MILLIS = 500;

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
        ScheduledExecutorService scheduler = newScheduler();
        WebhookSender sender = new WebhookSender(settings.time());
        Deliveries deliveries = new Deliveries(scheduler, sender, settings.retryDelays(), state);
        EventLog events = new EventLog(settings.events(), deliveries);
        Checkout checkout = new Checkout(new Payments(events), events, settings.asyncDelay());
        Cashier cashier = new Cashier(state, checkout, deliveries, scheduler);
        Sessions sessions = new Sessions(checkout, new SessionMaker(server.base()));
        server.serve(new ApiHandler(new Api(state, routes(sessions))), new PageHandler(cashier));
        SandboxParts parts = new SandboxParts(server, state, journal, deliveries, cashier, scheduler);
        parts.resume(settings);
        return parts;
    }

    private static ScheduledExecutorService newScheduler() {
        ScheduledThreadPoolExecutor scheduler =
                new ScheduledThreadPoolExecutor(SENDERS, Threads.named("stripe-sandbox-webhook"));
        scheduler.setRemoveOnCancelPolicy(true);
        return scheduler;
    }

    private static List<Route> routes(Sessions sessions) {
        return Stream.of(
                        Customers.routes(),
                        Products.routes(),
                        Prices.routes(),
                        sessions.routes(),
                        Payments.routes(),
                        Events.routes())
                .flatMap(List::stream)
                .toList();
    }

    private void resume(Settings settings) {
        cashier.resumeSettlements();
        scheduler.scheduleWithFixedDelay(
                cashier::expireDue, EXPIRY_CHECK_MILLIS, EXPIRY_CHECK_MILLIS, TimeUnit.MILLISECONDS);
        @Nullable WebhookTarget webhook = settings.webhook();
        if (webhook != null) {
            deliveries.webhook(webhook);
        }
    }

    void close() {
        server.close();
        Threads.stop(scheduler);
        journal.close();
    }
}
