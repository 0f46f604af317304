/**
 * A JUnit 5 and 6 extension that gives each test a Stripe sandbox of its own.
 *
 * <p>In Maven, take the tests jar of {@code token-economy-core} (type {@code test-jar}, scope {@code test}), then:
 *
 * <pre>{@code
 * @ExtendWith(StripeSandboxExtension.class)
 * class ShopTest {
 *
 *     @Test
 *     void aRefundTakesTheTokensBack(StripeSandbox sandbox) {
 *         ... build the shop with sandbox.apiKey(), sandbox.apiBase() and sandbox.webhookSecret()
 *         sandbox.webhook(shop.endpoint(), sandbox.webhookSecret());
 *         String session = ... start a checkout
 *         sandbox.pay(session, "4242424242424242");
 *         sandbox.refunds().make(session);
 *         sandbox.webhooks().await(Duration.ofSeconds(10));
 *         ... look at the balance
 *     }
 * }
 * }</pre>
 *
 * <p>A shop whose time is {@code sandbox.clock()}, its gateway's too, is taken through the months of a subscription:
 *
 * <pre>{@code
 * sandbox.pay(economy.checkout().subscribe(alice, "basic").id(), "4242424242424242");
 * sandbox.clock().advance(Duration.ofDays(31));
 * ... look at the balance: the tokens of two months, until those of the first one expire
 * }</pre>
 *
 * <p>Where the sandbox has to be set up otherwise, with a clock of the test's for instance, register the extension in a
 * field:
 *
 * <pre>{@code
 * @RegisterExtension
 * final StripeSandboxExtension stripe = StripeSandboxExtension.with(builder -> builder.time(clock));
 * }</pre>
 *
 * <p>The sandbox lives in memory, listens on a free port of this machine and is closed after the test, also when the test
 * fails. Parallel tests do not disturb each other.
 */
@NullMarked
package io.tokeneconomy.payment.sandbox.junit;

import org.jspecify.annotations.NullMarked;
