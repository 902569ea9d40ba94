// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.route;

/** Which of the interfaces an operation belongs to. */
public enum Surface {
    /** One of PyHSS's 99 operations: exact key sets, PyHSS's shapes of errors; in both documents. */
    PYHSS,
    /** An addition of jHSS beside PyHSS's paths, such as the POST form of a GET that changes state; only in the OpenAPI document. */
    EXTENSION,
    /** Under {@code /v1}: problem details, entity tags, filters; only in the OpenAPI document. */
    V1,
    /** Pages and documents themselves; in no document. */
    SITE
}
