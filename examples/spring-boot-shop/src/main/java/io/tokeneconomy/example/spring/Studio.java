package io.tokeneconomy.example.spring;

import io.tokeneconomy.spring.charge.ChargeTokens;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws pictures, for five tokens each. A picture that cannot be drawn costs nothing. */
@Service
public class Studio {

    private static final int LONGEST = 60;

    private final JdbcTemplate jdbc;

    Studio(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The tokens are set aside, the picture is drawn and kept, the tokens are taken. */
    @Transactional
    @ChargeTokens(cost = "5", description = "A picture")
    public void draw(String owner, String what) {
        if (what.isBlank() || what.length() > LONGEST) {
            throw new IllegalArgumentException("a picture needs 1 to " + LONGEST + " characters");
        }
        jdbc.update("insert into picture (owner, what) values (?, ?)", owner, what);
    }

    /** What somebody had drawn, newest first. */
    @Transactional(readOnly = true)
    public List<String> of(String owner) {
        return jdbc.queryForList(
                "select what from picture where owner = ? order by id desc limit 20", String.class, owner);
    }
}
