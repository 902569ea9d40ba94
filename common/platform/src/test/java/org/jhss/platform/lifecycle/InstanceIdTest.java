// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InstanceIdTest {

    @Test
    void anIdNamesRoleHostAndProcess() {
        var id = InstanceId.make("hss", Map.of());

        assertThat(id.value())
                .startsWith("hss-")
                .contains("-" + ProcessHandle.current().pid() + "-")
                .matches("[A-Za-z0-9._-]+");
    }

    @Test
    void theEnvironmentCanFixTheId() {
        assertThat(InstanceId.make("hss", Map.of("JHSS_INSTANCE", "pod:{a}")).value())
                .isEqualTo("pod__a_");
    }
}
