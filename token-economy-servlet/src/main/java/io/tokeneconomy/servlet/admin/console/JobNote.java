package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.Html.attr;
import static io.tokeneconomy.servlet.admin.console.Html.cls;
import static io.tokeneconomy.servlet.admin.console.Html.el;

import io.tokeneconomy.servlet.admin.console.Jobs.Job;
import java.time.Instant;

/** How far a piece of work is. While it runs, the page's script looks for its end. */
final class JobNote {

    private JobNote() {}

    /**
     * @param done what to say of finished work, before its time
     * @param place the page that shows it; not always the one that is asked for, which may only take forms
     */
    static Html of(Job<?> job, String done, String place) {
        Instant end = job.finishedAt();
        if (end == null) {
            return el(
                    "p",
                    cls("notice plain"),
                    attr("role", "status"),
                    attr("data-running", ""),
                    job.progress() + " Asked for at " + Figures.time(job.askedAt()) + " UTC. ",
                    Parts.link(place, "Look again"));
        }
        return job.result() == null
                ? Parts.notice("bad", Parts.text("It failed at " + Figures.time(end) + " UTC. The log says why."))
                : el("p", cls("note"), done + " at " + Figures.time(end) + " UTC.");
    }
}
