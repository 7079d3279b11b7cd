/** Every step of the schema, in order. A new one is a file and a line here. */
import type { Migration } from "../migration.js";
import { reports } from "./001-reports.js";
import { readings } from "./002-readings.js";
import { search } from "./003-search.js";
import { judgements } from "./004-judgements.js";
import { stories } from "./005-stories.js";
import { watching } from "./006-watching.js";
import { people } from "./007-people.js";
import { watchedPages } from "./008-watched-pages.js";
import { forgettingPages } from "./009-forgetting-pages.js";
import { datedReadings } from "./010-dated-readings.js";

export const MIGRATIONS: readonly Migration[] = [
  reports,
  readings,
  search,
  judgements,
  stories,
  watching,
  people,
  watchedPages,
  forgettingPages,
  datedReadings,
];
