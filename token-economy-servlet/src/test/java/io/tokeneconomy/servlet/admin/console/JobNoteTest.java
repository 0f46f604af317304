package io.tokeneconomy.servlet.admin.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.servlet.admin.console.Jobs.Job;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JobNoteTest {

    @Test
    void workUnderWayIsLookedForOnItsOwnPage() {
        Job<String> job = new Job<>(null, "carol", Instant.EPOCH, null, "Under way.", null, null);
        assertThat(JobNote.of(job, "Done", "books").markup())
                .contains("data-running", "<a href=\"books\">Look again</a>");
    }
}
