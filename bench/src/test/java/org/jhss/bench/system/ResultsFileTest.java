// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResultsFileTest {

    @Test
    void the_newest_section_comes_before_the_older_ones() {
        assertThat(ResultsFile.withNewest("# Results\n\nHow.\n\n## old\n\nx\n", "## new\n\ny\n"))
                .isEqualTo("# Results\n\nHow.\n\n## new\n\ny\n\n## old\n\nx\n");
    }

    @Test
    void the_first_section_follows_the_introduction() {
        assertThat(ResultsFile.withNewest("# Results\n\nHow.\n", "## new\n"))
                .isEqualTo("# Results\n\nHow.\n\n## new\n");
    }
}
