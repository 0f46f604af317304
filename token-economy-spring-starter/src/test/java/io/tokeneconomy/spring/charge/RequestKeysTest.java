package io.tokeneconomy.spring.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestKeysTest {

    private static final AccountId ANN = AccountId.of("ann");

    @Test
    void theSameCallHasTheSameKey() throws Exception {
        assertThat(RequestKeys.key(ANN, method("a"), "1")).isEqualTo(RequestKeys.key(ANN, method("a"), "1"));
    }

    @Test
    void noOtherCallHasIt() throws Exception {
        assertThat(RequestKeys.key(ANN, method("a"), "b:c"))
                .isNotEqualTo(RequestKeys.key(AccountId.of("ann:b"), method("a"), "c"))
                .isNotEqualTo(RequestKeys.key(ANN, method("b"), "b:c"))
                .isNotEqualTo(RequestKeys.key(ANN, method("a", String.class), "b:c"));
    }

    @Test
    void accountsOfAnyLengthAndAlphabetHaveOne() throws Exception {
        assertThat(RequestKeys.key(AccountId.of("ä".repeat(200)), method("a"), "k".repeat(255))
                        .value())
                .hasSize(51);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "ä", "a\n"})
    void whatIsNoKeyIsRefused(String sent) throws Exception {
        Method method = method("a");
        assertThatThrownBy(() -> RequestKeys.key(ANN, method, sent)).isInstanceOf(InvalidValueException.class);
    }

    private static Method method(String name, Class<?>... parameters) throws NoSuchMethodException {
        return Calls.class.getMethod(name, parameters);
    }

    public interface Calls {
        void a();

        void a(String text);

        void b();
    }
}
