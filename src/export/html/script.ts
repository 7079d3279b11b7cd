/**
 * The page's only script. It puts nothing on screen but text nodes and elements it makes itself;
 * what reports say never passes through markup. It is a text and not a compiled function, so
 * that its hash is the same whichever tool built the page.
 */
export const SCRIPT = `"use strict";
(() => {
const data = JSON.parse(document.getElementById("data").textContent);
const root = document.documentElement;
const panel = document.getElementById("panel");
const body = document.getElementById("panel-body");
const LIMIT = 40;
let opener = null;

const word = (n) => data.phrases[n][root.lang === "en" ? 1 : 0];
const make = (tag, className, ...children) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
};
const phrase = (n) => {
  const span = make("span", "", word(n));
  span.dataset.t = n;
  return span;
};
const part = (p) => (typeof p === "number" ? phrase(p) : make("bdi", "", p));

const speak = (lang) => {
  root.lang = lang;
  root.dir = lang === "en" ? "ltr" : "rtl";
  for (const e of document.querySelectorAll("[data-t]")) e.textContent = word(e.dataset.t);
  for (const e of document.querySelectorAll("[data-ta]")) e.setAttribute("aria-label", word(e.dataset.ta));
  for (const e of document.querySelectorAll("[data-tl]")) e.dataset.l = word(e.dataset.tl);
  for (const b of document.querySelectorAll("[data-lang]")) b.hidden = b.dataset.lang === lang;
};

const textNodes = function* (node) {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) yield walker.currentNode;
};
const quote = (report, first, last, pieces) => {
  const block = make("blockquote", "");
  const start = document.getElementById("s" + report + "-" + first);
  const source = start && start.closest(".source");
  if (source) {
    block.lang = source.lang;
    block.dir = source.dir;
  }
  for (let i = first; i <= last; i++) {
    const piece = document.getElementById("s" + report + "-" + i);
    if (piece) pieces(piece, block);
  }
  return block;
};
const lit = (block, text, hit) => {
  const last = block.lastChild;
  if (hit && last && last.nodeName === "MARK") last.append(text);
  else block.append(hit ? make("mark", "", text) : text);
};

const proofOf = (n) => {
  const [report, anchor, first, last, title, lines] = data.claims[n];
  const article = make("article", "proof", make("h3", "", ...title.map(part)));
  article.append(quote(report, first, last, (piece, block) => {
    for (const node of textNodes(piece)) {
      const holder = node.parentElement.closest("[data-c]");
      lit(block, node.data, holder !== null && holder.dataset.c.split(" ").includes(String(n)));
    }
  }));
  const list = make("dl", "");
  lines.forEach(([name, ...parts], i) => {
    const value = make("dd", i === lines.length - 1 ? "rulename" : "", ...parts.map(part));
    list.append(make("dt", "", phrase(name)), value);
  });
  article.append(list, placeLink(anchor));
  return article;
};
const placeLink = (anchor) => {
  const link = make("a", "place", phrase(body.dataset.place));
  link.href = "#" + anchor;
  return link;
};
const mentionProof = (spec) => {
  const [report, index, range] = spec.split(" ");
  const [start, end] = range.split("-").map(Number);
  const article = make("article", "proof", make("h3", "", phrase(body.dataset.mention)));
  article.append(quote(report, +index, +index, (piece, block) => {
    let at = 0;
    for (const { data: text } of textNodes(piece)) {
      const a = Math.min(text.length, Math.max(0, start - at));
      const b = Math.min(text.length, Math.max(0, end - at));
      if (a > 0) lit(block, text.slice(0, a), false);
      if (b > a) lit(block, text.slice(a, b), true);
      if (b < text.length) lit(block, text.slice(Math.max(a, b)), false);
      at += text.length;
    }
  }), placeLink("s" + report + "-" + index));
  return article;
};

const show = (link) => {
  const proofs = [];
  if (link.dataset.c !== undefined) {
    const numbers = link.dataset.c.split(" ").filter((n) => data.claims[n]);
    proofs.push(...numbers.slice(0, LIMIT).map(proofOf));
    if (numbers.length > LIMIT) {
      proofs.push(make("p", "more", "+" + (numbers.length - LIMIT) + " ", phrase(body.dataset.more)));
    }
  } else proofs.push(mentionProof(link.dataset.s));
  if (proofs.length === 0) return false;
  body.replaceChildren(...proofs);
  if (!panel.open) panel.show();
  panel.scrollTop = 0;
  opener = link;
  document.getElementById("panel-title").focus({ preventScroll: true });
  return true;
};
const hide = () => {
  if (!panel.open) return;
  panel.close();
  if (opener && opener.isConnected) opener.focus({ preventScroll: true });
  opener = null;
};

const reveal = (id) => {
  const target = id && document.getElementById(id);
  if (!target) return;
  for (let d = target.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
  for (const e of document.querySelectorAll(".lit")) e.classList.remove("lit");
  const n = data.claims.findIndex((claim) => claim[1] === id);
  if (n >= 0) for (const e of document.querySelectorAll('.source [data-c~="' + n + '"]')) e.classList.add("lit");
  target.scrollIntoView({ block: n >= 0 ? "center" : "start" });
};
const hashId = (hash) => {
  try { return decodeURIComponent(hash.slice(1)); } catch { return ""; }
};

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
  const target = event.target instanceof Element ? event.target : null;
  if (!target) return;
  const button = target.closest("[data-lang]");
  if (button) return speak(button.dataset.lang);
  if (target.closest(".close")) return hide();
  const evidence = target.closest("a[data-c],a[data-s]");
  if (evidence) {
    if (show(evidence)) event.preventDefault();
    return;
  }
  const place = target.closest("a.place");
  if (place) {
    event.preventDefault();
    const narrow = matchMedia("(max-width:47.99rem)").matches;
    if (narrow) hide();
    history.replaceState(null, "", place.hash);
    reveal(hashId(place.hash));
    const mark = document.querySelector(".lit");
    if (mark) mark.focus({ preventScroll: true });
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});
addEventListener("hashchange", () => reveal(hashId(location.hash)));
addEventListener("beforeprint", () => {
  for (const d of document.querySelectorAll("details")) d.open = true;
});

const links = new Map();
for (const a of document.querySelectorAll(".bar a")) links.set(hashId(a.hash), a);
const seen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    const link = links.get(target.id);
    if (!link || !isIntersecting) continue;
    for (const a of links.values()) a.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
  }
}, { rootMargin: "-12% 0px -86% 0px" });
for (const id of links.keys()) {
  const part = document.getElementById(id);
  if (part) seen.observe(part);
}

const asked = /[?&]lang=(ar|en)(?:&|$)/.exec(location.search);
speak(asked ? asked[1] : root.lang === "en" ? "en" : "ar");
if (location.hash) reveal(hashId(location.hash));
})();
`;
