package io.tokeneconomy.referee;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.param.CustomerCreateParams;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import io.tokeneconomy.referee.Judge.Verdict;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the suite asks is shown to the judge, and the judge would find a fault. */
@EnabledIfEnvironmentVariable(named = "STRIPE_REFEREE", matches = "http.+", disabledReason = "no referee is running")
class SuiteRefereeTest {

    private final Judge judge = new Judge(URI.create(System.getenv("STRIPE_REFEREE")), Witness.description());

    @Test
    void whatAnyTestAsksOfTheSandboxIsShown() throws Exception {
        try (StripeSandbox sandbox = StripeSandbox.builder().start()) {
            StripeClient.builder()
                    .setApiKey(StripeSandbox.API_KEY)
                    .setApiBase(sandbox.apiBase().toString())
                    .build()
                    .v1()
                    .customers()
                    .create(CustomerCreateParams.builder()
                            .putMetadata("user_id", "alice")
                            .build());
        }
        assertThat(Witness.OF_THE_SUITE.summary())
                .filteredOn(line -> line.startsWith("POST /v1/customers: "))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/refunds, payment_intent=pi_1&amount=5, ACCEPTED",
        "POST, /v1/refunds, payment_intent=pi_1&amonut=5, REFUSED",
        "POST, /v1/refunds, payment_intent=pi_1&charge=ch_1, REFUSED",
        "GET, /v1/disputes?created[gte]=1&limit=100, '', ACCEPTED",
        "GET, /v1/disputes?since=1, '', REFUSED",
        "GET, /v1/invoices?status=paid&created[gte]=1&expand[]=data.payments, '', DESCRIBED",
        "GET, /v1/invoices?state=paid, '', REFUSED",
        "GET, /v1/invoices/in_1?expand[]=payments, '', DESCRIBED",
        "GET, /v1/invoices/in_1?payments=true, '', REFUSED",
        "GET, /v1/invoices/in_1/lines?limit=100&starting_after=il_1, '', DESCRIBED",
        "GET, /v1/invoice_payments?payment[payment_intent]=pi_1&limit=1, '', DESCRIBED",
        "GET, /v1/invoice_payments?payment_intent=pi_1, '', REFUSED",
        "POST, /v1/payment_intents, amount=999&currency=usd&off_session=true&confirm=true, DESCRIBED",
        "POST, /v1/payment_intents, amount=999&currency=usd&away=true, REFUSED",
        "GET, /v1/payment_intents?customer=cus_1&created[gte]=1, '', DESCRIBED",
        "GET, /v1/payment_intents?card=pm_1, '', REFUSED",
        "GET, /v1/customers/cus_1/payment_methods?type=card&limit=100, '', DESCRIBED",
        "GET, /v1/customers/cus_1/payment_methods?kind=card, '', REFUSED",
        "POST, /v1/products/te_1, name=Popular, DESCRIBED",
        "POST, /v1/products/te_1, packageId=popular, REFUSED",
        "GET, /v1/webhook_endpoints/we_1, '', DESCRIBED",
        "GET, /v1/webhook_endpoints/we_1?secret=true, '', REFUSED"
    })
    void aPlantedFaultIsFound(String method, String path, String body, Verdict.Kind kind) {
        URI uri = URI.create(path.replace("[", "%5B").replace("]", "%5D"));
        Witness witness = new Witness(judge::of);
        Request request = new Request(method, uri, body);

        witness.saw(request);

        assertThat(judge.of(request).kind()).isEqualTo(kind);
        assertThat(witness.summary().stream().filter(line -> line.startsWith("REFUSED ")))
                .hasSize(kind == Verdict.Kind.REFUSED ? 1 : 0);
    }
}
