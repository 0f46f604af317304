package io.tokeneconomy.audit;

import io.tokeneconomy.ledger.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Something in the ledger that does not fit a checkpoint.
 *
 * @param name the account's name in the checkpoint
 * @param account the account; null when there is none of that name
 * @param sequence the entry that the checkpoint saw last
 * @param reason what does not fit
 */
public record CheckpointFinding(String name, @Nullable AccountId account, long sequence, String reason) {}
