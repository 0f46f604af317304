package io.tokeneconomy.ledger.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.store.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The short way to write a text gives what the long way gives. */
class JsonTextsTest {

    private static final Account UNUSED = Account.unused(AccountId.of("alice"));

    @Test
    void anAccountWithLotsOnly() {
        Account account = new Account(
                UNUSED.id(),
                UNUSED.salt(),
                UNUSED.tip(),
                UNUSED.totals(),
                Samples.lots(),
                List.of(),
                UNUSED.settings(),
                UNUSED.counters());
        assertThat(StateJson.write(account))
                .startsWith("{\"lots\":[1,10,10,null,0,\"FREE\",2,")
                .endsWith(",0,\"FREE\"]}");
        assertThat(StateJson.read(StateJson.write(account)).lots()).isEqualTo(account.lots());
    }

    @Test
    void anAccountWithNothing() {
        assertThat(StateJson.write(UNUSED)).isEqualTo("{\"lots\":[]}");
    }

    @Test
    void anEntryThatChangesLotsOnly() {
        Effects effects = Effects.of(List.of(new Allocation(1, -5), new Allocation(Long.MAX_VALUE, 7)));
        assertThat(EffectsJson.write(effects)).isEqualTo("{\"lots\":[1,-5,9223372036854775807,7]}");
        assertThat(EffectsJson.read(EffectsJson.write(effects))).isEqualTo(effects);
    }

    @Test
    void anEntryThatChangesNothing() {
        assertThat(EffectsJson.write(Effects.NONE)).isEqualTo("{\"lots\":[]}");
        assertThat(EffectsJson.read("{\"lots\":[]}")).isEqualTo(Effects.NONE);
    }
}
