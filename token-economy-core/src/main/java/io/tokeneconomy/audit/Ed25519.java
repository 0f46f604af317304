package io.tokeneconomy.audit;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.Digest;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;

/** Ed25519 with the keys at hand. */
final class Ed25519 implements CheckpointSigner {

    private final KeyPair keys;

    Ed25519(KeyPair keys) {
        requireEd25519(keys.getPublic());
        this.keys = keys;
    }

    @Override
    public PublicKey publicKey() {
        return keys.getPublic();
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the private key cannot sign", e);
        }
    }

    static boolean isSigned(PublicKey key, byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the public key cannot verify", e);
        }
    }

    static void requireEd25519(PublicKey key) {
        boolean fits = key instanceof EdECPublicKey edwards
                && edwards.getParams().getName().equals(NamedParameterSpec.ED25519.getName());
        if (!fits) {
            throw new InvalidValueException("public key", key.getAlgorithm(), "an Ed25519 key");
        }
    }

    static Digest keyId(PublicKey key) {
        return Digest.of(sha256().digest(key.getEncoded()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
