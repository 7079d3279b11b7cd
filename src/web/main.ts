import "./style/fonts.css";
import "./style/tokens.css";
import "./style/base.css";
import { mount } from "svelte";
import App from "./App.svelte";
import { inlineSource } from "./source/inline.js";
import { servedSource } from "./source/served.js";
import { type Source, SourceFault } from "./source/source.js";

/** What the page carries, what its server has, or, where it carries a broken account, the fault. */
function sourceOf(): Source {
  const json = document.getElementById("account")?.textContent ?? "";
  try {
    return inlineSource(json) ?? servedSource();
  } catch (error) {
    const fault = error instanceof SourceFault ? error : new SourceFault("broken", String(error));
    const refuse = (): Promise<never> => Promise.reject(fault);
    return { isServed: false, read: null, stories: refuse, accountOf: refuse };
  }
}

const target = document.getElementById("desk");
if (target === null) throw new Error("The page has no place for the desk");
mount(App, { target, props: { source: sourceOf() } });
