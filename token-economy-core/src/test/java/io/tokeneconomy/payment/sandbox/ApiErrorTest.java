package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.AuthenticationException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Price;
import com.stripe.param.PriceUpdateParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiErrorTest {

    private StripeSandbox sandbox;
    private Shop shop;
    private RawHttp http;

    @BeforeEach
    void start() {
        sandbox = StripeSandbox.builder().start();
        shop = new Shop(sandbox);
        http = new RawHttp(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk_test_other", "sk_live_4242", "sk_test_sandbox_"})
    void anyOtherKeyIsRefused(String key) {
        assertThatThrownBy(() -> Shop.client(sandbox, key).v1().customers().list())
                .isInstanceOf(AuthenticationException.class)
                .hasMessageNotContaining(key + " ");
        assertThat(http.send("GET", "/v1/customers", "", "Authorization", "none")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatDoesNotExistIsMissing() {
        InvalidRequestException error = refusal(() -> shop.read("cs_test_nope"));
        assertThat(error.getStatusCode()).isEqualTo(404);
        assertThat(error.getCode()).isEqualTo("resource_missing");
        assertThat(error.getParam()).isEqualTo("id");
        assertThat(error.getRequestId()).startsWith("req_");
    }

    @Test
    void whatAParameterRefersToHasToExist() {
        InvalidRequestException price =
                refusal(() -> create(request -> request.addLineItem(SessionCreateParams.LineItem.builder()
                        .setPrice("price_nope")
                        .setQuantity(1L)
                        .build())));
        assertThat(price.getCode()).isEqualTo("resource_missing");
        assertThat(price.getParam()).isEqualTo("line_items[1][price]");
        InvalidRequestException customer = refusal(() -> create(request -> request.setCustomer("cus_nope")));
        assertThat(customer.getCode()).isEqualTo("resource_missing");
        assertThat(customer.getParam()).isEqualTo("customer");
    }

    @Test
    void anInactivePriceCannotBeSold() throws Exception {
        Price price = shop.price("old");
        shop.stripe()
                .v1()
                .prices()
                .update(
                        price.getId(),
                        PriceUpdateParams.builder().setActive(false).build());
        assertThat(refusal(() -> create(request -> request.addLineItem(SessionCreateParams.LineItem.builder()
                        .setPrice(price.getId())
                        .setQuantity(1L)
                        .build()))))
                .hasMessageContaining("inactive");
    }

    @ParameterizedTest
    @CsvSource({
        "foo, parameter_unknown",
        "line_items[0][foo], parameter_unknown",
        "payment_intent_data[foo][bar], ",
        "discounts[0][coupon], resource_missing",
        "optional_items[0][price], ",
    })
    void whatStripeOrTheSandboxDoesNotTakeIsRefused(String name, String code) {
        InvalidRequestException error = refusal(() -> create(request -> request.putExtraParam(name, "x")));
        assertThat(error.getStatusCode()).isEqualTo(400);
        assertThat(error.getCode()).isEqualTo(code);
        assertThat(error.getParam()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mode", "success_url"})
    void aRequiredParameterCannotBeLeftOut(String name) {
        SessionCreateParams.Builder request = SessionCreateParams.builder();
        if (!name.equals("mode")) {
            request.setMode(SessionCreateParams.Mode.PAYMENT);
        }
        InvalidRequestException error =
                refusal(() -> shop.stripe().v1().checkout().sessions().create(request.build()));
        assertThat(error.getCode()).isEqualTo("parameter_missing");
        assertThat(error.getParam()).isEqualTo(name);
    }

    static Stream<Arguments> wrongSessions() {
        return Stream.of(
                wrong("mode", request -> request.setMode(SessionCreateParams.Mode.SETUP)),
                wrong("payment_intent_data", request -> request.setMode(SessionCreateParams.Mode.SUBSCRIPTION)),
                wrong("success_url", request -> request.setSuccessUrl("javascript:alert(1)")),
                wrong("cancel_url", request -> request.setCancelUrl("/cancel")),
                wrong("client_reference_id", request -> request.setClientReferenceId("x".repeat(201))),
                wrong("metadata[" + "k".repeat(41) + "]", request -> request.putMetadata("k".repeat(41), "v")),
                wrong("metadata[k]", request -> request.putMetadata("k", "v".repeat(501))),
                wrong("expires_at", request -> request.setExpiresAt(inMinutes(28))),
                wrong("expires_at", request -> request.setExpiresAt(inMinutes(24 * 60 + 2))),
                wrong("customer_email", request -> request.setCustomerEmail("nobody")),
                wrong("line_items[1][quantity]", request -> request.addLineItem(euro(0L))),
                wrong("line_items", request -> request.addLineItem(euro(1L))));
    }

    private static Arguments wrong(String param, Consumer<SessionCreateParams.Builder> change) {
        return Arguments.of(param, change);
    }

    private static Long inMinutes(long minutes) {
        return Instant.now().getEpochSecond() + minutes * 60;
    }

    private static SessionCreateParams.LineItem euro(Long quantity) {
        return SessionCreateParams.LineItem.builder()
                .setQuantity(quantity)
                .setPriceData(SessionCreateParams.LineItem.PriceData.builder()
                        .setCurrency("EUR")
                        .setUnitAmount(500L)
                        .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                .setName("Other")
                                .build())
                        .build())
                .build();
    }

    @ParameterizedTest
    @MethodSource("wrongSessions")
    void aSessionThatStripeWouldNotTakeIsRefused(String param, Consumer<SessionCreateParams.Builder> change) {
        assertThat(refusal(() -> create(change)).getParam()).isEqualTo(param);
    }

    @ParameterizedTest
    @ValueSource(longs = {30, 24 * 60})
    void theLifetimeOfASessionIsTakenAtItsEdges(long minutes) throws Exception {
        long expiry = inMinutes(minutes);
        assertThat(create(request -> request.setExpiresAt(expiry))).isNotNull();
    }

    @Test
    void theTotalHasStripesBounds() {
        assertThat(refusal(() -> total(49)).getCode()).isEqualTo("amount_too_small");
        assertThat(refusal(() -> total(100_000_000)).getCode()).isEqualTo("parameter_invalid_integer");
    }

    private void total(long amount) throws Exception {
        shop.stripe()
                .v1()
                .checkout()
                .sessions()
                .create(Shop.request("Thing", amount).build());
    }

    @ParameterizedTest
    @CsvSource({"GET, /v1/nothing", "DELETE, /v1/prices", "POST, /v1/charges/ch_1", "GET, /", "PUT, /v1/customers"})
    void anUnknownAddressIsNotFound(String method, String path) {
        assertThat(http.send(method, path, "").statusCode()).isEqualTo(404);
    }

    @Test
    void aBodyOverTheLimitIsRefusedAndOneAtTheLimitIsRead() {
        String start = "name=";
        assertThat(http.send("POST", "/v1/customers", start + "x".repeat(ApiHandler.MAX_BODY - start.length()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(http.send("POST", "/v1/customers", "x".repeat(ApiHandler.MAX_BODY + 1))
                        .statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%zz", "a[b=1", "a=1&a[b]=2", "[a]=1"})
    void aBodyThatIsNoFormIsRefused(String body) {
        assertThat(http.send("POST", "/v1/customers", body).statusCode()).isEqualTo(400);
    }

    @Test
    void jsonIsRefused() {
        assertThat(http.send("POST", "/v1/customers", "{}", "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(400);
    }

    private Object create(Consumer<SessionCreateParams.Builder> change) throws Exception {
        SessionCreateParams.Builder request = Shop.request();
        change.accept(request);
        return shop.stripe().v1().checkout().sessions().create(request.build());
    }

    private static InvalidRequestException refusal(ThrowingCallable call) {
        InvalidRequestException error = catchThrowableOfType(InvalidRequestException.class, call);
        assertThat(error).isNotNull();
        return error;
    }
}
