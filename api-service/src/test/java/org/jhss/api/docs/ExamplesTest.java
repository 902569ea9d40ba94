// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jhss.provisioning.schema.Column;
import org.jhss.provisioning.schema.ResourceType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the columns say of themselves. */
class ExamplesTest {

    @ParameterizedTest
    @EnumSource
    void everyColumnHasAnExampleAndASentence(ResourceType resource) {
        assertThat(resource.columns())
                .filteredOn(column ->
                        column.example().isEmpty() || !column.description().endsWith("."))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void examplesKeepTheRulesOfTheirColumns(ResourceType resource) {
        assertThat(resource.columns().stream().flatMap(column -> breaches(resource, column)))
                .isEmpty();
    }

    private static Stream<String> breaches(ResourceType resource, Column column) {
        var example = column.example();
        if (example.isEmpty()) {
            return Stream.of();
        }
        var fits = switch (column.type()) {
            case INTEGER -> example.get() instanceof Integer;
            case LONG -> example.get() instanceof Long;
            case BOOLEAN -> example.get() instanceof Boolean;
            case STRING, TEXT, TIMESTAMP -> example.get() instanceof String;
        };
        if (!fits) {
            return Stream.of(column + " has an example of another type");
        }
        var broken = column.rules().stream()
                .flatMap(rule ->
                        rule
                                .breach(
                                        example.get(),
                                        other -> resource.column(other)
                                                .flatMap(Column::example)
                                                .orElse(null))
                                .stream())
                .map(text -> column + " " + text)
                .toList();
        boolean tooLong = column.maxLength().isPresent()
                && example.get().toString().length() > column.maxLength().getAsInt();
        return Stream.of(broken, tooLong ? List.of(column + " has too long an example") : List.<String>of())
                .flatMap(List::stream);
    }
}
