package io.tokeneconomy.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What makes an entry evident: altering any part of it, or its place in the account's history, breaks the chain.
 *
 * @param fingerprint SHA-256 of the operation that was asked for, salted; tells a replay from a conflict
 * @param hash SHA-256 over the hash of the account's entry before this one and all of this entry
 * @param erased SHA-256, salted, of whose entry it was and what was said about it, once that is erased; null before
 */
public record Seal(
        Digest fingerprint, Digest hash, @Nullable Digest erased) {}
