package io.tokeneconomy.payment.stripe;

import java.util.Map;

/**
 * How an application finds again at Stripe what it made there, in this process or any other, without keeping anything.
 *
 * <p>Products have ids of our choice, so that two who provision at once cannot make two; Stripe allows letters, digits,
 * {@code _} and {@code -} in them (<a
 * href="https://docs.stripe.com/changelog/2018-05-21/valid-characters-ids-coupons-skus-customers-products-plans">its
 * changelog</a>). Neither an application's name nor the id of a package or plan has a dot, so no two
 * lookup keys are the same text. Packages and plans share their ids, hence one name of the metadata serves both.
 *
 * @param application what tells this application from others on the same account
 */
record ProvisioningNames(String application) {

    static final String APPLICATION = "te_app";

    private static final String PACKAGE = "package_id";
    private static final int HASH_LENGTH = 12;

    String productId(String packageId) {
        return "te_" + packageId + "_" + IdempotencyKeys.sha256(application).substring(0, HASH_LENGTH);
    }

    String lookupKey(String packageId) {
        return application + "." + packageId;
    }

    /** The metadata of what belongs to a package or plan. */
    Map<String, String> mark(String packageId) {
        return Map.of(APPLICATION, application, PACKAGE, packageId);
    }

    boolean marked(Map<String, String> metadata, String packageId) {
        return isOurs(metadata) && packageId.equals(metadata.get(PACKAGE));
    }

    boolean isOurs(Map<String, String> metadata) {
        return application.equals(metadata.get(APPLICATION));
    }
}
