// SPDX-License-Identifier: AGPL-3.0-or-later
"use strict";

const OPENAPI = "jHSS (OpenAPI 3.1, everything)";
const SWAGGER = "PyHSS paths only (Swagger 2.0)";

window.addEventListener("load", () => {
  // Relative to the page, so that it works below any path of a reverse proxy.
  const base = new URL("../", document.baseURI.endsWith("/") ? document.baseURI : document.baseURI + "/");
  window.ui = SwaggerUIBundle({
    urls: [
      { url: new URL("openapi.json", base).href, name: OPENAPI },
      { url: new URL("swagger.json", base).href, name: SWAGGER },
    ],
    dom_id: "#swagger-ui",
    deepLinking: true,
    persistAuthorization: true,
    displayRequestDuration: true,
    filter: true,
    docExpansion: "none",
    defaultModelsExpandDepth: 0,
    validatorUrl: null,
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    plugins: [SwaggerUIBundle.plugins.DownloadUrl],
    layout: "StandaloneLayout",
  });
});
