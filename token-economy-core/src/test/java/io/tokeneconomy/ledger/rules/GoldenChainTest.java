package io.tokeneconomy.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Purchase;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.Spend;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The hash format is frozen: ledgers written by one version are checked by every later one. When a hash here changes,
 * the change is wrong; a new format needs a new domain text, and the old one stays.
 */
class GoldenChainTest {

    private static final String NAME = "user-\u00e9-\ud83e\ude99";
    private static final AccountId ACCOUNT = AccountId.of(NAME);
    private static final Digest SALT = Digest.ofHex("01".repeat(32));
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456789Z");

    @Test
    void theHashesOfAFixedHistoryNeverChange() {
        assertThat(history().history(ACCOUNT))
                .extracting(GoldenChainTest::line)
                .containsExactly(
                        "GRANT b1829964bfc484ee26286d512db96b1b5448035dd7f44611b21c14fbce4f9c66"
                                + " ada2be31766c6567010487059bc563742dbcbaf234bab22496bdd993ea61a60a",
                        "PURCHASE 22e5909df02827c7f9c4da46e27d84c96da056ef46f5d30d8d4c5fd7a45da653"
                                + " 5713f939690ea8200a50a1c161c4368b38413df8f1eba9120d4f029e6143d260",
                        "SPEND b75d04e2ac2adc09fa1119acfa6e1c65f77b276c9dabbf923418565dfebf2d78"
                                + " 99d9769c1db89abb35f25a064b8edc76bb5fe229d2f5c5a72ea59b36a623744a",
                        "GRANT 3db872dd820030bc1f6e35376571f44ae948d10bc7f2c779f35c45ecadfadfc7"
                                + " 4b5e037c7ae52af578718b03adbef87a3ae735c8f6f8a864cfb16fd269c00047",
                        "EXPIRE f83d7247b031caac0d31c8421570e456494b4025e0ae726073b6f5db33a5a5fa"
                                + " 52c127f3b525982f7ca60a9ac468db0100870af6ef6053ef33f77452b1a9d3ae",
                        "SPEND bac1e7e46d01c423d94716e94d74f69e1a1defc308ab26f5d949edfbbc4f0fe3"
                                + " bf524981ccb7ddea305c0eb6262572b77f096516d18b1b78412a41fbab46ef47");
    }

    @Test
    void theFirstHashFollowsFromTheDescriptionOfTheFormat() {
        Digest fingerprint = new GoldenBytes()
                .text("token-economy/operation/1")
                .digest(SALT)
                .text("Grant")
                .number(100)
                .micros(13_569_465_599_999_999L)
                .number(-7)
                .text("PAID")
                .text(NAME)
                .text("")
                .text("Image \u201cmoon\u201d")
                .small(3)
                .text("a")
                .text("")
                .text("b")
                .text("2")
                .text("\u00e4")
                .text("\ud83e\ude99")
                .hash();
        Digest personal = new GoldenBytes()
                .text("token-economy/personal/1")
                .digest(SALT)
                .text(NAME)
                .absent()
                .absent()
                .text("")
                .text("Image \u201cmoon\u201d")
                .small(3)
                .text("a")
                .text("")
                .text("b")
                .text("2")
                .text("\u00e4")
                .text("\ud83e\ude99")
                .hash();
        Digest hash = new GoldenBytes()
                .text("token-economy/entry/1")
                .digest(Digest.ofHex("00".repeat(32)))
                .digest(personal)
                .digest(fingerprint)
                .number(1)
                .micros(1_795_342_530_123_456L)
                .text("grant")
                .text("GRANT")
                .number(100)
                .number(100)
                .number(0)
                .number(0)
                .small(1)
                .number(1)
                .number(100)
                .small(1)
                .micros(13_569_465_599_999_999L)
                .number(-7)
                .text("PAID")
                .number(0)
                .small(0)
                .small(0)
                .small(0)
                .small(0)
                .hash();
        LedgerEntry first = history().history(ACCOUNT).get(0);
        assertThat(first.seal().fingerprint()).isEqualTo(fingerprint);
        assertThat(first.seal().hash()).isEqualTo(hash);
    }

    private static PureLedger history() {
        PureLedger ledger = new PureLedger(account -> SALT);
        operations().forEach(operation -> ledger.apply(operation, NOW));
        ledger.apply(Spend.of(ACCOUNT, 1, IdempotencyKey.of("late")), Instant.parse("2400-01-01T00:00:00Z"));
        return ledger;
    }

    private static List<Operation> operations() {
        Details full = new Details("", "Image \u201cmoon\u201d", Map.of("b", "2", "a", "", "\u00e4", "\ud83e\ude99"));
        LotTerms terms = new LotTerms(Instant.parse("2399-12-31T23:59:59.999999Z"), -7, Funding.PAID);
        PurchaseDetails sale =
                new PurchaseDetails("ord_1", "popular", Money.of(999, "usd"), "cs_test_1", null, "cus_1");
        return List.of(
                new Grant(ACCOUNT, 100, IdempotencyKey.of("grant"), terms, full),
                new Purchase(ACCOUNT, 110, IdempotencyKey.reserved("purchase", "ord_1"), sale, Details.NONE),
                Spend.of(ACCOUNT, 50, IdempotencyKey.of("spend")).withDetails(full.withReference("img-42")),
                Grant.of(ACCOUNT, 1_000_000_000_000L, IdempotencyKey.of("most")));
    }

    private static String line(LedgerEntry entry) {
        return entry.type() + " " + entry.seal().fingerprint() + " "
                + entry.seal().hash();
    }
}
