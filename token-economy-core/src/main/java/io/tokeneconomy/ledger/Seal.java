package io.tokeneconomy.ledger;

/**
 * What makes an entry evident: altering any part of it, or its place in the account's history, breaks the chain.
 *
 * @param fingerprint SHA-256 of the operation that was asked for; tells a replay from a conflict
 * @param previous the hash of the account's entry before this one
 * @param hash SHA-256 over the previous hash and all of this entry
 */
public record Seal(Digest fingerprint, Digest previous, Digest hash) {}
