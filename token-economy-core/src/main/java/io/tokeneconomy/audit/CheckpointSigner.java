package io.tokeneconomy.audit;

import java.security.KeyPair;
import java.security.PublicKey;

/**
 * Signs checkpoints with Ed25519. Implement it where the private key never leaves a vault. Thread-safe.
 */
public interface CheckpointSigner {

    /** {@return the Ed25519 key that auditors verify with} */
    PublicKey publicKey();

    /** {@return the 64 bytes of the message's Ed25519 signature} */
    byte[] sign(byte[] message);

    /**
     * {@return a signer with a key pair at hand, as {@code KeyPairGenerator.getInstance("Ed25519")} makes it}
     *
     * @throws io.tokeneconomy.error.InvalidValueException when it is of another kind
     */
    static CheckpointSigner ed25519(KeyPair keys) {
        return new Ed25519(keys);
    }
}
