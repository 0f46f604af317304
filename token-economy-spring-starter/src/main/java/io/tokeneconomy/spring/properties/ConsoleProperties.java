package io.tokeneconomy.spring.properties;

import io.tokeneconomy.servlet.admin.ConsoleSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's console at /tokens/admin. There is none unless a role is named here or there is an {@code OperatorResolver}
 * bean.
 *
 * @param role Role of those who may use it, as the request's isUserInRole knows it: with Spring Security OPERATOR stands for
 *     the authority ROLE_OPERATOR. They may give and take tokens of every account, refund payments and read all
 *     histories. Not looked at when there is an OperatorResolver bean.
 * @param infrastructureMinor What running the shop costs a month, in the smallest unit of the currency that is projected.
 */
public record ConsoleProperties(
        @Nullable String role,

        @DefaultValue("" + ConsoleSettings.INFRASTRUCTURE_MINOR)
        long infrastructureMinor) {}
