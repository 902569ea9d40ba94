// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

/** A dictionary table is wrong, or code asks for a name that no table has: a defect of the build, seen at class initialisation. */
public final class DictionaryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DictionaryException(String message) {
        super(message);
    }

    DictionaryException(String message, Throwable cause) {
        super(message, cause);
    }
}
