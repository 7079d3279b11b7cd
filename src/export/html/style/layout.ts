import { DARK, LIGHT, variables } from "../palette.js";

/** Ground, type, masthead, section bar and the frame of a section. */
export const LAYOUT = `
:root{color-scheme:light dark;${variables(LIGHT)};
--serif:"Noto Naskh Arabic","Noto Naskh Arabic UI",Amiri,"Geeza Pro","Sakkal Majalla","Traditional Arabic",Georgia,"Times New Roman",serif;
--sans:"IBM Plex Sans Arabic","Noto Sans Arabic","SF Arabic","Segoe UI",Tahoma,"Noto Sans",system-ui,sans-serif;
--latin:"Noto Serif",Georgia,"Times New Roman","Noto Naskh Arabic",serif;
--bar:3rem;--measure:42rem}
@media (prefers-color-scheme:dark){:root{${variables(DARK)}}}
*{box-sizing:border-box}
html{scroll-padding-block-start:calc(var(--bar) + .75rem);-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:78rem;padding-inline:clamp(1rem,3vw,2.5rem);background:var(--paper);color:var(--ink);font:400 1rem/1.65 var(--sans);font-variant-numeric:tabular-nums lining-nums}
html[dir=ltr] body{line-height:1.55}
h1,h2,h3,h4,h5{font-family:var(--serif);font-weight:700;line-height:1.35;margin:0;text-wrap:balance}
[lang=en] h1,[lang=en] h2,[lang=en] h3,[lang=en] h4,[lang=en] h5{font-family:var(--latin)}
p,ul,ol,dl,dd,figure,fieldset{margin:0;padding:0;border:0}
ul,ol{list-style:none}
a{color:inherit;text-decoration-line:underline;text-decoration-color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.28em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
main:focus{outline:none}
button{font:inherit;color:inherit;background:none;border:1px solid var(--rule);border-radius:3px;padding:.1rem .7rem;cursor:pointer}
button:hover{border-color:var(--ink)}
bdi{unicode-bidi:isolate}
[dir=auto]{unicode-bidi:isolate}
.sr{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;inset-inline-start:1rem;inset-block-start:-4rem;background:var(--ink);color:var(--paper);padding:.5rem 1rem;z-index:9}
.skip:focus{inset-block-start:.5rem}
html[dir=rtl] .only-en,html[dir=ltr] .only-ar{display:none}
html[dir=rtl] .flip{transform:scaleX(-1)}

.masthead{display:flex;align-items:baseline;gap:.9rem;padding-block:1.1rem .7rem;border-block-end:3px double var(--strong)}
.masthead .mark{font:700 1.35rem/1.3 var(--serif);white-space:nowrap}
.masthead .mark [lang=en]{font:500 .95rem/1 var(--latin);letter-spacing:.04em;color:var(--soft)}
.motto{color:var(--soft);font-size:.9rem}
.langs{margin-inline-start:auto}
.langs button{min-block-size:2rem;font-size:.9rem}
.head{padding-block:clamp(1.5rem,4vw,3rem) 1.5rem}
.head h1,.story>h2{font-size:clamp(1.6rem,1.1rem + 2.4vw,2.9rem);line-height:1.3;max-width:24em}
.dateline{color:var(--soft);margin-block-start:.6rem}
.counts{display:flex;flex-wrap:wrap;gap:.4rem 1.6rem;margin-block-start:1.1rem;font-weight:600}
.counts li{position:relative}
.counts .alarm{background:var(--accent);color:var(--onaccent);padding:0 .7em;border-radius:2px}
html[dir=rtl] .to::before{content:"←"}
html[dir=ltr] .to::before{content:"→"}
.to{color:var(--soft);font-weight:400;margin-inline:.25em}
.index{margin-block-start:1.2rem;columns:22rem;column-gap:2.5rem}
.line2{display:block}
.index li{break-inside:avoid;padding-block:.35rem;border-block-start:1px solid var(--rule)}

.bar{position:sticky;inset-block-start:0;z-index:5;background:var(--paper);border-block:1px solid var(--rule);margin-inline:calc(-1*clamp(1rem,3vw,2.5rem));padding-inline:clamp(1rem,3vw,2.5rem)}
.bar ul{display:flex;gap:clamp(.9rem,2vw,1.5rem);overflow-x:auto;scrollbar-width:none;min-block-size:var(--bar);align-items:center}
.bar ul::-webkit-scrollbar{display:none}
.bar a{white-space:nowrap;text-decoration:none;color:var(--soft);display:block;padding-block:.6rem;font-size:.94rem;border-block-end:2px solid transparent}
.bar a:hover{color:var(--ink)}
.bar a[aria-current]{color:var(--ink);border-block-end-color:var(--accent)}
.n{font-family:var(--sans);font-size:.82em;font-weight:400;color:var(--soft)}
td .n{font-size:1em;color:inherit}

.part{padding-block:1.6rem 2.6rem;border-block-start:1px solid var(--rule)}
.bar+main>.part:first-child{border:0}
.part>h2,.part>h3{font-size:1.4rem;margin-block-end:1rem}
.story .counts{margin-block-end:1.5rem}
.story{content-visibility:auto;contain-intrinsic-size:auto 120rem;border-block-start:3px double var(--strong);padding-block-start:1.5rem;margin-block-start:1.5rem}
@media (min-width:64rem){
.part{display:grid;grid-template-columns:10.5rem minmax(0,1fr);column-gap:2rem;align-items:start}
.part>*{grid-column:2}
.part>h2,.part>h3{grid-column:1;grid-row:1/span 3;position:sticky;inset-block-start:calc(var(--bar) + 1rem)}
}
.note,.empty{color:var(--soft);max-width:var(--measure)}
.note{font-size:.92rem;margin-block-end:.9rem}
.empty{padding:1rem 1.2rem;background:var(--sunk);border-radius:3px}
.untold{border-block-start:1px solid var(--rule);padding-block:1rem 2rem;max-width:none}
.none{color:var(--soft);font-style:normal}
.foot{border-block-start:3px double var(--strong);padding-block:1.2rem 3rem;color:var(--soft);font-size:.88rem;display:flex;flex-wrap:wrap;justify-content:space-between;gap:.5rem 2rem}
.foot p{max-width:46rem}
@media print{
:root{${variables(LIGHT)};color-scheme:light}
body{font-size:10pt;max-width:none}
.bar,.skip,.langs,.layers,.panel,.close{display:none!important}
.part{display:block}
.dispute,.position,figure,tr,li{break-inside:avoid-page}
h2,h3,h4,h5{break-after:avoid-page}
.report,.story{content-visibility:visible!important}
mark,.k-fig,.band,.alarm,.relation{print-color-adjust:exact;-webkit-print-color-adjust:exact}
details::details-content{content-visibility:visible;block-size:auto}
a{text-decoration-color:#bbb}
}`;
