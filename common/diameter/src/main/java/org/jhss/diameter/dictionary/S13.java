// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

/** S13 and S13' (TS 29.272), between MME or SGSN and EIR. Their AVPs are among those of {@link S6a}. */
public final class S13 {

    public static final Application APPLICATION = Dictionary.standard().application(16_777_252);

    public static final CommandDefinition ECR = command("ECR");
    public static final CommandDefinition ECA = command("ECA");

    private S13() {}

    private static CommandDefinition command(String abbreviation) {
        return Dictionary.standard().command(APPLICATION.name(), abbreviation);
    }
}
