// SPDX-License-Identifier: AGPL-3.0-or-later
/** The web server: the only package that knows Javalin and Jetty. */
@NullMarked
package org.jhss.api.http;

import org.jspecify.annotations.NullMarked;
