package io.tokeneconomy.servlet.admin.console;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.servlet.admin.ConsoleSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which address of the console is answered by whom. */
final class Screens {

    /** Addresses that belong to another entry of the navigation. */
    private static final Map<String, String> PARENTS = Map.ofEntries(
            Map.entry("", "./"),
            Map.entry("customer", "customers"),
            Map.entry("grant", "customers"),
            Map.entry("adjust", "customers"),
            Map.entry("release", "parked"),
            Map.entry("verify-customer", "customers"),
            Map.entry("refund", "parked"),
            Map.entry("dismiss", "parked"),
            Map.entry("reconcile", "reconciliation"),
            Map.entry("stocktaking", "books"),
            Map.entry("rollforward", "books"),
            Map.entry("verify", "books"));

    private final Map<String, Screen> gets = new HashMap<>();
    private final Map<String, Screen> posts = new HashMap<>();
    private final List<Asset> assets = List.of(Asset.STYLE, Asset.SCRIPT);

    Screens(TokenEconomy economy, ConsoleSettings settings, Jobs jobs) {
        OperatorsLog log = new OperatorsLog(economy.ledger());
        Stocktaking stocktaking = new Stocktaking(economy.audit(), jobs);
        gets.put("", new OverviewScreen(economy, settings, stocktaking));
        gets.put("log", new LogScreen(log));
        gets.put("projection", new ProjectionScreen(economy.catalog(), settings));
        addCustomers(economy, jobs, log);
        addParked(economy, log);
        addReconciliation(new ReconciliationScreen(economy.reconciliation(), jobs, log));
        addBooks(new BooksScreen(economy.audit(), jobs, log, stocktaking));
    }

    private void addCustomers(TokenEconomy economy, Jobs jobs, OperatorsLog log) {
        HistoryVerification verification = new HistoryVerification(economy.ledger(), economy.audit(), jobs);
        CustomerScreen customer = new CustomerScreen(economy, verification);
        gets.put("customers", new CustomersScreen(economy));
        gets.put("customer", customer);
        posts.put("grant", new GrantScreen(economy.ledger(), customer));
        posts.put("verify-customer", new VerifyScreen(verification, customer, log));
        posts.put("adjust", new AdjustScreen(economy.ledger(), customer));
    }

    private void addParked(TokenEconomy economy, OperatorsLog log) {
        DecisionForms forms = new DecisionForms(economy.parked());
        gets.put("parked", new ParkedScreen(economy.parked()));
        gets.put("release", forms::releaseForm);
        posts.put("release", new ReleaseScreen(economy.parked(), forms));
        for (Settlement settlement : Settlement.values()) {
            gets.put(settlement.place(), visit -> forms.settlementForm(settlement, visit));
            posts.put(settlement.place(), new SettlementScreen(settlement, economy.parked(), forms, log));
        }
    }

    private void addReconciliation(ReconciliationScreen screen) {
        gets.put("reconciliation", screen);
        posts.put("reconcile", screen::start);
        gets.put("reconciliation.csv", screen::csv);
        gets.put("reconciliation.json", screen::json);
    }

    private void addBooks(BooksScreen screen) {
        gets.put("books", screen);
        posts.put("stocktaking", screen::takeStock);
        posts.put("rollforward", screen::rollForward);
        gets.put("rollforward.csv", screen::csv);
        posts.put("verify", screen::verify);
    }

    Optional<Asset> asset(String place) {
        return assets.stream().filter(asset -> asset.path().equals(place)).findFirst();
    }

    Screen find(String place, String method) {
        boolean reading = method.equals("GET") || method.equals("HEAD");
        @Nullable Screen found = reading ? gets.get(place) : method.equals("POST") ? posts.get(place) : null;
        if (found != null) {
            return found;
        }
        boolean known = gets.containsKey(place) || posts.containsKey(place);
        throw known
                ? new WrongRequestException(405, "This page does not take " + method + ". Begin at the overview.")
                : new WrongRequestException(404, "There is no such page in the console.");
    }

    static String navigation(String place) {
        return PARENTS.getOrDefault(place, place);
    }
}
