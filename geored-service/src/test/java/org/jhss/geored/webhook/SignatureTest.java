// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.geored.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.jhss.platform.config.schema.SecretString;
import org.junit.jupiter.api.Test;

class SignatureTest {

    @Test
    void is_what_openssl_computes() {
        // printf '1700000000.7.{}' | openssl dgst -sha256 -hmac secret
        assertThat(Signature.of(new SecretString("secret"), 1_700_000_000, 7, "{}"))
                .isEqualTo("t=1700000000,v1=2476a3273a22f222704aa93ff3f4078a85cc90a6951a61e23107bff2b33b3d4e");
    }
}
