import sitemap from "@astrojs/sitemap";
import { defineConfig } from "astro/config";

export default defineConfig({
  site: "https://bench.example",
  outDir: "./dist",
  trailingSlash: "always",
  integrations: [sitemap()],
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
});
