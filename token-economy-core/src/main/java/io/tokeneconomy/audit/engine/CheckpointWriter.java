package io.tokeneconomy.audit.engine;

import io.tokeneconomy.audit.CheckpointHeader;
import io.tokeneconomy.audit.CheckpointLine;
import io.tokeneconomy.audit.CheckpointSeal;
import io.tokeneconomy.audit.CheckpointSigner;
import io.tokeneconomy.audit.CheckpointSummary;
import io.tokeneconomy.audit.CheckpointTotals;
import io.tokeneconomy.audit.PseudonymKey;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.engine.History;
import io.tokeneconomy.ledger.store.LedgerStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes one checkpoint, account by account. */
final class CheckpointWriter {

    private static final int PAGE = 100;

    private final LedgerStore store;
    private final PseudonymKey names;
    private final OutputStream to;
    private final MessageDigest sha256;
    private CheckpointTotals totals = CheckpointTotals.NOTHING;

    CheckpointWriter(LedgerStore store, PseudonymKey names, OutputStream to) {
        this.store = store;
        this.names = names;
        this.to = to;
        this.sha256 = sha256();
    }

    CheckpointSummary write(CheckpointSigner signer, Instant at) throws IOException {
        Digest keyId = Digest.of(sha256().digest(signer.publicKey().getEncoded()));
        line(new CheckpointHeader(at, keyId).text());
        AccountWalk accounts = new AccountWalk(store);
        List<Account> page = accounts.next();
        while (!page.isEmpty()) {
            for (Account account : page) {
                Optional<CheckpointLine> found = latest(account, at);
                if (found.isPresent()) {
                    totals = totals.plus(found.get());
                    line(found.get().text());
                }
            }
            page = accounts.next();
        }
        line(totals.text());
        Digest hash = Digest.of(sha256.digest());
        byte[] signature = signer.sign(CheckpointSeal.message(hash));
        write(CheckpointSeal.of(hash, signature).text());
        to.flush();
        return new CheckpointSummary(at, keyId, totals, hash);
    }

    /** The account's latest entry as of that time, so that a checkpoint that takes long is of one moment all the same. */
    private Optional<CheckpointLine> latest(Account account, Instant at) {
        String name = names.name(account.id());
        if (!account.lastEntryAt().isAfter(at)) {
            return Optional.of(new CheckpointLine(
                    name, account.sequence(), account.head(), account.lastEntryAt(), account.totals()));
        }
        return lastBy(account, at)
                .map(entry -> new CheckpointLine(
                        name,
                        entry.sequence(),
                        entry.seal().hash(),
                        entry.at(),
                        entry.movement().after()));
    }

    /** Few entries are newer than a checkpoint that is being written. */
    private Optional<LedgerEntry> lastBy(Account account, Instant at) {
        History history = new History(store, account.id());
        List<LedgerEntry> page = history.before(account.sequence(), PAGE);
        while (!page.isEmpty()) {
            for (LedgerEntry entry : page) {
                if (!entry.at().isAfter(at)) {
                    return Optional.of(entry);
                }
            }
            page = history.before(page.get(page.size() - 1).sequence(), PAGE);
        }
        return Optional.empty();
    }

    private void line(String text) throws IOException {
        sha256.update(write(text));
    }

    private byte[] write(String text) throws IOException {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.US_ASCII);
        to.write(bytes);
        return bytes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
