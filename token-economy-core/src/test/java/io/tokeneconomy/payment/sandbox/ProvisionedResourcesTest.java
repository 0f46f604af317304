package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Product;
import com.stripe.model.WebhookEndpoint;
import com.stripe.net.Webhook;
import com.stripe.param.ProductCreateParams;
import com.stripe.param.ProductUpdateParams;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.WebhookEndpointCreateParams.ApiVersion;
import com.stripe.param.WebhookEndpointCreateParams.EnabledEvent;
import com.stripe.param.WebhookEndpointListParams;
import com.stripe.param.WebhookEndpointUpdateParams;
import com.stripe.param.common.EmptyParam;
import com.stripe.service.V1Services;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Products that change, and webhook endpoints made through the API. */
class ProvisionedResourcesTest {

    private static final String ADDRESS = "http://127.0.0.1:1/api/stripe/webhook";

    private StripeSandbox sandbox;
    private V1Services stripe;

    @BeforeEach
    void start() {
        sandbox = StripeSandbox.builder().start();
        stripe = new Shop(sandbox).stripe().v1();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aProductChanges() throws StripeException {
        stripe.products()
                .create(ProductCreateParams.builder()
                        .setId("popular")
                        .setName("Popular")
                        .setDescription("Most popular")
                        .putMetadata("te_app", "shop")
                        .build());

        Product changed = stripe.products()
                .update(
                        "popular",
                        ProductUpdateParams.builder()
                                .setName("More popular")
                                .setDescription(EmptyParam.EMPTY)
                                .setActive(false)
                                .putMetadata("package_id", "popular")
                                .build());

        assertThat(changed.getName()).isEqualTo("More popular");
        assertThat(changed.getDescription()).isNull();
        assertThat(changed.getActive()).isFalse();
        assertThat(changed.getMetadata()).isEqualTo(Map.of("te_app", "shop", "package_id", "popular"));
        assertThat(stripe.products().retrieve("popular")).isEqualTo(changed);
    }

    @Test
    void anEndpointIsMadeListedChangedAndRemoved() throws StripeException {
        WebhookEndpoint made = create(ADDRESS);

        assertThat(made.getApiVersion()).isEqualTo("2026-07-29.dahlia");
        assertThat(made.getStatus()).isEqualTo("enabled");
        assertThat(made.getEnabledEvents()).containsExactly("checkout.session.completed");

        WebhookEndpoint changed = stripe.webhookEndpoints()
                .update(
                        made.getId(),
                        WebhookEndpointUpdateParams.builder()
                                .addEnabledEvent(WebhookEndpointUpdateParams.EnabledEvent.REFUND__CREATED)
                                .setDisabled(true)
                                .putMetadata("te_app", "shop")
                                .build());

        assertThat(changed.getStatus()).isEqualTo("disabled");
        assertThat(changed.getUrl()).isEqualTo(ADDRESS);
        assertThat(changed.getEnabledEvents()).containsExactly("refund.created");
        assertThat(changed.getMetadata()).containsEntry("te_app", "shop");
        assertThat(endpoints()).containsExactly(changed);
        assertThat(stripe.webhookEndpoints().delete(made.getId()).getDeleted()).isTrue();
        assertThat(endpoints()).isEmpty();
        assertThatThrownBy(() -> stripe.webhookEndpoints().retrieve(made.getId()))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.getStatusCode()).isEqualTo(404));
    }

    @Test
    void theSecretIsToldOnceOnly() throws StripeException {
        WebhookEndpoint made = create(ADDRESS);

        assertThat(made.getSecret()).startsWith("whsec_");
        assertThat(stripe.webhookEndpoints().retrieve(made.getId()).getSecret()).isNull();
        assertThat(endpoints()).extracting(WebhookEndpoint::getSecret).containsOnlyNulls();
    }

    @Test
    void whatIsNoAddressOrOneTooManyIsRefused() throws StripeException {
        assertThatThrownBy(() -> create("ftp://shop.example")).hasMessageContaining("Invalid URL");
        assertThatThrownBy(() -> create("shop")).hasMessageContaining("Invalid URL");
        for (int i = 0; i < WebhookEndpoints.MAX_ENDPOINTS; i++) {
            create(ADDRESS);
        }

        assertThatThrownBy(() -> create(ADDRESS)).hasMessageContaining("maximum of 16");
    }

    @Test
    void eachEndpointHearsWhatItAskedForSignedWithItsSecret() throws Exception {
        try (WebhookReceiver first = new WebhookReceiver();
                WebhookReceiver second = new WebhookReceiver()) {
            String secret = create(first.uri().toString()).getSecret();
            stripe.webhookEndpoints().create(request(second.uri().toString(), EnabledEvent.REFUND__CREATED));

            Shop shop = new Shop(sandbox);
            sandbox.pay(shop.open().getId(), "4242424242424242");

            assertThat(first.received()).hasSize(1);
            WebhookReceiver.Received heard = first.received().get(0);
            assertThat(Webhook.constructEvent(heard.body(), heard.signature(), secret)
                            .getType())
                    .isEqualTo("checkout.session.completed");
            assertThat(second.received()).isEmpty();
            assertThat(sandbox.events().get(0).delivered()).isTrue();
        }
    }

    @Test
    void endpointsSurviveARestart(@TempDir Path folder) throws Exception {
        Path journal = folder.resolve("journal");
        try (StripeSandbox before = StripeSandbox.builder().journal(journal).start()) {
            new Shop(before).stripe().v1().webhookEndpoints().create(request(ADDRESS, EnabledEvent.ALL));
        }
        try (StripeSandbox after = StripeSandbox.builder().journal(journal).start()) {
            assertThat(endpoints(new Shop(after).stripe().v1()))
                    .extracting(WebhookEndpoint::getUrl)
                    .containsExactly(ADDRESS);
        }
    }

    private WebhookEndpoint create(String url) throws StripeException {
        return stripe.webhookEndpoints().create(request(url, EnabledEvent.CHECKOUT__SESSION__COMPLETED));
    }

    private static WebhookEndpointCreateParams request(String url, EnabledEvent event) {
        return WebhookEndpointCreateParams.builder()
                .setUrl(url)
                .addEnabledEvent(event)
                .setApiVersion(ApiVersion.VERSION_2026_07_29_DAHLIA)
                .build();
    }

    private List<WebhookEndpoint> endpoints() throws StripeException {
        return endpoints(stripe);
    }

    private static List<WebhookEndpoint> endpoints(V1Services stripe) throws StripeException {
        return stripe.webhookEndpoints()
                .list(WebhookEndpointListParams.builder().setLimit(100L).build())
                .getData();
    }
}
