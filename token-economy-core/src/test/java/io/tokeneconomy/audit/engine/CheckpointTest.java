package io.tokeneconomy.audit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.audit.CheckpointFinding;
import io.tokeneconomy.audit.CheckpointHeader;
import io.tokeneconomy.audit.CheckpointLine;
import io.tokeneconomy.audit.CheckpointSigner;
import io.tokeneconomy.audit.CheckpointSummary;
import io.tokeneconomy.audit.CheckpointTotals;
import io.tokeneconomy.audit.CheckpointVerifier;
import io.tokeneconomy.audit.InvalidCheckpointException;
import io.tokeneconomy.audit.PseudonymKey;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.Closure;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.engine.CountedStore;
import io.tokeneconomy.ledger.store.Bookkeeper;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final AccountId BOB = AccountId.of("bob");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final LedgerStore store = MemoryLedgerStore.create();
    private final Bookkeeper books = new Bookkeeper(store);
    private final List<CheckpointFinding> findings = new ArrayList<>();
    private int keys;

    @TempDir
    Path directory;

    /** Never change what is expected here: checkpoints are kept for years. */
    @Test
    void theFormatStands() throws IOException {
        grant(ALICE, 100);
        grant(BOB, 7);
        String text = checkpoint(NOON.plusSeconds(1));

        assertThat(text.lines())
                .containsExactly(
                        "{\"format\":\"token-economy-checkpoint\",\"version\":1,\"at\":\"2026-11-22T12:00:01.000000Z\","
                                + "\"key\":\"06e3fd8fda29bb60ab59557de61edb0aecdb231134be30e75b455f8e1b792fa9\"}",
                        "{\"account\":\"aad588c5b2e5809147dda451a4995c3d840aa733de6954523db7e73890aa767c\","
                                + "\"sequence\":1,\"hash\":\"319447907c7d1f3134deed913b8739fe4ca4806f19d3f49d8c11c3a1de1cbcb4\",\"at\":\"2026-11-22T12:00:00.000000Z\",\"settled\":100,\"held\":0,\"debt\":0}",
                        "{\"account\":\"0e1b70dc64e8592f71d2beaf5b75fda6829daf91b93809f29001088b68312eae\","
                                + "\"sequence\":1,\"hash\":\"ea05eafbe816d0afa3f9fa7460190a5332cc909ff51d111feeea76065938f42e\",\"at\":\"2026-11-22T12:00:00.000000Z\",\"settled\":7,\"held\":0,\"debt\":0}",
                        "{\"accounts\":2,\"entries\":2,\"settled\":107,\"held\":0,\"debt\":0}",
                        "{\"sha256\":\"bca1be80dea07ec4892ea4dd622dd5965f4cac5cc4cc43ed7d318c6513800353\","
                                + "\"signature\":\"CJXSpG3g8NU9OP0X6FURxdv2ynaQRv/QJ5/nrV61HjcjKbSL0Qz4tOyICV2+JAF3oeJY7erCaGSyd1UVciVMAw==\"}");
    }

    @Test
    void anAuditorNeedsNothingButTheFileAndTheKey() throws IOException {
        grant(ALICE, 100);
        grant(ALICE, 5);
        grant(BOB, 7);
        byte[] bytes = bytes(checkpoint(NOON));
        List<CheckpointLine> lines = new ArrayList<>();

        CheckpointSummary summary =
                CheckpointVerifier.verify(new ByteArrayInputStream(bytes), Hosts.KEYS.getPublic(), lines::add);

        assertThat(summary.at()).isEqualTo(NOON);
        assertThat(summary.totals()).isEqualTo(new CheckpointTotals(2, 3, 112, 0, 0));
        assertThat(lines)
                .extracting(CheckpointLine::name)
                .containsExactly(Hosts.NAMES.name(ALICE), Hosts.NAMES.name(BOB));
        assertThat(lines.get(0).hash()).isEqualTo(books.account(ALICE).head());
        assertThat(new String(bytes, StandardCharsets.US_ASCII))
                .doesNotContain("alice")
                .doesNotContain("bob");
    }

    @Test
    void everyChangedByteIsSeen() throws IOException {
        grant(ALICE, 100);
        byte[] right = bytes(checkpoint(NOON));
        for (int i = 0; i < right.length; i++) {
            byte[] wrong = right.clone();
            wrong[i] ^= 1;
            assertThatThrownBy(() -> verify(wrong)).as("byte %s", i).isInstanceOf(InvalidCheckpointException.class);
        }
    }

    /** The last digit before the padding carries bits that no byte is made of. */
    @Test
    void aSignatureHasOneFormOnly() throws IOException {
        grant(ALICE, 100);
        String right = checkpoint(NOON);
        int last = right.indexOf("==") - 1;
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < 64; i++) {
            char digit = digits.charAt(i);
            byte[] other = bytes(right.substring(0, last) + digit + right.substring(last + 1));
            if (digit != right.charAt(last)) {
                assertThatThrownBy(() -> verify(other))
                        .as("digit %s", digit)
                        .isInstanceOf(InvalidCheckpointException.class);
            }
        }
    }

    @Test
    void aTimeHasOneFormOnly() throws IOException {
        List<String> lines = checkpoint(NOON).lines().toList();
        String header = lines.get(0).replace("2026-11-22T12:00", "2026-11-22T24:00");
        assertThat(CheckpointHeader.parse(lines.get(0))).isPresent();
        assertThat(CheckpointHeader.parse(header)).isEmpty();
    }

    @Test
    void numbersBeyondAllSumsAreNoCheckpoint() throws IOException {
        grant(ALICE, 100);
        List<String> lines = checkpoint(NOON).lines().toList();
        String huge = lines.get(1).replace("\"sequence\":1,", "\"sequence\":999999999999999999,");
        assertThat(CheckpointLine.parse(huge)).isPresent();
        byte[] forged = bytes(lines.get(0) + "\n" + (huge + "\n").repeat(20));
        assertThatThrownBy(() -> verify(forged))
                .isInstanceOf(InvalidCheckpointException.class)
                .hasMessageContaining("line 11");
    }

    @Test
    void everyCutAndEveryAdditionIsSeen() throws IOException {
        grant(ALICE, 100);
        String right = checkpoint(NOON);
        for (int length = 0; length < right.length(); length++) {
            byte[] cut = bytes(right.substring(0, length));
            assertThatThrownBy(() -> verify(cut)).isInstanceOf(InvalidCheckpointException.class);
        }
        assertThatThrownBy(() -> verify(bytes(right + "\n")))
                .isInstanceOf(InvalidCheckpointException.class)
                .hasMessageContaining("line 5")
                .hasMessageContaining("more follows");
        assertThatThrownBy(() -> verify(bytes("x".repeat(100_000))))
                .isInstanceOf(InvalidCheckpointException.class)
                .hasMessageContaining("too long");
    }

    @Test
    void linesTakenOutOrPutElsewhereAreSeen() throws IOException {
        grant(ALICE, 100);
        grant(BOB, 7);
        List<String> lines = checkpoint(NOON).lines().toList();
        for (int removed = 0; removed < lines.size(); removed++) {
            List<String> fewer = new ArrayList<>(lines);
            fewer.remove(removed);
            assertThatThrownBy(() -> verify(bytes(String.join("\n", fewer) + "\n")))
                    .isInstanceOf(InvalidCheckpointException.class);
        }
        List<String> swapped = new ArrayList<>(lines);
        swapped.set(1, lines.get(2));
        swapped.set(2, lines.get(1));
        assertThatThrownBy(() -> verify(bytes(String.join("\n", swapped) + "\n")))
                .isInstanceOf(InvalidCheckpointException.class)
                .hasMessageContaining("another hash");
    }

    @Test
    void somebodyElsesSignatureIsRefused() throws IOException {
        grant(ALICE, 100);
        byte[] forged = bytes(checkpoint(NOON, CheckpointSigner.ed25519(Hosts.OTHER_KEYS)));
        assertThatThrownBy(() -> verify(forged))
                .isInstanceOf(InvalidCheckpointException.class)
                .hasMessageContaining("another key");

        CheckpointSigner liar = new CheckpointSigner() {
            @Override
            public java.security.PublicKey publicKey() {
                return Hosts.KEYS.getPublic();
            }

            @Override
            public byte[] sign(byte[] message) {
                return CheckpointSigner.ed25519(Hosts.OTHER_KEYS).sign(message);
            }
        };
        byte[] lied = bytes(checkpoint(NOON, liar));
        assertThatThrownBy(() -> verify(lied))
                .isInstanceOf(InvalidCheckpointException.class)
                .hasMessageContaining("signature");
    }

    @Test
    void otherKindsOfKeysAreRefused() throws NoSuchAlgorithmException {
        var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        assertThatThrownBy(() -> CheckpointSigner.ed25519(rsa)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> CheckpointVerifier.verify(new ByteArrayInputStream(new byte[0]), rsa.getPublic()))
                .isInstanceOf(InvalidValueException.class);
        var ed448 = KeyPairGenerator.getInstance("Ed448").generateKeyPair();
        assertThatThrownBy(() -> CheckpointSigner.ed25519(ed448)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void whatIsBookedLaterIsNotInIt() throws IOException {
        grant(ALICE, 100);
        books.apply(Grant.of(ALICE, 1, key()), NOON.plusSeconds(9));
        books.apply(Grant.of(BOB, 1, key()), NOON.plusSeconds(9));
        CheckpointSummary then = verify(bytes(checkpoint(NOON.plusSeconds(8))));
        CheckpointSummary now = verify(bytes(checkpoint(NOON.plusSeconds(9))));
        assertThat(then.totals()).isEqualTo(new CheckpointTotals(1, 1, 100, 0, 0));
        assertThat(now.totals()).isEqualTo(new CheckpointTotals(2, 3, 102, 0, 0));
    }

    @Test
    void aLedgerThatOnlyGrewStillFits() throws IOException {
        grant(ALICE, 100);
        grant(BOB, 7);
        Path file = file(checkpoint(NOON));
        grant(ALICE, 1);
        grant(AccountId.of("anna"), 1);
        assertThat(compare(file).totals().accounts()).isEqualTo(2);
        assertThat(findings).isEmpty();
    }

    @Test
    void aLedgerThatLostAnAccountOrWasSetBackDoesNotFit() throws IOException {
        grant(ALICE, 100);
        grant(ALICE, 1);
        grant(BOB, 7);
        Path file = file(checkpoint(NOON));

        LedgerStore other = MemoryLedgerStore.create();
        new Bookkeeper(other).apply(Grant.of(ALICE, 100, IdempotencyKey.of("k-1")), NOON);
        new AuditEngine(other, () -> NOON).compare(file, Hosts.KEYS.getPublic(), Hosts.NAMES, findings::add);

        assertThat(findings)
                .containsExactly(
                        new CheckpointFinding(Hosts.NAMES.name(ALICE), ALICE, 2, "the entry is gone"),
                        new CheckpointFinding(Hosts.NAMES.name(BOB), null, 1, "no account has this name"));
    }

    @Test
    void aHistoryRewrittenConsistentlyDoesNotFit() throws IOException {
        grant(ALICE, 100);
        Path file = file(checkpoint(NOON));

        LedgerStore rewritten = MemoryLedgerStore.create();
        new Bookkeeper(rewritten).apply(Grant.of(ALICE, 900, IdempotencyKey.of("k-1")), NOON);
        AuditEngine audit = new AuditEngine(rewritten, () -> NOON);
        assertThat(audit.verify(ALICE).intact()).isTrue();
        audit.compare(file, Hosts.KEYS.getPublic(), Hosts.NAMES, findings::add);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.account()).isEqualTo(ALICE);
            assertThat(finding.reason()).contains("rewritten");
        });
    }

    @Test
    void erasedAccountsAreFoundUnderTheirPseudonyms() throws IOException {
        grant(ALICE, 100);
        grant(BOB, 7);
        Path file = file(checkpoint(NOON));
        books.apply(new Closure(ALICE, key(), new Audit("tester", "gone")), NOON);
        new AuditEngine(store, () -> NOON).erase(ALICE, Hosts.NAMES);

        compare(file);
        assertThat(findings).isEmpty();
        Path later = file(checkpoint(NOON));
        compare(later);
        assertThat(findings).isEmpty();
        assertThat(Files.readString(later)).contains(Hosts.NAMES.name(ALICE));
    }

    @Test
    void manyAccountsAreFoundChunkByChunk() throws IOException {
        for (int i = 0; i < 2_000; i++) {
            grant(AccountId.of("user-" + i), 1);
        }
        Path file = file(checkpoint(NOON));
        CountedStore counted = new CountedStore(store);
        CheckpointComparison comparison = new CheckpointComparison(counted.store(), Hosts.NAMES, findings::add, 150);
        try (var in = Files.newInputStream(file)) {
            CheckpointVerifier.verify(in, Hosts.KEYS.getPublic(), comparison::accept);
        }
        comparison.finish();
        assertThat(findings).isEmpty();
        assertThat(counted.pages())
                .as("one page for each account, few for the walk")
                .isLessThan(2_050);
    }

    @Test
    void aForgedCheckpointReportsNothing() throws IOException {
        grant(ALICE, 100);
        Path file = file(checkpoint(NOON).replace("\"settled\":100,\"held\"", "\"settled\":101,\"held\""));
        grant(BOB, 1);
        assertThatThrownBy(() -> compare(file)).isInstanceOf(InvalidCheckpointException.class);
        assertThat(findings).isEmpty();
    }

    @Test
    void namesNeedTheKey() {
        PseudonymKey other = PseudonymKey.of(new byte[32]);
        assertThat(other.name(ALICE)).isNotEqualTo(Hosts.NAMES.name(ALICE)).hasSize(64);
        assertThat(Hosts.NAMES.pseudonym(ALICE).value()).isEqualTo("erased-" + Hosts.NAMES.name(ALICE));
        assertThat(Hosts.NAMES.name(Hosts.NAMES.pseudonym(ALICE))).isEqualTo(Hosts.NAMES.name(ALICE));
        assertThat(other.toString()).isEqualTo("PseudonymKey(secret)");
        assertThatThrownBy(() -> PseudonymKey.of(new byte[31]))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("31 bytes");
    }

    private CheckpointSummary compare(Path file) throws IOException {
        return new AuditEngine(store, () -> NOON).compare(file, Hosts.KEYS.getPublic(), Hosts.NAMES, findings::add);
    }

    private static CheckpointSummary verify(byte[] bytes) throws IOException {
        return CheckpointVerifier.verify(new ByteArrayInputStream(bytes), Hosts.KEYS.getPublic());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("checkpoint-" + ++keys), text);
    }

    private String checkpoint(Instant at) throws IOException {
        return checkpoint(at, Hosts.SIGNER);
    }

    private String checkpoint(Instant at, CheckpointSigner signer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CheckpointSummary written = new AuditEngine(store, () -> at).checkpoint(signer, Hosts.NAMES, out);
        assertThat(written.at()).isEqualTo(at);
        return out.toString(StandardCharsets.US_ASCII);
    }

    private void grant(AccountId account, long amount) {
        books.apply(Grant.of(account, amount, key()), NOON).orElseThrow();
    }

    private IdempotencyKey key() {
        return IdempotencyKey.of("k-" + ++keys);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
