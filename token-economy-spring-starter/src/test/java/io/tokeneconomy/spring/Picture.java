package io.tokeneconomy.spring;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What an application keeps of its own. */
@Entity
class Picture {

    @Id
    private String id = "";

    protected Picture() {}

    Picture(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
