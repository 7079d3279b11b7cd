/**
 * Builds the desk into one file, `dist/desk/desk.html`: script, styles and fonts inside, and a
 * content security policy that names them by hash and allows nothing else. `isnad read` puts an
 * account into it, `isnad serve` serves it as it is (src/export/desk-page.ts).
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig, type Plugin } from "vite";

const root = fileURLToPath(new URL("src/web", import.meta.url));

/** `virtual:world`: the base map, gzipped, as base64; the browser unpacks it when a map is opened. */
function world(): Plugin {
  const file = fileURLToPath(import.meta.resolve("world-atlas/countries-50m.json"));
  return {
    name: "world",
    resolveId: (id) => (id === "virtual:world" ? "\0virtual:world" : null),
    load(id) {
      if (id !== "\0virtual:world") return null;
      const packed = gzipSync(readFileSync(file), { level: 9 }).toString("base64");
      return `export default ${JSON.stringify(packed)};`;
    },
  };
}

const hashOf = (text: string): string =>
  `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Puts script and styles into the page, and into its policy their hashes. */
function oneFile(): Plugin {
  return {
    name: "one-file",
    enforce: "post",
    generateBundle(_, bundle) {
      const page = bundle["index.html"];
      if (page?.type !== "asset") throw new Error("the build made no index.html");
      let html = String(page.source);
      const scripts: string[] = [];
      const styles: string[] = [];
      for (const [name, file] of Object.entries(bundle)) {
        if (file === page) continue;
        if (file.type === "chunk") {
          scripts.push(file.code.replaceAll("</script", "<\\/script").trim());
          html = html.replace(new RegExp(`<script[^>]*src="[^"]*${name}"[^>]*></script>`), "");
        } else if (name.endsWith(".css")) {
          styles.push(String(file.source).trim());
          html = html.replace(new RegExp(`<link[^>]*href="[^"]*${name}"[^>]*>`), "");
        } else {
          throw new Error(`${name} would be a file beside the page`);
        }
        delete bundle[name];
      }
      const [script, style] = [scripts.join("\n"), styles.join("\n")];
      const policy = [
        "default-src 'none'",
        `script-src ${hashOf(script)}`,
        `style-src ${hashOf(style)}`,
        "font-src data:",
        "img-src data: blob:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
      ].join("; ");
      // Functions, so that `$&` in the code stays as it is.
      html = html
        .replace("%POLICY%", () => policy)
        .replace("</head>", () => `<style>${style}</style></head>`)
        .replace("</body>", () => `<script type="module">${script}</script></body>`);
      page.source = html;
      page.fileName = "desk.html";
    },
  };
}

export default defineConfig({
  root,
  base: "./",
  plugins: [svelte(), world(), oneFile()],
  build: {
    outDir: fileURLToPath(new URL("dist/desk", import.meta.url)),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    modulePreload: false,
    chunkSizeWarningLimit: 4000,
  },
});
