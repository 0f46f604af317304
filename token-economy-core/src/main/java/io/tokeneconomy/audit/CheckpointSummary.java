package io.tokeneconomy.audit;

import io.tokeneconomy.ledger.Digest;
import java.time.Instant;

/**
 * What is in a checkpoint.
 *
 * @param at as of when; entries booked later are not in it
 * @param keyId SHA-256 of the public key in its X.509 form
 * @param totals the sums over all accounts
 * @param sha256 the hash that is signed: of everything before the last line
 */
public record CheckpointSummary(Instant at, Digest keyId, CheckpointTotals totals, Digest sha256) {}
