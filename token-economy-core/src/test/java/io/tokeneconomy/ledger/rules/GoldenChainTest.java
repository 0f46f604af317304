package io.tokeneconomy.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.LedgerEntry;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The hash format is frozen: ledgers written by one version are checked by every later one. When a hash here changes,
 * the change is wrong; a new format needs a new domain text, and the old one stays.
 */
class GoldenChainTest {

    private final PureLedger ledger = GoldenHistory.book();
    private final List<LedgerEntry> history = ledger.history(GoldenHistory.ACCOUNT);
    private final List<LedgerEntry> friends = ledger.history(GoldenHistory.FRIEND);

    @Test
    void theHashesOfAFixedHistoryNeverChange() {
        assertThat(Stream.concat(history.stream(), friends.stream()))
                .extracting(GoldenChainTest::line)
                .containsExactly(
                        "GRANT 692b3c0a27dfb2e68dd111c89154159e2d04f23056be671e50ec8fda2600661e",
                        "PURCHASE 76d6d8512db0c9b6a7439ca175a8403c81edad3dde1f36de9badd73e22be7294",
                        "CONFIGURE 4f52528ff8abd971c87e74f7c91001295a9c8e80c10fdd2fcd6d81247d546d5c",
                        "SPEND fc0fa15abf124b9255b8df359305f5c5b849537de22bed043316fedfa9017589",
                        "SPEND c3c725a18833953a26131fe9c1e077bd6a705e12e78537c2419f28f21eab91d3",
                        "HOLD 84c47be92e2350671038cbae34b519feb7d1a65049ed39de7aa9950015801237",
                        "EXTEND 04fdfdb2014ba7731cd6d64abd5a8e535eb664862de11a3cdf828d75605ad6c9",
                        "CAPTURE a5b2356a37d0ed47a89d5ab504130edf31f434e88b6aad3da673e23e3eb3c14f",
                        "CAPTURE 94d42cf7d6b5b08df0883158d5bbd77c34b25eea67cab78c085f6cb7dd2e1885",
                        "HOLD 91090ac3dd684abe5da92220bb57daeb892e3342cec27b48364301032c25ab25",
                        "RELEASE 854c231d2f5aeced1315b2caaab31aa576d4983844884f6501d6bfd41c0cd2b7",
                        "CLAWBACK c4826123de3459a87d3435c371867f71293f3fdb5d026e3903b877e8884f149c",
                        "REINSTATE 555b4206a4c50ff40ddd89fd4fbd4557939aa18d4fa8446c64fc89e04921261e",
                        "TRANSFER_OUT fbfd0570b8697e013e5836c2f4602fd191033332b5539a307bb642adcfaec7b6",
                        "HOLD cd1acf1ce1393a47db553303c01163db2da38e352f0fcde18bbb88a53e23a9fc",
                        "GRANT 9dad65bfaaa8c7b1ab8ec50a864712c1985c0ac1b5e8cc2728225425475f0101",
                        "TIMEOUT 8e5d83c5d49fc9e2b56d022b1c57957f01faca53519d30cd16546a9626ae01f7",
                        "EXPIRE 2443a9653c0730dd32196343a0f70741962b87cca4196f53b466d4d01891c570",
                        "ADJUST 22ea6cd3a13dd5bf22beb558d707b1493f10c75172194b8cafb605e5839f2b8a",
                        "ADJUST f75711ddd4432d2843b48b181e69fbf583f85c4f098a389ef7e6b0964f86de01",
                        "CLOSE 7498a34070f553d27b0433c5d8f799767f7afb42d908abdcd2efa4cb1ef64234",
                        "TRANSFER_IN d4b02fff48b591f8e8d4a6f5a6185b6d6070118412c75df49c4d2cdf4ad64504",
                        "TRANSFER_IN 2e5f6290bd601203671bbc2c2831b42a6df18bdb9f695935ced4cf8eefacb294");
    }

    @Test
    void everyTypeOfEntryIsInIt() {
        assertThat(Stream.concat(history.stream(), friends.stream()).map(LedgerEntry::type))
                .contains(EntryType.values());
    }

    /** By hand, value after value, as the format is described. */
    @Test
    void theFirstHashFollowsFromTheDescriptionOfTheFormat() {
        GoldenBytes fingerprint = new GoldenBytes()
                .text("token-economy/operation/1")
                .digest(GoldenHistory.SALT)
                .text("Grant")
                .number(100)
                .micros(13_569_465_599_999_999L)
                .number(-7)
                .text("PAID")
                .text(GoldenHistory.NAME);
        GoldenBytes personal = new GoldenBytes()
                .text("token-economy/personal/1")
                .digest(GoldenHistory.SALT)
                .text(GoldenHistory.NAME)
                .absent()
                .absent()
                .small(0);
        for (GoldenBytes bytes : List.of(fingerprint, personal)) {
            bytes.text("")
                    .text("Image \u201cmoon\u201d")
                    .small(3)
                    .text("a")
                    .text("")
                    .text("b")
                    .text("2")
                    .text("\u00e4")
                    .text("\ud83e\ude99");
        }
        Digest hash = new GoldenBytes()
                .text("token-economy/entry/1")
                .digest(Digest.ofHex("00".repeat(32)))
                .digest(personal.hash())
                .digest(fingerprint.hash())
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
        assertThat(history.get(0).seal().fingerprint()).isEqualTo(fingerprint.hash());
        assertThat(history.get(0).seal().hash()).isEqualTo(hash);
    }

    @Test
    void theFingerprintOfATransferKnowsItsReceiverByHisSalt() {
        GoldenBytes bytes = new GoldenBytes()
                .text("token-economy/operation/1")
                .digest(GoldenHistory.SALT)
                .text("Transfer")
                .number(20)
                .digest(GoldenHistory.FRIENDS_SALT)
                .text(GoldenHistory.NAME);
        Auditor.details(bytes, GoldenHistory.FULL);
        assertThat(entry("transfer").seal().fingerprint()).isEqualTo(bytes.hash());
    }

    @Test
    void theFingerprintOfAConfigurationHasTheMembersNamesAtItsEnd() {
        GoldenBytes bytes = new GoldenBytes()
                .text("token-economy/operation/1")
                .digest(GoldenHistory.SALT)
                .text("Configuration")
                .text("OPEN")
                .number(40)
                .small(3)
                .absent()
                .text("MONTH")
                .number(2_000)
                .text("*")
                .text("DAY")
                .number(1_000)
                .text("")
                .text("DAY")
                .number(900)
                .small(1)
                .text("ann")
                .text(GoldenHistory.NAME)
                .absent()
                .text("by hand")
                .small(1)
                .text("actor")
                .text("eve");
        assertThat(entry("configure").seal().fingerprint()).isEqualTo(bytes.hash());
    }

    @Test
    void theFingerprintsOfHoldsAndMetersSayAllThatWasAsked() {
        Digest hold = asked("Hold").number(70).number(90_000).text("ann").hash(noDetails());
        Digest capture =
                asked("Capture").number(70).text("hold").small(0).small(1).hash(noDetails());
        Digest meter = asked("MeteredSpend")
                .text("words")
                .number(1_500)
                .number(1)
                .number(1_000)
                .absent()
                .hash(noDetails());
        assertThat(entry("hold").seal().fingerprint()).isEqualTo(hold);
        assertThat(entry("capture").seal().fingerprint()).isEqualTo(capture);
        assertThat(entry("meter").seal().fingerprint()).isEqualTo(meter);
    }

    @Test
    void anAuditorWithTheDescriptionFindsEveryHash() {
        assertThat(Auditor.hashes(history, GoldenHistory.SALT))
                .isEqualTo(history.stream().map(entry -> entry.seal().hash()).toList());
        assertThat(Auditor.hashes(friends, GoldenHistory.FRIENDS_SALT))
                .isEqualTo(friends.stream().map(entry -> entry.seal().hash()).toList());
    }

    private static GoldenBytes asked(String what) {
        return new GoldenBytes()
                .text("token-economy/operation/1")
                .digest(GoldenHistory.SALT)
                .text(what);
    }

    private static GoldenBytes noDetails() {
        return new GoldenBytes().text(GoldenHistory.NAME).absent().absent().small(0);
    }

    private LedgerEntry entry(String key) {
        return history.stream()
                .filter(entry -> entry.key().value().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static String line(LedgerEntry entry) {
        return entry.type() + " " + entry.seal().hash();
    }
}
