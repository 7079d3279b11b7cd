/**
 * A thread of the program: does the tasks of `src/press/tasks.ts`. It loads the one file that the
 * command runs from, with its compiled code.
 */
"use strict";
const path = require("node:path");

const root = path.dirname(__dirname);
module.exports = require("./program.cjs").load(path.join(root, "dist")).answer;
