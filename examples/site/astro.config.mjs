// Pages are rendered on request: redirects and withdrawn articles need a current response, and the archive grows without
// a build.
import node from "@astrojs/node";
import { defineConfig, passthroughImageService } from "astro/config";

export default defineConfig({
  output: "server",
  adapter: node({ mode: "standalone" }),
  build: { inlineStylesheets: "never" },
  // Do not inline fonts as data URLs: the files are preloaded by name.
  vite: { build: { assetsInlineLimit: 0 } },
  image: { service: passthroughImageService() },
  devToolbar: { enabled: false },
});
