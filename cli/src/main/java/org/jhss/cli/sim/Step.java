// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.sim;

import java.util.List;

/** What a simulated node can be told to do. */
enum Step {
    AIR,
    ULR,
    ECR,
    NOR,
    PUR;

    static final List<Step> USUAL = List.of(AIR, ULR, ECR);
}
