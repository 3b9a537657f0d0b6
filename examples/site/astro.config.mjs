// Pages are made when they are asked for: redirects and withdrawn articles need an answer of the moment, and the archive
// grows without a build.
import node from "@astrojs/node";
import { defineConfig, passthroughImageService } from "astro/config";

export default defineConfig({
  output: "server",
  adapter: node({ mode: "standalone" }),
  build: { inlineStylesheets: "never" },
  // No fragment of a font becomes a data URL: the files are preloaded by name.
  vite: { build: { assetsInlineLimit: 0 } },
  image: { service: passthroughImageService() },
  devToolbar: { enabled: false },
});
