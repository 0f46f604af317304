package io.tokeneconomy.spring;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.util.ClassUtils;

/** Where connections come from that take no part in transactions of the application. */
final class BookingSource {

    private static final boolean SPRING_JDBC = ClassUtils.isPresent(
            "org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy",
            BookingSource.class.getClassLoader());

    private BookingSource() {}

    /** A source that hands out the running transaction's connection is left for what it wraps. */
    static DataSource of(DataSource source) {
        return SPRING_JDBC ? Proxies.unwrapped(source) : source;
    }

    /** Apart, so that nothing of Spring's JDBC is loaded where it is missing. */
    private static final class Proxies {

        private Proxies() {}

        static DataSource unwrapped(DataSource source) {
            DataSource found = source;
            while (found instanceof TransactionAwareDataSourceProxy proxy && proxy.getTargetDataSource() != null) {
                found = proxy.getTargetDataSource();
            }
            return found;
        }
    }
}
