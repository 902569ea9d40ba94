// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jhss.api.network.Backbone;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Method;
import org.jhss.api.route.Router;
import org.jhss.api.route.Surface;
import org.jhss.platform.config.ConfigLoader;
import org.jhss.store.Store;
import org.jhss.store.secret.KeyVault;
import org.jhss.testkit.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is registered is what PyHSS has, and more beside it. */
class CompatibleSurfaceTest {

    private static Store store;
    private static List<Endpoint> all;

    @BeforeAll
    static void register() {
        store = Store.open(TestDatabase.SQLITE.fresh(), KeyVault.disabled());
        var config = ConfigLoader.of(Map.of()).defaults().config().orElseThrow();
        all = ApiService.endpoints(
                store,
                config,
                () -> {
                    throw new AssertionError("nobody asks");
                },
                Backbone.NONE);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static List<String> expected() throws IOException {
        try (var in = CompatibleSurfaceTest.class.getResourceAsStream("/pyhss-operations.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    /** The names of variables are ours to choose. */
    private static String shape(String operation) {
        return operation.replaceAll("\\{[^}]*\\}", "{}");
    }

    @Test
    void the_compatible_operations_are_exactly_those_of_pyhss() throws IOException {
        var expected = expected();
        assertThat(expected).hasSize(99);
        assertThat(expected.stream()
                        .map(line -> line.substring(line.indexOf(' ') + 1))
                        .distinct())
                .hasSize(75);
        assertThat(all.stream()
                        .filter(endpoint -> endpoint.surface() == Surface.PYHSS)
                        .map(endpoint -> shape(endpoint.method() + " " + endpoint.path())))
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(CompatibleSurfaceTest::shape).toList());
    }

    @Test
    void no_two_operations_are_in_each_others_way() {
        assertThat(new Router(all)).isNotNull();
        assertThat(all.stream().map(Endpoint::operationId)).doesNotHaveDuplicates();
    }

    @Test
    void every_get_that_changes_state_names_the_post_that_takes_its_place() {
        var changing = all.stream()
                .filter(endpoint -> endpoint.method() == Method.GET && endpoint.changesState())
                .toList();
        assertThat(changing)
                .hasSize(6)
                .allSatisfy(get -> assertThat(all)
                        .anyMatch(post -> post.method() == Method.POST
                                && post.path().text().equals(get.successor().orElseThrow())));
    }
}
