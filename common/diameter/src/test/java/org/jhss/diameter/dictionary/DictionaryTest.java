// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DictionaryTest {

    private static final Dictionary DICTIONARY = Dictionary.standard();

    @ParameterizedTest
    @ValueSource(
            classes = {
                Base.class,
                S6a.class,
                Ietf.class,
                Gi.class,
                Cx.class,
                Sh.class,
                Gx.class,
                Rx.class,
                Np.class,
                Slh.class,
                Charging.class,
                Swm.class,
                S6c.class,
                S6t.class,
                T6a.class,
                Pc4a.class
            })
    void each_constant_is_called_as_its_table_entry(Class<?> constants) {
        assertThat(fields(constants, AvpDefinition.class)).isNotEmpty().allSatisfy(field -> {
            var avp = (AvpDefinition) field.get(null);
            assertThat(field.getName()).isEqualTo(constantName(avp.name()));
            assertThat(DICTIONARY.find(avp.vendorId(), avp.code())).containsSame(avp);
        });
    }

    @Test
    void each_table_entry_has_one_constant() {
        var constants = Stream.of(
                        Base.class,
                        S6a.class,
                        Ietf.class,
                        Gi.class,
                        Cx.class,
                        Sh.class,
                        Gx.class,
                        Rx.class,
                        Np.class,
                        Slh.class,
                        Charging.class,
                        Swm.class,
                        S6c.class,
                        S6t.class,
                        T6a.class,
                        Pc4a.class)
                .flatMap(c -> fields(c, AvpDefinition.class).stream())
                .map(DictionaryTest::value)
                .toList();
        assertThat(constants).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(DICTIONARY.avps());
    }

    @Test
    void the_bits_of_each_mask_are_those_of_its_table() {
        var tables = DICTIONARY.avps().stream()
                .filter(avp -> !avp.bits().isEmpty())
                .map(avp -> avp.bits().entrySet().stream()
                        .collect(Collectors.toMap(
                                bit -> constantName(bit.getValue().replace('/', '-')), bit -> 1 << bit.getKey())))
                .toList();
        var classes = Arrays.stream(S6aFlags.class.getClasses())
                .map(mask -> fields(mask, int.class).stream()
                        .collect(Collectors.toMap(Field::getName, DictionaryTest::value)))
                .toList();
        assertThat(classes).hasSizeGreaterThan(10);
        assertThat(List.<Object>copyOf(classes)).containsExactlyInAnyOrderElementsOf(List.<Object>copyOf(tables));
    }

    @Test
    void names_and_numbers_are_unique() {
        assertThat(DICTIONARY.avps().stream().map(AvpDefinition::key)).doesNotHaveDuplicates();
        assertThat(DICTIONARY.avps().stream().map(AvpDefinition::name)).doesNotHaveDuplicates();
    }

    @Test
    void the_whole_ranges_of_TS_29_272_are_there() {
        // Table 7.3.1/1; 1451, 1455, 1460, 1461, 1644, 1646, 1647 and 1651 to 1653 were never assigned or have been
        // withdrawn.
        var missing = List.of(1451, 1455, 1460, 1461, 1644, 1646, 1647, 1651, 1652, 1653);
        for (int code = 1400; code <= 1730; code++) {
            if (code < 1500 || code >= 1600) {
                assertThat(DICTIONARY.find(Vendors.THREE_GPP, code).isPresent())
                        .as("AVP %d", code)
                        .isEqualTo(!missing.contains(code));
            }
        }
    }

    @Test
    void every_command_has_its_counterpart() {
        assertThat(DICTIONARY.commands()).hasSize(30).allSatisfy(command -> {
            assertThat(command.request().isRequest()).isTrue();
            assertThat(command.answer().isRequest()).isFalse();
            assertThat(command.request().code()).isEqualTo(command.answer().code());
        });
    }

    @Test
    void commands_are_found_by_application_and_code() {
        var registry = CommandRegistry.standard();
        assertThat(registry.find(16_777_251, 318)).containsSame(S6a.AIR);
        assertThat(registry.find(16_777_251, 318, false)).containsSame(S6a.AIA);
        assertThat(registry.find(16_777_252, 324)).containsSame(S13.ECR);
        assertThat(registry.find(16_777_252, 318)).isEmpty();
        assertThat(registry.isKnownApplication(16_777_252)).isTrue();
        assertThat(registry.isKnownApplication(4711)).isFalse();
    }

    private static List<Field> fields(Class<?> owner, Class<?> type) {
        return Arrays.stream(owner.getFields())
                .filter(field -> field.getType() == type)
                .toList();
    }

    private static Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static String constantName(String avp) {
        var name = avp.replace('-', '_').toUpperCase(java.util.Locale.ROOT);
        if (name.startsWith("3GPP")) {
            return "TGPP" + name.substring(4);
        }
        return Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }
}
