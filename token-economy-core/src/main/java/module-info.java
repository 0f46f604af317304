/** Token Economy: catalog, checkout, webhooks and ledger, free of any web framework. */
module io.tokeneconomy {
    requires com.google.gson;
    requires com.stripe;
    requires java.net.http;
    requires jdk.httpserver;
    requires org.slf4j;
    requires static transitive java.sql;
    requires static transitive org.jspecify;
    requires static org.xerial.sqlitejdbc;

    // javac refuses to export a package without classes: a room adds its line when it arrives. These are still to come:
    // io.tokeneconomy, .catalog, .checkout, .event, .ledger, .ledger.store, .ledger.store.jdbc, .ledger.store.memory,
    // .order, .payment, .payment.sandbox, .payment.stripe, .webhook
    exports io.tokeneconomy.error;
}
