package io.tokeneconomy.example.benchmark.contender.jpa;

import io.tokeneconomy.example.benchmark.contender.Answer;
import io.tokeneconomy.example.benchmark.contender.Books;
import io.tokeneconomy.example.benchmark.contender.Contender;
import io.tokeneconomy.example.benchmark.contender.ContentionException;
import io.tokeneconomy.example.benchmark.contender.Place;
import io.tokeneconomy.example.benchmark.contender.sql.PlainBooks;
import io.tokeneconomy.example.benchmark.contender.sql.Pool;
import io.tokeneconomy.example.benchmark.contender.sql.SqlScript;
import io.tokeneconomy.example.benchmark.contender.sql.SqlWork;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/** {@link SpendingService} on Spring Data JPA, Hibernate and a pool of Hikari's: Spring's real stack. */
public final class TextbookJpa implements Contender {

    private final AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();
    private final DataSource pool;
    private final SpendingService service;

    /** @param place a database server, or an H2 file */
    public TextbookJpa(Place place) {
        spring.registerBean("pool", DataSource.class, () -> Pool.open(place));
        spring.register(SpringParts.class);
        spring.refresh();
        pool = spring.getBean(DataSource.class);
        service = spring.getBean(SpendingService.class);
        SqlWork.run(pool, connection -> {
            SqlScript.run(connection, place, "textbook");
            return true;
        });
    }

    @Override
    public void open(List<String> accounts, long tokens) {
        SqlWork.run(pool, connection -> {
            PlainBooks.open(connection, accounts, tokens);
            return true;
        });
    }

    @Override
    public Answer spend(String account, String key) {
        try {
            return service.spend(account, key);
        } catch (DataIntegrityViolationException e) {
            return Answer.REPLAYED;
        } catch (ConcurrencyFailureException e) {
            throw new ContentionException(e);
        }
    }

    @Override
    public Books books(List<String> accounts) {
        return SqlWork.run(pool, PlainBooks::read);
    }

    @Override
    public void close() {
        spring.close();
    }
}
