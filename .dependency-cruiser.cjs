/**
 * The dependency rule of ARCHITECTURE.md, as data: each layer may import itself and the layers
 * listed for it, nothing else. Type-only imports count: a type is knowledge too.
 */
const layers = {
  core: [],
  ontology: ["core"],
  text: ["core"],
  rules: ["core", "text"],
  gazetteer: ["core", "text"],
  lang: ["core", "text", "rules", "ontology"],
  read: ["core", "text", "rules", "lang", "gazetteer", "ontology"],
  relate: ["core", "text", "read", "lang", "gazetteer", "ontology"],
  reconcile: ["core", "text", "relate", "read", "lang", "gazetteer", "ontology"],
  ingest: ["core", "text", "engine"],
  // The reasons that the fold writes in English are put into other languages by its own templates.
  export: ["core", "text", "engine", "reconcile"],
  // What of an account most needs a person: a function of the account, for the program, the service and the desk.
  review: ["core"],
  disk: [],
  // What all who start threads must know of them.
  threads: [],
  // What goes over the wire: schemas of requests and answers, and the client that is typed by them.
  api: ["core", "review"],
  client: ["core", "api"],
  server: [
    "core",
    "api",
    "engine",
    "ingest",
    "export",
    "review",
    "store",
    "fetch",
    "watch",
    "threads",
  ],
  fetch: ["core"],
  watch: ["core", "fetch", "ingest", "store"],
  store: ["core", "engine", "export", "threads"],
  press: ["core", "disk", "engine", "ingest", "export", "threads"],
  // The desk knows the contract and the words for its codes; never how an account is made; and how a word is
  // folded, so that a search finds what the engine would.
  web: ["core", "text", "export", "api", "client", "review"],
  cli: [
    "core",
    "review",
    "text",
    "disk",
    "engine",
    "ingest",
    "export",
    "press",
    "store",
    "api",
    "server",
    "fetch",
    "watch",
  ],
};
const place = (name) => (name === "engine" ? "engine\\.ts$" : `${name}/`);
module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    ...Object.entries(layers).map(([name, allowed]) => ({
      name: `${name}-imports-only-its-own`,
      severity: "error",
      from: { path: `^src/${name}/`, pathNot: "\\.test\\.ts$" },
      to: {
        path: "^src/",
        pathNot: [name, ...allowed].map((layer) => `^src/${place(layer)}`),
      },
    })),
    {
      name: "the-engine-is-pure",
      comment:
        "No file, network or process below the engine and in the exports; of packages only zod (the contract) and a hash.",
      severity: "error",
      from: {
        path: "^src/(core|text|rules|lang|read|gazetteer|relate|reconcile|ontology|review)/|^src/(engine|export/[^/]+)\\.ts$",
        pathNot: "\\.test\\.ts$",
      },
      to: { dependencyTypes: ["core", "npm", "npm-dev"], pathNot: "node_modules/(zod|@noble)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types"] },
  },
};
