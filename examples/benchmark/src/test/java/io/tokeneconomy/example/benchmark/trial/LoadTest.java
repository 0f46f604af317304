package io.tokeneconomy.example.benchmark.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.example.benchmark.contender.Answer;
import io.tokeneconomy.example.benchmark.contender.ContentionException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static final List<String> ACCOUNTS = List.of("a", "b");

    private final ExecutorService threads = Threads.of(false);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private Load load(Fake contender) throws InterruptedException {
        contender.open(ACCOUNTS, 1_000_000_000);
        Load load = new Load("spend", 4, 0, 1, contender, ACCOUNTS);
        load.run(threads);
        return load;
    }

    @Test
    void everyAcknowledgedSpendIsBooked() throws InterruptedException {
        Fake fake = new Fake();
        Load load = load(fake);
        assertThat(load.acknowledged())
                .isPositive()
                .isEqualTo(fake.books(ACCOUNTS).spends());
        assertThat(load.latency().count()).isEqualTo(load.perSecond().get(0)).isLessThanOrEqualTo(load.acknowledged());
    }

    /** Every second answer is lost after the booking. */
    @Test
    void aSpendWhoseAnswerIsLostIsAskedForAgainUnderItsKey() throws InterruptedException {
        Fake losesAnswers = new Fake() {
            private long asked;

            @Override
            public synchronized Answer spend(String account, String key) {
                Answer answer = super.spend(account, key);
                if (++asked % 2 == 0) {
                    throw new ContentionException(new IllegalStateException("lost"));
                }
                return answer;
            }
        };
        Load load = load(losesAnswers);
        assertThat(load.retries()).isPositive();
        assertThat(load.unresolved()).isZero();
        assertThat(load.acknowledged()).isEqualTo(losesAnswers.books(ACCOUNTS).spends());
    }

    @Test
    void aNewKeyThatIsSaidToBeBookedFails() {
        Fake confused = new Fake() {
            @Override
            boolean isBooked(String key) {
                return super.isBooked(key) || key.endsWith("-3");
            }
        };
        assertThatThrownBy(() -> load(confused))
                .isInstanceOf(TrialFailedException.class)
                .hasMessageContaining("never answered before, is REPLAYED");
    }

    @Test
    void anyOtherErrorEndsAllCallers() {
        Fake broken = new Fake() {
            @Override
            public synchronized Answer spend(String account, String key) {
                throw new IllegalArgumentException("disk full");
            }
        };
        assertThatThrownBy(() -> load(broken))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("disk full");
    }
}
