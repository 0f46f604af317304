/** Token Economy: catalog, checkout, webhooks and ledger, free of any web framework. */
module io.tokeneconomy {
    requires com.google.gson;
    requires com.stripe;
    requires java.net.http;
    requires jdk.httpserver;
    requires org.slf4j;
    requires transitive java.sql;
    requires static transitive org.jspecify;
    requires static org.xerial.sqlitejdbc;

    exports io.tokeneconomy;
    exports io.tokeneconomy.audit;
    exports io.tokeneconomy.catalog;
    exports io.tokeneconomy.checkout;
    exports io.tokeneconomy.error;
    exports io.tokeneconomy.event;
    exports io.tokeneconomy.ledger;
    exports io.tokeneconomy.ledger.store;
    exports io.tokeneconomy.ledger.store.firestore;
    exports io.tokeneconomy.ledger.store.jdbc;
    exports io.tokeneconomy.ledger.store.memory;
    exports io.tokeneconomy.order;
    exports io.tokeneconomy.payment;
    exports io.tokeneconomy.payment.sandbox;
    exports io.tokeneconomy.payment.stripe;
    exports io.tokeneconomy.pricing;
    exports io.tokeneconomy.reconcile;
    exports io.tokeneconomy.topup;
    exports io.tokeneconomy.webhook;
}
