import { add } from "./add.js";
import type { CommandModule } from "./command.js";
import { explain } from "./explain.js";
import { exportCommand } from "./export.js";
import { judge } from "./judge.js";
import { read } from "./read.js";
import { serve } from "./serve.js";
import { show } from "./show.js";
import { state } from "./state.js";
import { backup, rebuild, restore, search, verify } from "./store-commands.js";
import { token } from "./token.js";
import { user } from "./user.js";
import { watch } from "./watch.js";

/** Every command, in the order of `--help`. A new command is a file and a line here. */
export const COMMANDS: readonly CommandModule[] = [
  read,
  show,
  state,
  exportCommand,
  judge,
  serve,
  explain,
  add,
  watch,
  search,
  backup,
  restore,
  verify,
  rebuild,
  user,
  token,
];
