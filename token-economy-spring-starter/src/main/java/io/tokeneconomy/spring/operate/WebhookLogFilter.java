package io.tokeneconomy.spring.operate;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** Tells {@link LogFields} when a webhook is handled; stands before the filter that does. */
public final class WebhookLogFilter implements Filter {

    /** For the auto-configuration. */
    public WebhookLogFilter() {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        LogFields.begin();
        try {
            chain.doFilter(request, response);
        } finally {
            LogFields.end();
        }
    }
}
