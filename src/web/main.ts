import "./style/fonts.css";
import "./style/tokens.css";
import "./style/base.css";
import "./style/service.css";
import "./style/charts.css";
import { mount } from "svelte";
import { inlineSource } from "./source/inline.js";
import { servedSource } from "./source/served.js";
import { serviceSource } from "./source/service.js";
import { type Source, SourceFault } from "./source/source.js";
import Entrance from "./views/sign-in/Entrance.svelte";

/** What the page carries, what its server has, or, where it carries a broken account, the fault. */
function sourceOf(): Source {
  const json = document.getElementById("account")?.textContent ?? "";
  try {
    return inlineSource(json) ?? serviceSource(document) ?? servedSource();
  } catch (error) {
    const fault = error instanceof SourceFault ? error : new SourceFault("broken", String(error));
    const refuse = (): Promise<never> => Promise.reject(fault);
    return { isServed: false, live: null, read: null, stories: refuse, accountOf: refuse };
  }
}

const target = document.getElementById("desk");
if (target === null) throw new Error("The page has no place for the desk");
mount(Entrance, { target, props: { source: sourceOf() } });
