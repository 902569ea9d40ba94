// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.auc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.jhss.aka.AkaKey;
import org.jhss.aka.MilenageKey;
import org.jhss.aka.TuakKey;
import org.jhss.aka.XorKey;
import org.jhss.store.secret.AlgorithmParameters;
import org.jhss.store.secret.AuthenticationAlgorithm;
import org.jhss.store.secret.AuthenticationKeys;
import org.jhss.store.secret.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimCardTest {

    private static final String K = "00".repeat(16);
    private static final String TOPC = "11".repeat(32);

    @Test
    void each_algorithm_makes_its_own_key() {
        assertThat(key(card(AuthenticationAlgorithm.MILENAGE, K, K, "3", AlgorithmParameters.STANDARD)))
                .isInstanceOf(MilenageKey.class);
        assertThat(key(card(AuthenticationAlgorithm.TUAK, K, TOPC, "3", AlgorithmParameters.STANDARD)))
                .isInstanceOf(TuakKey.class);
        assertThat(key(card(AuthenticationAlgorithm.TUAK, TOPC, TOPC, "3", AlgorithmParameters.STANDARD)))
                .isInstanceOf(TuakKey.class);
        assertThat(key(card(AuthenticationAlgorithm.XOR, K, "", "3", AlgorithmParameters.STANDARD)))
                .isInstanceOf(XorKey.class);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, true", "3, true", "4, false", "x, false"})
    void a_card_without_opc_is_a_sim_when_its_algorithm_is_comp128(String algo, boolean sim) {
        var card = card(AuthenticationAlgorithm.MILENAGE, K, "", algo, AlgorithmParameters.STANDARD);

        assertThat(card).isInstanceOf(sim ? SimCard.GsmSim.class : SimCard.Unusable.class);
    }

    @Test
    void constants_and_lengths_of_the_operator_are_taken() {
        var constants = "0".repeat(31) + "1" + "0".repeat(31) + "2" + "0".repeat(31) + "3" + "0".repeat(31) + "4"
                + "0".repeat(31) + "5";
        var milenage = (MilenageKey) key(card(
                AuthenticationAlgorithm.MILENAGE, K, K, "3", parameters(constants, "4000204060", OptionalInt.of(4))));
        assertThat(milenage.resLength()).isEqualTo(4);

        var tuak = key(card(AuthenticationAlgorithm.TUAK, K, TOPC, "3", parameters("", "", OptionalInt.of(16))));
        assertThat(tuak.resLength()).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource({
        "MILENAGE, 0000, 00000000000000000000000000000000, '', ''",
        "MILENAGE, 00000000000000000000000000000000, 00, '', ''",
        "MILENAGE, 00000000000000000000000000000000, 00000000000000000000000000000000, 00, ''",
        "MILENAGE, 00000000000000000000000000000000, 00000000000000000000000000000000, '', ffffffffff",
        "TUAK, 00000000000000000000000000000000, '', '', ''",
        "XOR, 00, '', '', ''"
    })
    void what_does_not_fit_is_unusable_and_its_reason_tells_no_key(
            AuthenticationAlgorithm algorithm, String k, String op, String constants, String rotations) {
        var card = card(algorithm, k, op, "4", parameters(constants, rotations, OptionalInt.empty()));

        assertThat(card)
                .isInstanceOfSatisfying(
                        SimCard.Unusable.class,
                        unusable -> assertThat(unusable.reason()).isNotEmpty().doesNotContain(K));
    }

    @Test
    void lengths_that_no_vector_has_are_unusable() {
        assertThat(card(AuthenticationAlgorithm.TUAK, K, TOPC, "3", parameters("", "", OptionalInt.of(32))))
                .isInstanceOf(SimCard.Unusable.class);
    }

    private static AkaKey key(SimCard card) {
        return ((SimCard.Usim) card).credentials().key();
    }

    private static SimCard card(
            AuthenticationAlgorithm algorithm, String k, String op, String algo, AlgorithmParameters parameters) {
        return SimCard.of(new AuthenticationKeys.Available(
                algorithm,
                SecretKey.ofHex(k).orElseThrow(),
                op.isEmpty() ? Optional.empty() : SecretKey.ofHex(op),
                0x8000,
                algo,
                parameters));
    }

    private static AlgorithmParameters parameters(String constants, String rotations, OptionalInt resLength) {
        return new AlgorithmParameters(
                optional(constants),
                optional(rotations),
                OptionalInt.empty(),
                OptionalInt.empty(),
                resLength,
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    private static Optional<String> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
