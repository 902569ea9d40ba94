// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static final Profile PROFILE = Profile.of(List.of(
            "[hss-worker-1 tid=7];java/lang/Thread.run;org/jhss/hss/Worker.run;org/sqlite/core/DB.step;libsqlite3.so;pwrite_[k] 5",
            "[hss-worker-2 tid=8];org/jhss/hss/Worker.run;org/jhss/hss/Worker.run;java/util/HashMap.get 3",
            "[GC Thread#0 tid=9];start_thread;SerialHeap::collect 2"));

    @Test
    void what_the_jdk_and_the_kernel_do_counts_for_their_caller() {
        assertThat(PROFILE.components())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("SQLite and its driver", 5L, "jHSS hss-service", 3L, "JVM: garbage collection", 2L));
        assertThat(PROFILE.kernel()).containsExactlyEntriesOf(Map.of("SQLite and its driver", 5L));
    }

    @Test
    void threads_of_one_kind_are_one_line() {
        assertThat(PROFILE.threads()).containsEntry("hss-worker", 8L).hasSize(2);
    }

    @Test
    void a_method_that_is_on_the_stack_twice_counts_once() {
        assertThat(PROFILE.own()).containsExactlyEntriesOf(Map.of("org/jhss/hss/Worker.run", 8L));
        assertThat(PROFILE.total()).isEqualTo(10);
    }
}
