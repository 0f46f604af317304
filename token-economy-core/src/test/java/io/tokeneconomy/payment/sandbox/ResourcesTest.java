package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.Price;
import com.stripe.model.Product;
import com.stripe.model.StripeCollection;
import com.stripe.model.checkout.Session;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.EventListParams;
import com.stripe.param.PriceListParams;
import com.stripe.param.ProductCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionListParams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResourcesTest {

    private StripeSandbox sandbox;
    private Shop shop;

    @BeforeEach
    void start() {
        sandbox = StripeSandbox.builder().start();
        shop = new Shop(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aCustomerIsMadeChangedFoundAndDeleted() throws StripeException {
        Customer made = customer("Änne <ä@example.com>");
        var customers = shop.stripe().v1().customers();
        Customer changed = customers.update(
                made.getId(),
                CustomerUpdateParams.builder()
                        .setName("")
                        .putMetadata("user", "")
                        .putMetadata("object", "price")
                        .putMetadata("_private", "kept")
                        .build());

        assertThat(changed.getName()).isNull();
        assertThat(changed.getMetadata()).isEqualTo(Map.of("object", "price", "_private", "kept"));
        assertThat(list("Änne <ä@example.com>")).hasSize(1);

        assertThat(customers.delete(made.getId()).getDeleted()).isTrue();
        assertThat(customers.retrieve(made.getId()).getDeleted()).isTrue();
        assertThat(list("Änne <ä@example.com>")).isEmpty();
        assertThatThrownBy(() -> customers.delete(made.getId())).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> shop.stripe()
                        .v1()
                        .checkout()
                        .sessions()
                        .create(Shop.request().setCustomer(made.getId()).build()))
                .hasMessageContaining("No such customer");
    }

    private List<Customer> list(String email) throws StripeException {
        return shop.stripe()
                .v1()
                .customers()
                .list(CustomerListParams.builder().setEmail(email).build())
                .getData();
    }

    private Customer customer(String email) throws StripeException {
        return shop.stripe()
                .v1()
                .customers()
                .create(CustomerCreateParams.builder()
                        .setEmail(email)
                        .setName("Anne")
                        .putMetadata("user", "u1")
                        .build());
    }

    @Test
    void listsAreNewestFirstAndPagedBothWays() throws StripeException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            ids.add(0, customer("c" + i + "@example.com").getId());
        }
        var customers = shop.stripe().v1().customers();
        List<String> paged = new ArrayList<>();
        customers
                .list(CustomerListParams.builder().setLimit(5L).build())
                .autoPagingIterable()
                .forEach(customer -> paged.add(customer.getId()));
        assertThat(paged).isEqualTo(ids);

        StripeCollection<Customer> before = customers.list(CustomerListParams.builder()
                .setLimit(5L)
                .setEndingBefore(ids.get(10))
                .build());
        assertThat(before.getData()).extracting(Customer::getId).isEqualTo(ids.subList(5, 10));
        assertThat(before.getHasMore()).isTrue();
        assertThat(customers.list().getData()).hasSize(10);
    }

    @Test
    void aLookupKeyHasOnePriceAndMovesOnlyWhenTold() throws StripeException {
        Price first = shop.price("popular");
        assertThatThrownBy(() -> shop.price("popular"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("(`" + first.getId() + "`) already uses that lookup key");

        Price second = shop.stripe()
                .v1()
                .prices()
                .create(Shop.priceRequest("popular").setTransferLookupKey(true).build());

        assertThat(byKey("popular")).extracting(Price::getId).containsExactly(second.getId());
        assertThat(shop.stripe().v1().prices().retrieve(first.getId()).getLookupKey())
                .isNull();
    }

    private List<Price> byKey(String key) throws StripeException {
        return shop.stripe()
                .v1()
                .prices()
                .list(PriceListParams.builder()
                        .addLookupKey(key)
                        .addLookupKey("other")
                        .setActive(true)
                        .addExpand("data.product")
                        .build())
                .getData();
    }

    @Test
    void aListedPriceShowsItsProductWhenAsked() throws StripeException {
        shop.price("popular");
        assertThat(byKey("popular").get(0).getProductObject().getName()).isEqualTo("Popular");
    }

    @Test
    void aProductMayBringItsOwnIdOnce() throws StripeException {
        ProductCreateParams request =
                ProductCreateParams.builder().setId("tokens").setName("Tokens").build();
        Product made = shop.stripe().v1().products().create(request);
        assertThat(shop.stripe().v1().products().retrieve("tokens")).isEqualTo(made);
        assertThatThrownBy(() -> shop.stripe().v1().products().create(request))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        error -> assertThat(error.getCode()).isEqualTo("resource_already_exists"));
    }

    @Test
    void aSessionTakesThePriceAndTheQuantity() throws StripeException {
        Price price = shop.price("popular");
        Session session = shop.stripe()
                .v1()
                .checkout()
                .sessions()
                .create(SessionCreateParams.builder()
                        .setMode(SessionCreateParams.Mode.PAYMENT)
                        .setSuccessUrl(Shop.SUCCESS)
                        .setLocale(SessionCreateParams.Locale.DE)
                        .addLineItem(SessionCreateParams.LineItem.builder()
                                .setPrice(price.getId())
                                .setQuantity(3L)
                                .build())
                        .build());
        assertThat(session.getAmountTotal()).isEqualTo(3 * Shop.AMOUNT);
        assertThat(session.getLocale()).isEqualTo("de");
        var items = shop.stripe().v1().checkout().sessions().lineItems().list(session.getId());
        assertThat(items.getData().get(0).getPrice().getId()).isEqualTo(price.getId());
        assertThat(items.getHasMore()).isFalse();
    }

    @Test
    void sessionsAreFoundByStatusPaymentAndTime() throws StripeException {
        Session open = shop.open();
        Session paid = shop.open();
        sandbox.pay(paid.getId(), "4242424242424242");
        String intent = shop.read(paid.getId()).getPaymentIntent();

        assertThat(sessions(SessionListParams.builder().setStatus(SessionListParams.Status.OPEN)))
                .containsExactly(open.getId());
        assertThat(sessions(SessionListParams.builder().setPaymentIntent(intent)))
                .containsExactly(paid.getId());
        assertThat(sessions(createdFrom(open.getCreated()))).containsExactly(paid.getId(), open.getId());
        assertThat(sessions(createdFrom(open.getCreated() + 3600))).isEmpty();
    }

    private static SessionListParams.Builder createdFrom(long seconds) {
        return SessionListParams.builder()
                .setCreated(SessionListParams.Created.builder().setGte(seconds).build());
    }

    private List<String> sessions(SessionListParams.Builder filter) throws StripeException {
        return shop.stripe().v1().checkout().sessions().list(filter.build()).getData().stream()
                .map(Session::getId)
                .toList();
    }

    @Test
    void aDeletedCustomerIsToldAsItWas() throws StripeException {
        Customer customer = shop.stripe()
                .v1()
                .customers()
                .create(CustomerCreateParams.builder().setEmail("a@example.com").build());
        shop.stripe().v1().customers().delete(customer.getId());

        Event event = shop.stripe().v1().events().list().getData().get(0);
        assertThat(event.getType()).isEqualTo("customer.deleted");
        Customer told = (Customer) event.getDataObjectDeserializer().getObject().orElseThrow();
        assertThat(told.getId()).isEqualTo(customer.getId());
        assertThat(told.getEmail()).isEqualTo("a@example.com");
    }

    @Test
    void eventsAreListedByType() throws StripeException {
        String id = shop.open().getId();
        sandbox.expire(id);
        List<Event> events = shop.stripe()
                .v1()
                .events()
                .list(EventListParams.builder()
                        .setType("checkout.session.expired")
                        .setDeliverySuccess(false)
                        .build())
                .getData();
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getPendingWebhooks()).isEqualTo(1);
            assertThat(shop.stripe().v1().events().retrieve(event.getId()).getType())
                    .isEqualTo(event.getType());
        });
    }
}
