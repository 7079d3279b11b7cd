/** The evidence panel: a column beside the page, a sheet from below on a narrow screen. */
export const PANEL = `
.panel{position:fixed;z-index:8;inset:0 auto 0 auto;inset-inline-end:0;margin:0;inline-size:min(27rem,100%);block-size:100dvh;max-block-size:none;max-inline-size:none;padding:0;border:0;border-inline-start:1px solid var(--rule);background:var(--raised);color:var(--ink);overflow-y:auto;overscroll-behavior:contain;box-shadow:0 0 2.5rem rgb(0 0 0/.14)}
.panelhead{position:sticky;inset-block-start:0;display:flex;justify-content:space-between;align-items:center;background:var(--raised);border-block-end:3px double var(--strong);padding:.7rem 1.2rem;z-index:1}
.panelhead h2{font-size:1.1rem}
.panelhead h2:focus{outline:none}
.close{font-size:1.3rem;line-height:1;inline-size:2.25rem;block-size:2.25rem;padding:0}
.proof{padding:1rem 1.2rem 1.2rem;border-block-end:1px solid var(--rule)}
.proof h3{font-size:1.05rem;margin-block-end:.4rem}
.proof blockquote{margin:0 0 .8rem;font:1.14rem/1.9 var(--serif);white-space:pre-line;overflow-wrap:anywhere;unicode-bidi:isolate}
.proof blockquote[lang^=en]{font-family:var(--latin);line-height:1.65}
.proof blockquote mark{background:var(--tint);font-weight:600}
.proof dl{display:grid;grid-template-columns:5.2rem minmax(0,1fr);gap:.25rem .8rem;font-size:.92rem}
.proof dt{color:var(--soft)}
.proof dd{overflow-wrap:anywhere}
.proof .rulename{font:.85em/1.7 ui-monospace,"DejaVu Sans Mono",Consolas,monospace}
.proof .place{display:inline-block;margin-block-start:.7rem}
.more{padding:1rem 1.2rem;color:var(--soft)}
@media (max-width:47.99rem){.panel{inset-block:auto 0;inset-inline:0;inline-size:100%;block-size:auto;max-block-size:78dvh;border-inline-start:0;border-block-start:3px double var(--strong)}}
@media (min-width:66rem){body:has(.panel[open]){margin-inline:clamp(0px,calc((100vw - 78rem)/2 - 13rem),100vw) auto;padding-inline-end:calc(27rem + 2rem);max-width:calc(100vw - 1rem)}}
`;
