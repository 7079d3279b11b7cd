/**
 * A thread of the program: does the tasks of `src/press/tasks.ts`, `src/store/work.ts` and
 * `src/server/reading/tasks.ts`, or is the one that writes for a service. It loads the one file that
 * the command runs from, with its compiled code.
 */
"use strict";
const path = require("node:path");
const { parentPort, workerData } = require("node:worker_threads");

const root = path.dirname(__dirname);
const program = require("./program.cjs").load(path.join(root, "dist"));
module.exports = program.answer;
if (workerData && workerData.kind === "isnad-writer") program.write(workerData, parentPort);
