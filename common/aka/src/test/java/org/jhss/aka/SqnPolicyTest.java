// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqnPolicyTest {

    private static final SqnAllocation EXHAUSTED = new SqnAllocation.Exhausted();

    @Test
    void a_stored_value_with_the_right_ind_is_the_first_issued() {
        var issued = issue(new SqnPolicy(5, 8, 1), 1000, 8, 1);
        assertThat(issued.sqn(0)).isEqualTo(1000);
        assertThat(issued.next()).isEqualTo(1024);
    }

    @ParameterizedTest
    @CsvSource({"1000,9,1001", "1000,7,1031", "0,0,32", "0,31,63", "31,31,63", "32,0,32", "33,0,64"})
    void the_first_issued_is_the_next_with_that_ind(long stored, int ind, long first) {
        assertThat(issue(SqnPolicy.DEFAULT, stored, ind, 3).sqn(0)).isEqualTo(first);
    }

    @Property
    void numbers_ascend_from_the_stored_value_with_one_ind_and_distinct_seq(
            @ForAll("policies") SqnPolicy policy,
            @ForAll @LongRange(max = Sqn.MAX / 2) long stored,
            @ForAll int selector,
            @ForAll @IntRange(min = 1, max = 32) int count) {
        int ind = policy.indFor(selector);
        var issued = issue(policy, stored, ind, count);
        assertThat(ind).isBetween(policy.indFirst(), policy.indFirst() + policy.indCount() - 1);
        long previous = stored - 1;
        for (long sqn : numbers(issued)) {
            assertThat(sqn).isGreaterThan(previous);
            assertThat(policy.ind(sqn)).isEqualTo(ind);
            assertThat(previous >= stored && policy.seq(previous) == policy.seq(sqn))
                    .isFalse();
            previous = sqn;
        }
        assertThat(issued.next()).isGreaterThan(previous);
        assertThat(policy.seq(issued.next())).isEqualTo(policy.seq(previous) + 1);
        assertThat(policy.ind(issued.next())).isZero();
        long usable = Math.max(stored, issued.step()); // a new USIM refuses SEQ 0
        assertThat(issued.first() - usable).isBetween(0L, issued.step() - 1);
    }

    @Property
    void nothing_is_issued_twice_however_requests_and_pyhss_alternate(
            @ForAll("policies") SqnPolicy policy,
            @ForAll @LongRange(max = Sqn.MAX / 2) long start,
            @ForAll @Size(max = 40) List<@IntRange(max = 1000) Integer> selectors) {
        var seen = new HashSet<Long>();
        long stored = start;
        for (int selector : selectors) {
            if (selector % 5 == 0) {
                assertThat(seen.add(stored)).isTrue(); // PyHSS issues the stored value and adds 100
                stored += 100;
            } else {
                var issued = issue(policy, stored, policy.indFor(selector), 1 + selector % 4);
                for (long sqn : numbers(issued)) {
                    assertThat(seen.add(sqn)).isTrue();
                }
                stored = issued.next();
            }
        }
    }

    @Property
    void sites_with_disjoint_slices_never_meet_even_from_the_same_stored_value(
            @ForAll @LongRange(max = Sqn.MAX / 2) long first,
            @ForAll @LongRange(max = 4096) long lag,
            @ForAll @IntRange(min = 1, max = 31) int border,
            @ForAll int selector,
            @ForAll @IntRange(min = 1, max = 32) int count) {
        var here = new SqnPolicy(5, 0, border);
        var there = new SqnPolicy(5, border, 32 - border);
        var ours = numbers(issue(here, first, here.indFor(selector), count));
        var theirs = numbers(issue(there, first + lag, there.indFor(selector), count));
        assertThat(ours).doesNotContain(theirs);
    }

    @Property
    void after_a_resynchronisation_the_usim_accepts_what_is_issued(
            @ForAll("policies") SqnPolicy policy,
            @ForAll @LongRange(max = Sqn.MAX / 2) long stored,
            @ForAll @LongRange(max = Sqn.MAX / 2) long sqnMs,
            @ForAll int selector) {
        var issued = issue(policy, policy.resynchronised(stored, sqnMs), policy.indFor(selector), 1);
        long ahead = policy.seq(issued.sqn(0)) - policy.seq(sqnMs);
        assertThat(ahead).isBetween(1L, SqnPolicy.DELTA);
    }

    @Property
    void a_number_of_the_home_that_the_usim_would_accept_is_kept(
            @ForAll("policies") SqnPolicy policy,
            @ForAll @LongRange(max = Sqn.MAX / 2) long sqnMs,
            @ForAll @LongRange(min = 1, max = SqnPolicy.DELTA - 1) long ahead) {
        long stored = (policy.seq(sqnMs) + ahead) << policy.indBits();
        Assume.that(Sqn.isValid(stored));
        assertThat(policy.resynchronised(stored, sqnMs)).isEqualTo(stored);
    }

    @Test
    void a_home_behind_the_usim_goes_to_the_next_seq() {
        assertThat(SqnPolicy.DEFAULT.resynchronised(1000, 5000)).isEqualTo(5024);
        assertThat(SqnPolicy.DEFAULT.resynchronised(4992, 5000)).isEqualTo(5024);
        assertThat(SqnPolicy.DEFAULT.resynchronised(5024, 5000)).isEqualTo(5024);
    }

    @Test
    void a_home_beyond_delta_comes_back_to_the_usim() {
        long beyond = ((5000 >> 5) + SqnPolicy.DELTA) << 5;
        assertThat(SqnPolicy.DEFAULT.resynchronised(beyond, 5000)).isEqualTo(5024);
        assertThat(SqnPolicy.DEFAULT.resynchronised(SqnPolicy.END, 5000)).isEqualTo(5024);
    }

    @Test
    void the_last_number_is_issued_and_then_no_more() {
        var policy = SqnPolicy.DEFAULT;
        var issued = issue(policy, Sqn.MAX, 31, 1);
        assertThat(issued.sqn(0)).isEqualTo(Sqn.MAX);
        assertThat(issued.next()).isEqualTo(SqnPolicy.END);
        assertThat(policy.allocate(Sqn.MAX, 31, 2)).isEqualTo(EXHAUSTED);
        assertThat(policy.allocate(Sqn.MAX, 30, 1)).isEqualTo(EXHAUSTED);
        assertThat(policy.allocate(SqnPolicy.END, 0, 1)).isEqualTo(EXHAUSTED);
        assertThat(policy.allocate(Long.MAX_VALUE, 0, Integer.MAX_VALUE)).isEqualTo(EXHAUSTED);
        assertThat(policy.resynchronised(0, Sqn.MAX)).isEqualTo(SqnPolicy.END);
    }

    @Test
    void serving_nodes_with_like_names_spread_over_the_slice() {
        var policy = new SqnPolicy(5, 8, 16);
        var used = new HashSet<Integer>();
        for (int i = 1; i <= 64; i++) {
            used.add(policy.indFor(
                    "mme%02d.epc.mnc001.mcc001.3gppnetwork.org".formatted(i).hashCode()));
        }
        assertThat(used).hasSize(16).allMatch(ind -> ind >= 8 && ind < 24);
    }

    @ParameterizedTest
    @CsvSource({"-1,0,1", "17,0,1", "5,-1,1", "5,0,0", "5,0,33", "5,32,1", "0,0,2", "5,1,2147483647"})
    void refuses_a_slice_outside_its_ind(int indBits, int first, int count) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SqnPolicy(indBits, first, count));
    }

    @Test
    void refuses_an_ind_of_another_site() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SqnPolicy(5, 8, 8).allocate(0, 7, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new SqnPolicy(5, 8, 8).allocate(0, 16, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new SqnPolicy(5, 8, 8).allocate(0, 8, 0));
    }

    @Provide
    Arbitrary<SqnPolicy> policies() {
        return Arbitraries.integers()
                .between(0, 16)
                .flatMap(bits -> Arbitraries.integers()
                        .between(0, (1 << bits) - 1)
                        .flatMap(first -> Combinators.combine(
                                        Arbitraries.just(bits),
                                        Arbitraries.just(first),
                                        Arbitraries.integers().between(1, (1 << bits) - first))
                                .as(SqnPolicy::new)));
    }

    private static SqnAllocation.Issued issue(SqnPolicy policy, long stored, int ind, int count) {
        var allocation = policy.allocate(stored, ind, count);
        assertThat(allocation).isInstanceOf(SqnAllocation.Issued.class);
        return (SqnAllocation.Issued) allocation;
    }

    private static long[] numbers(SqnAllocation.Issued issued) {
        var numbers = new long[issued.count()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = issued.sqn(i);
        }
        return numbers;
    }
}
