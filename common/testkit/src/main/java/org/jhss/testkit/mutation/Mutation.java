// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.testkit.mutation;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.message.Header;

/** One way of breaking a message. */
enum Mutation {
    AVP_LENGTH_LIE {
        @Override
        void apply(WireMessage message, WireAvp avp, Random random) {
            int truth = avp.trueLength();
            int[] lies = {0, 1, 7, 8, 11, 12, truth - 1, truth + 1, truth + 4, truth + 12, truth - 4, 0x7FFF, 0xFF_FFFF
            };
            avp.tellLength(Math.max(0, lies[random.nextInt(lies.length)]));
        }
    },
    EMPTY_VALUE {
        @Override
        void apply(WireMessage message, WireAvp avp, Random random) {
            avp.value = new byte[0];
            avp.members.clear();
        }
    },
    RANDOM_VALUE {
        @Override
        void apply(WireMessage message, WireAvp avp, Random random) {
            avp.members.clear();
            avp.value = octets(random, random.nextBoolean() ? avp.value.length : random.nextInt(40));
        }
    },
    LONG_VALUE {
        @Override
        void apply(WireMessage message, WireAvp avp, Random random) {
            avp.members.clear();
            avp.value = octets(random, random.nextInt(LONG));
        }
    },
    BROKEN_TEXT {
        @Override
        void apply(WireMessage message, WireAvp avp, Random random) {
            avp.members.clear();
            avp.value = BROKEN_TEXTS.get(random.nextInt(BROKEN_TEXTS.size()));
        }
    },
    UNPADDED {
        @Override
        void apply(WireMessage message, WireAvp avp, Random random) {
            avp.padded = false;
        }
    },
    DUPLICATE {
        @Override
        void apply(WireMessage message, WireAvp avp, Random random) {
            repeat(message, random, 1 + random.nextInt(3));
        }
    },
    COUNT_BOMB {
        @Override
        void apply(WireMessage message, WireAvp avp, Random random) {
            message.avps.addAll(
                    Collections.nCopies(random.nextInt(BOMB), new WireAvp(avp.code, avp.flags, avp.vendorId)));
        }
    },
    DEPTH_BOMB {
        @Override
        void apply(WireMessage message, WireAvp avp, Random random) {
            var nested = avp.copy();
            var group = random.nextBoolean() ? Base.FAILED_AVP : Base.PROXY_INFO;
            for (int i = random.nextInt(random.nextBoolean() ? 20 : DEEP); i > 0; i--) {
                var outer = WireAvp.of(group);
                outer.members.add(nested);
                nested = outer;
            }
            message.anySiblings(random).add(nested);
        }
    },
    DROP {
        @Override
        void apply(WireMessage message, WireAvp avp, Random random) {
            var siblings = message.anySiblings(random);
            if (!siblings.isEmpty()) {
                siblings.remove(random.nextInt(siblings.size()));
            }
        }
    },
    SHUFFLE {
        @Override
        void apply(WireMessage message, WireAvp avp, Random random) {
            Collections.shuffle(message.anySiblings(random), random);
        }
    },
    AVP_FLAGS {
        @Override
        void apply(WireMessage message, WireAvp avp, Random random) {
            avp.flags = random.nextInt(256);
        }
    },
    VENDOR_BIT_ALONE {
        @Override
        void apply(WireMessage message, WireAvp avp, Random random) {
            avp.vendorField = !avp.vendorField;
        }
    },
    OTHER_VENDOR {
        @Override
        void apply(WireMessage message, WireAvp avp, Random random) {
            avp.vendorField = true;
            avp.flags |= Header.AVP_VENDOR;
            avp.vendorId = random.nextBoolean() ? 0 : random.nextInt();
        }
    },
    UNKNOWN_AVP {
        @Override
        void apply(WireMessage message, WireAvp avp, Random random) {
            var unknown = new WireAvp(random.nextInt(), random.nextInt(256) & ~Header.AVP_VENDOR, 0);
            unknown.value = octets(random, random.nextInt(20));
            message.anySiblings(random).add(unknown);
        }
    },
    MISPLACED_AVP {
        @Override
        void apply(WireMessage message, WireAvp avp, Random random) {
            message.anySiblings(random).add(avp.copy());
        }
    },
    VALUE_BESIDE_MEMBERS {
        @Override
        void apply(WireMessage message, WireAvp avp, Random random) {
            avp.value = octets(random, 1 + random.nextInt(12));
            avp.members.add(new WireAvp(avp.code, avp.flags, avp.vendorId));
        }
    },
    COMMAND_FLAGS {
        @Override
        void apply(WireMessage message, WireAvp avp, Random random) {
            message.flags = random.nextInt(256);
        }
    },
    OTHER_COMMAND {
        @Override
        void apply(WireMessage message, WireAvp avp, Random random) {
            message.command = random.nextBoolean() ? random.nextInt(1 << 24) : 316 + random.nextInt(10);
        }
    },
    OTHER_APPLICATION {
        @Override
        void apply(WireMessage message, WireAvp avp, Random random) {
            message.application = random.nextBoolean() ? random.nextInt() : 16_777_251 + random.nextInt(3);
        }
    };

    private static final int LONG = 3000;
    private static final int BOMB = 2000;
    private static final int DEEP = 1500;

    private static final List<byte[]> BROKEN_TEXTS = List.of(
            new byte[] {(byte) 0xC0, (byte) 0x80},
            new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            new byte[] {(byte) 0xFF, (byte) 0xFE, 0},
            new byte[] {0},
            new byte[] {'0', '0', '1', 0, '1'},
            new byte[] {'%', 's', '%', 'n', '\n', '\r', 27, '['},
            new byte[] {'\'', ';', '-', '-'},
            "٩٩٩٩٩٠٠٠٠٠٠٠٠٠١".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            "9".repeat(300).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
            " 999990000000001".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    abstract void apply(WireMessage message, WireAvp avp, Random random);

    private static void repeat(WireMessage message, Random random, int times) {
        var siblings = message.anySiblings(random);
        if (!siblings.isEmpty()) {
            var avp = siblings.get(random.nextInt(siblings.size()));
            for (int i = 0; i < times; i++) {
                siblings.add(random.nextInt(siblings.size() + 1), avp.copy());
            }
        }
    }

    private static byte[] octets(Random random, int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return octets;
    }
}
