package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.CustomerUpdate;
import io.tokeneconomy.StripeRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Taxes of a known customer need an address: its own, or one that may be kept (row 60). */
@StripeRule(60)
class TaxLocationTest {

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
    void aCustomerWithoutAddressIsRefused() throws StripeException {
        SessionCreateParams.Builder request = taxed(CustomerCreateParams.builder());

        assertThatThrownBy(() -> open(request))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refusal -> assertThat(refusal.getCode()).isEqualTo("customer_tax_location_invalid"));
    }

    @Test
    void anAddressThatMayBeKeptWillDo() throws StripeException {
        SessionCreateParams.Builder request = taxed(CustomerCreateParams.builder())
                .setCustomerUpdate(CustomerUpdate.builder()
                        .setAddress(CustomerUpdate.Address.AUTO)
                        .build());

        assertThat(open(request).getAutomaticTax().getEnabled()).isTrue();
    }

    @Test
    void aKnownAddressWillDo() throws StripeException {
        SessionCreateParams.Builder request = taxed(CustomerCreateParams.builder()
                .setAddress(
                        CustomerCreateParams.Address.builder().setCountry("DE").build()));

        assertThat(open(request).getAutomaticTax().getEnabled()).isTrue();
    }

    private Session open(SessionCreateParams.Builder request) throws StripeException {
        return shop.stripe().v1().checkout().sessions().create(request.build());
    }

    private SessionCreateParams.Builder taxed(CustomerCreateParams.Builder customer) throws StripeException {
        return Shop.request()
                .setCustomer(
                        shop.stripe().v1().customers().create(customer.build()).getId())
                .setAutomaticTax(SessionCreateParams.AutomaticTax.builder()
                        .setEnabled(true)
                        .build());
    }
}
