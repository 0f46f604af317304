package io.tokeneconomy.spring;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.util.ClassUtils;

/** Where connections come from that take no part in transactions of the application. */
final class BookingSource {

    private static final boolean SPRING_JDBC = ClassUtils.isPresent(
            "org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy",
            BookingSource.class.getClassLoader());

    private BookingSource() {}

    /**
     * A source that hands out the running transaction's connection is left for what it wraps.
     *
     * @throws InvalidPropertyException when each thread may get another database: a ledger is one
     */
    static DataSource of(DataSource source) {
        return SPRING_JDBC ? Proxies.unwrapped(source) : source;
    }

    /** Apart, so that nothing of Spring's JDBC is loaded where it is missing. */
    private static final class Proxies {

        private Proxies() {}

        static DataSource unwrapped(DataSource source) {
            refuseRouting(source);
            DataSource found = source;
            while (found instanceof TransactionAwareDataSourceProxy proxy && proxy.getTargetDataSource() != null) {
                found = proxy.getTargetDataSource();
            }
            return found;
        }

        private static void refuseRouting(DataSource source) {
            DataSource found = source;
            while (found instanceof DelegatingDataSource wrapper && wrapper.getTargetDataSource() != null) {
                found = wrapper.getTargetDataSource();
            }
            if (found instanceof AbstractRoutingDataSource) {
                throw new InvalidPropertyException(
                        Setting.DATA_SOURCE,
                        "leads to the routing " + found.getClass().getName()
                                + ", whose database changes from thread to thread: tokens would be split among them",
                        null);
            }
        }
    }
}
