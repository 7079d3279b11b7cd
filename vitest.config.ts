import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // By default one core is left out, which of two is half.
    maxWorkers: "100%",
    include: ["src/**/*.test.ts", "test/**/*.test.ts", "eval/**/*.test.ts", "scripts/**/*.test.ts"],
    globalSetup: ["scripts/generate.ts"],
    // What hangs is ended; a slow machine is no fault: what is judged by time measures it itself.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // What a page or a server comes to by itself is waited for as long as a page is.
    expect: { poll: { timeout: 30_000 } },
  },
});
