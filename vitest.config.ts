import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts", "eval/**/*.test.ts", "scripts/**/*.test.ts"],
    globalSetup: ["scripts/generate.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
