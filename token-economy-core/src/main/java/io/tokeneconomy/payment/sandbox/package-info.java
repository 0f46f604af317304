/**
 * A local, stateful stand-in for the part of Stripe's API that we use: it speaks HTTP, so that stripe-java itself talks
 * to it, shows a hosted payment page and sends signed webhooks. No money moves.
 *
 * <p>As a test kit it also plays everybody whom no API call can play:
 *
 * <ul>
 *   <li>the buyer: {@link io.tokeneconomy.payment.sandbox.StripeSandbox#pay(String, String)}, with another quantity, a
 *       promotion code, tax or another currency by {@link io.tokeneconomy.payment.sandbox.PayOptions};
 *   <li>the buyer's bank: {@link io.tokeneconomy.payment.sandbox.StripeSandbox#settle} for payments that take days, {@link
 *       io.tokeneconomy.payment.sandbox.SandboxDisputes} for inquiries and chargebacks;
 *   <li>the Dashboard, and refunds that wait or fail: {@link io.tokeneconomy.payment.sandbox.SandboxRefunds};
 *   <li>the way to the shop: {@link io.tokeneconomy.payment.sandbox.DeliveryFaults} duplicates, reorders, drops and delays
 *       events by a seed, or sends those of another API version; {@link
 *       io.tokeneconomy.payment.sandbox.SandboxWebhooks} adds a second endpoint and waits until all was sent;
 *   <li>time: {@link io.tokeneconomy.payment.sandbox.SandboxClock} is advanced, and subscriptions renew; or any other
 *       clock by {@link io.tokeneconomy.payment.sandbox.StripeSandboxBuilder#time}.
 * </ul>
 *
 * <p>The {@code tests} jar of this library has a JUnit extension in {@code io.tokeneconomy.payment.sandbox.junit}.
 */
@NullMarked
package io.tokeneconomy.payment.sandbox;

import org.jspecify.annotations.NullMarked;
