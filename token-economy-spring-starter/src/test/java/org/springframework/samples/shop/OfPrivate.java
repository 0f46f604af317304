package org.springframework.samples.shop;

import io.tokeneconomy.spring.charge.ChargeTokens;

/** An application whose packages begin like Spring's own. */
public class OfPrivate {

    public void shown() {
        hidden();
    }

    @ChargeTokens(cost = "1")
    private void hidden() {}
}
