package org.springframework.samples.shop;

import io.tokeneconomy.spring.event.OnPaymentEvent;
import java.util.concurrent.atomic.AtomicInteger;

/** An application whose packages begin like Spring's own. */
public class Invoices {

    /** How many were created. */
    public final AtomicInteger created = new AtomicInteger();

    /** Counts. */
    @OnPaymentEvent("invoice.created")
    public void created() {
        created.incrementAndGet();
    }
}
