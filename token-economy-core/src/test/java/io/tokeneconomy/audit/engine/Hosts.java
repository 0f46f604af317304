package io.tokeneconomy.audit.engine;

import io.tokeneconomy.audit.CheckpointSigner;
import io.tokeneconomy.audit.PseudonymKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.HexFormat;

/** The secrets of a host, always the same. */
final class Hosts {

    static final PseudonymKey NAMES =
            PseudonymKey.of("a secret of thirty-two bytes!!!!".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    /** The first test vector of RFC 8032, section 7.1. */
    static final KeyPair KEYS = keys(
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

    /** The second. */
    static final KeyPair OTHER_KEYS = keys(
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");

    static final CheckpointSigner SIGNER = CheckpointSigner.ed25519(KEYS);

    private Hosts() {}

    private static KeyPair keys(String secret, String point) {
        try {
            KeyFactory factory = KeyFactory.getInstance("Ed25519");
            byte[] encoded = HexFormat.of().parseHex(point);
            boolean odd = (encoded[31] & 0x80) != 0;
            encoded[31] &= 0x7f;
            byte[] bigEndian = new byte[32];
            for (int i = 0; i < 32; i++) {
                bigEndian[i] = encoded[31 - i];
            }
            EdECPoint y = new EdECPoint(odd, new BigInteger(1, bigEndian));
            EdECPrivateKey privateKey = (EdECPrivateKey) factory.generatePrivate(new EdECPrivateKeySpec(
                    NamedParameterSpec.ED25519, HexFormat.of().parseHex(secret)));
            return new KeyPair(
                    factory.generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, y)), privateKey);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
