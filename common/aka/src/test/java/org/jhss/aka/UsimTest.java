// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Home and card against each other, for every algorithm. */
class UsimTest {

    private static final byte[] PLMN = HexFormat.of().parseHex("00f110");
    private static final int IND_BITS = 5;
    private static final AkaKey KEY = MilenageKey.ofOpc(new byte[16], new byte[16]);

    private final VectorGenerator generator = new VectorGenerator();

    @Property(tries = 200)
    void the_card_accepts_an_eutran_vector_and_derives_the_same_keys(
            @ForAll("keys") AkaKey key, @ForAll @LongRange(min = 32, max = SqnPolicy.DELTA << IND_BITS) long sqn) {
        var vector = generator.eutran(new AkaCredentials(key, new Amf(0)), sqn, PLMN, 0);
        var answer = authenticated(new Usim(key, IND_BITS).authenticate(vector.rand(), vector.autn()));
        assertThat(answer.res()).isEqualTo(vector.xres());
        assertThat(answer.kasme(PLMN)).isEqualTo(vector.kasme());
        assertThat(answer.sqn()).isEqualTo(sqn);
        assertThat(answer.amf().isForEps()).isTrue();
    }

    @Property(tries = 200)
    void the_card_accepts_a_utran_vector_and_derives_the_same_keys(
            @ForAll("keys") AkaKey key, @ForAll @IntRange(max = 0xFFFF) int amf) {
        var vector = generator.utran(new AkaCredentials(key, new Amf(amf)), 1000);
        var answer = authenticated(new Usim(key, IND_BITS).authenticate(vector.rand(), vector.autn()));
        assertThat(answer.res()).isEqualTo(vector.xres());
        assertThat(answer.ck()).isEqualTo(vector.ck());
        assertThat(answer.ik()).isEqualTo(vector.ik());
        assertThat(answer.amf()).isEqualTo(new Amf(amf & 0x7FFF));
    }

    @Property(tries = 200)
    void a_stale_number_leads_to_an_auts_that_the_home_believes_and_recovers_from(
            @ForAll("keys") AkaKey key,
            @ForAll @LongRange(min = 1000, max = Sqn.MAX / 2) long sqnMs,
            @ForAll @LongRange(max = 999) long behind,
            @ForAll int selector) {
        var usim = new Usim(new AkaEngine(), key, IND_BITS, sqnMs);
        var credentials = new AkaCredentials(key, new Amf(0));
        var stale = generator.utran(credentials, sqnMs - behind);
        var answer = usim.authenticate(stale.rand(), stale.autn());
        assertThat(answer).isInstanceOf(UsimAnswer.SynchronisationFailure.class);
        var auts = ((UsimAnswer.SynchronisationFailure) answer).auts();

        assertThat(generator.checkAuts(key, stale.rand(), auts)).isEqualTo(new AutsCheck.Genuine(sqnMs));

        var policy = SqnPolicy.DEFAULT;
        long stored = policy.resynchronised(sqnMs - behind, sqnMs);
        var issued = (SqnAllocation.Issued) policy.allocate(stored, policy.indFor(selector), 1);
        var fresh = generator.utran(credentials, issued.sqn(0));
        authenticated(usim.authenticate(fresh.rand(), fresh.autn()));
        assertThat(usim.sqnMs()).isEqualTo(issued.sqn(0));
    }

    @Property(tries = 200)
    void one_wrong_bit_of_autn_is_noticed(@ForAll("keys") AkaKey key, @ForAll @IntRange(max = 127) int bit) {
        var vector = generator.utran(new AkaCredentials(key, new Amf(0)), 1000);
        var usim = new Usim(key, IND_BITS);
        vector.autn()[bit / 8] ^= (byte) (1 << bit % 8);
        assertThat(usim.authenticate(vector.rand(), vector.autn())).isEqualTo(new UsimAnswer.MacFailure());
        assertThat(usim.sqnMs()).isZero();
    }

    @Property(tries = 200)
    void one_wrong_bit_of_auts_is_noticed(@ForAll("keys") AkaKey key, @ForAll @IntRange(max = 111) int bit) {
        var rand = new byte[AkaEngine.RAND_LENGTH];
        var auts = Auts.create(new AkaEngine().start(key, rand), 5000);
        auts[bit / 8] ^= (byte) (1 << bit % 8);
        assertThat(generator.checkAuts(key, rand, auts)).isEqualTo(new AutsCheck.Forged());
    }

    @Test
    void vectors_of_one_batch_may_be_used_in_any_order_of_ind_but_only_once() {
        var usim = new Usim(KEY, IND_BITS);
        var credentials = new AkaCredentials(KEY, new Amf(0));
        var late = generator.utran(credentials, 10 << IND_BITS | 3);
        var early = generator.utran(credentials, 9 << IND_BITS | 4);
        authenticated(usim.authenticate(late.rand(), late.autn()));
        authenticated(usim.authenticate(early.rand(), early.autn()));
        assertThat(usim.sqnMs()).isEqualTo(10 << IND_BITS | 3);
        assertThat(usim.authenticate(early.rand(), early.autn())).isInstanceOf(UsimAnswer.SynchronisationFailure.class);
    }

    @Test
    void a_jump_beyond_delta_is_refused() {
        var vector = generator.utran(new AkaCredentials(KEY, new Amf(0)), (SqnPolicy.DELTA + 1) << IND_BITS);
        assertThat(new Usim(KEY, IND_BITS).authenticate(vector.rand(), vector.autn()))
                .isInstanceOf(UsimAnswer.SynchronisationFailure.class);
    }

    @Test
    void an_autn_of_another_length_is_a_mac_failure() {
        assertThat(new Usim(KEY, IND_BITS).authenticate(new byte[16], new byte[15]))
                .isEqualTo(new UsimAnswer.MacFailure());
    }

    @Test
    void refuses_what_is_no_card() {
        var engine = new AkaEngine();
        assertThatIllegalArgumentException().isThrownBy(() -> new Usim(KEY, 17));
        assertThatIllegalArgumentException().isThrownBy(() -> new Usim(KEY, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Usim(engine, KEY, 5, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Usim(engine, KEY, 5, Sqn.MAX + 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Usim(KEY, 5).authenticate(new byte[15], new byte[16]));
    }

    @Provide
    Arbitrary<AkaKey> keys() {
        var octets16 = Arbitraries.bytes().array(byte[].class).ofSize(16);
        var octets32 = Arbitraries.bytes().array(byte[].class).ofSize(32);
        var milenage = Combinators.combine(
                        octets16, octets16, Arbitraries.integers().between(4, 8))
                .as((k, opc, res) -> (AkaKey) MilenageKey.ofOpc(k, opc).withResLength(res));
        var tuak = Combinators.combine(
                        Arbitraries.oneOf(octets16, octets32),
                        octets32,
                        Arbitraries.of(4, 8, 16),
                        Arbitraries.integers().between(1, 3))
                .as((k, topc, res, iterations) ->
                        (AkaKey) new TuakKey(k, topc, new TuakLengths(8, res, 16, 16), iterations));
        var xor = Combinators.combine(octets16, Arbitraries.integers().between(4, 16))
                .as((k, res) -> (AkaKey) new XorKey(k, res));
        return Arbitraries.oneOf(milenage, tuak, xor);
    }

    private static UsimAnswer.Authenticated authenticated(UsimAnswer answer) {
        assertThat(answer).isInstanceOf(UsimAnswer.Authenticated.class);
        return (UsimAnswer.Authenticated) answer;
    }
}
