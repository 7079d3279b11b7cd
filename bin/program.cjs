/**
 * Loads the program from the one file that the build makes of it, with the compiled code that V8
 * kept of a run of it: most of a command's second would go into compiling what the last command
 * compiled, too. Code kept by another version of Node is refused by V8 and does no harm.
 */
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const v8 = require("node:v8");
const vm = require("node:vm");

/** The newest version of Node whose V8 is known to have the flag below. */
const LAST_KNOWN_NODE = 24;
/** Bytes of bytecode that a function runs before V8 optimises it; its own default is 132 KiB. */
const INTERRUPT_BUDGET = 500000;

/**
 * @param {string} folder where the build lies
 * @returns the program and its thread, and what writes the code that was compiled so far beside it
 * @throws Error where there is no build
 */
exports.load = function load(folder) {
  const file = path.join(folder, "isnad.cjs");
  const kept = `${file}.cache`;
  if (!fs.existsSync(file)) {
    const message = `${file} is missing: build it with npm run build, or install the package again.`;
    throw Object.assign(new Error(message), { isSetup: true });
  }
  const source = fs.readFileSync(file, "utf8");
  // A command is over before code that was optimised early has paid for it: half of all
  // processor time of a short run went there. A long run reaches the budget all the same.
  if (Number(process.versions.node.split(".")[0]) <= LAST_KNOWN_NODE) {
    v8.setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
  }
  const script = new vm.Script(
    `(function (exports, require, module, __filename, __dirname) {${source}\n})`,
    { filename: file, cachedData: fs.existsSync(kept) ? fs.readFileSync(kept) : undefined },
  );
  const module_ = { exports: {} };
  script.runInThisContext()(module_.exports, require, module_, file, folder);
  return {
    main: module_.exports.main,
    /** What a worker thread does; see `worker.cjs`. */
    answer: module_.exports.answer,
    /** What the writing thread of a service does. */
    write: module_.exports.write,
    keepCode: () => fs.writeFileSync(kept, script.createCachedData()),
  };
};
