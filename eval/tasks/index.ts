import type { Task } from "../task.js";
import { abha } from "./abha.js";
import { chains } from "./chains.js";
import { clitics } from "./clitics.js";
import { copies, copiesApart, sealedCopies } from "./copies.js";
import { dates } from "./dates.js";
import { examples } from "./examples.js";
import { figures } from "./figures.js";
import { furniture, furniturePages } from "./furniture.js";
import { headlines } from "./headlines.js";
import { heldIdentity, identity } from "./identity.js";
import { links } from "./links.js";
import { names } from "./names.js";
import { numbers } from "./numbers.js";
import { held, own, second, third } from "./own.js";
import { places, placesApart } from "./places.js";
import { heldStories, pressStories } from "./press-stories.js";
import { published } from "./published.js";
import { stories } from "./stories.js";
import { times } from "./times.js";
import { workedCase } from "./worked-case.js";

/** In the order in which they are printed. */
export const TASKS: readonly Task[] = [
  examples,
  figures,
  times,
  published,
  chains,
  own,
  second,
  held,
  third,
  furniture,
  furniturePages,
  stories,
  copies,
  copiesApart,
  sealedCopies,
  pressStories,
  heldStories,
  identity,
  heldIdentity,
  workedCase,
  abha,
  links,
  names,
  places,
  placesApart,
  numbers,
  dates,
  clitics,
  headlines,
];
