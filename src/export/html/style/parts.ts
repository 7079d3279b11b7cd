/** What stands inside the sections: tables, disputes, timeline, names, copies, sources. */
export const PARTS = `
.ev{cursor:pointer}
.words{font-family:var(--serif);font-size:1.06em}
q.words{quotes:none;color:var(--soft)}
q.words::before{content:"«"}
q.words::after{content:"»"}
q[lang^=en]::before{content:"“"}
q[lang^=en]::after{content:"”"}
.in{color:var(--soft);font-size:.9rem}
.no{font-size:.78em;color:var(--soft);vertical-align:.25em;margin-inline-start:.1em}
.tag{display:inline-block;font-size:.8rem;color:var(--soft);border:1px solid var(--rule);border-radius:2px;padding:0 .4em;line-height:1.6}
.type{font-size:.85rem;color:var(--soft);margin-inline-end:.5em}

.sentences{counter-reset:s;max-width:var(--measure)}
.sentences li{counter-increment:s;padding-block:.55rem;font:1.16rem/1.85 var(--serif)}
.sentences li .in{font:.85rem/1.6 var(--sans);white-space:nowrap}
.line{text-decoration-color:transparent}
.line:hover,.line:focus-visible{text-decoration-color:var(--accent)}
.sentences .in::before{content:"— "}

table{border-collapse:collapse;inline-size:100%;font-size:.95rem}
th,td{text-align:start;vertical-align:top;padding:.55rem .6rem;border-block-end:1px solid var(--rule);font-weight:400}
thead th{font-size:.82rem;color:var(--soft);padding-block:.3rem;border-block-end-color:var(--strong);white-space:nowrap}
tr>:first-child{padding-inline-start:0}
tr.old strong{font-weight:400;color:var(--soft)}
.value{text-decoration:none}
.value strong{font-size:1.08rem;text-decoration:underline;text-decoration-color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.28em}
.value:hover strong{text-decoration-thickness:2px}
.value .words{display:block;line-height:1.6}
html[dir=rtl] .value .words{text-align:right}
html[dir=ltr] .value .words{text-align:left}
.via,td .in{display:block;color:var(--soft);font-size:.9rem}
td .n{display:inline-block;min-inline-size:1.5em}

.measure+.measure{margin-block-start:2.4rem}
.measure>h3,.measure>h4{font-size:1.25rem;border-block-end:1px solid var(--strong);padding-block-end:.2rem}
.ledger-one,.once{padding-block:1.1rem .6rem}
.ledger-one>h4,.ledger-one>h5,.once>h4,.once>h5{font-size:1.05rem}
.range{display:flex;gap:1.8rem;margin-block:.4rem .1rem;align-items:baseline;flex-wrap:wrap}
.range dt{font-size:.82rem;color:var(--soft)}
.range dd{font:500 1.25rem/1.3 var(--sans)}
.range .best dd{font-size:1.9rem;font-weight:600}
.range .limit,.range .none{font-size:1rem}
.rule{color:var(--soft);font-size:.9rem;max-width:var(--measure)}
.spread{margin-block-start:1rem}

.dispute{padding-block:1rem 1.2rem;border-block-start:1px solid var(--rule)}
.dispute:first-of-type{border:0;padding-block-start:0}
.dispute h3,.dispute h4,.dispute h5{font-size:1.15rem;margin-block:.25rem .6rem}
.kinds{font-size:.85rem;color:var(--soft);display:flex;gap:.7rem;align-items:center}
.relation{border:1px solid var(--rule);padding:0 .55em;border-radius:2px;color:var(--ink)}
.alarm .relation{background:var(--accent);border-color:var(--accent);color:var(--onaccent);font-weight:600}
.positions{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:.8rem 1.6rem}
.position{border-inline-start:3px solid var(--rule);padding-inline-start:.9rem}
.alarm .position{border-inline-start-color:var(--accent)}
.counted{font-weight:400;font-size:.95rem}
.position .in{margin-block-start:.25rem}
.why{color:var(--soft);font-size:.92rem;margin-block-start:.7rem;max-width:var(--measure)}
summary{cursor:pointer;padding-block:.4rem}
summary h3,summary h4,summary h5{display:inline;font-size:1.05rem}
summary:hover h3,summary:hover h4,summary:hover h5{text-decoration:underline;text-decoration-color:var(--accent);text-underline-offset:.3em}
.explained{border-block-start:1px solid var(--rule);margin-block-start:.6rem;padding-block-start:.4rem}

.day{display:grid;grid-template-columns:1fr;gap:.2rem 1.6rem;padding-block:.9rem;border-block-start:1px solid var(--rule)}
.day:first-of-type{border:0;padding-block-start:0}
.day>h3,.day>h4{font-size:1rem;font-family:var(--sans)!important;font-weight:600}
.entries li{padding-block:.3rem .5rem}
.entry{text-decoration:none}
.entry .words{text-decoration:underline;text-decoration-color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.3em}
.entry:hover .words{text-decoration-thickness:2px}
.strip{display:block;max-inline-size:16rem;margin-block-start:.15rem}
@media (min-width:48rem){.day{grid-template-columns:12rem minmax(0,1fr)}}

details.kind,.copy,.report{border-block-start:1px solid var(--rule);padding-block:.35rem}
.names{columns:20rem;column-gap:2.5rem;padding-block:.5rem 1rem}
.names li{break-inside:avoid;padding-block:.45rem}
.other{color:var(--soft)}
.forms{color:var(--soft);font-size:.95rem}
.form{font-family:var(--serif)}
.at{color:var(--soft)}

.scroll{overflow-x:auto;margin-block:1rem}
.matrix{inline-size:auto;font-size:.88rem}
.matrix caption{text-align:start;color:var(--soft);font-size:.88rem;padding-block-end:.4rem}
.matrix td{text-align:center;min-inline-size:3.6rem;border:1px solid var(--rule)}
.matrix thead td{border:0}
.matrix .self{background:var(--sunk)}
.matrix .t1,.matrix .t2{background:var(--faint)}
.matrix .t3,.matrix .t4{background:var(--tint)}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:.6rem 2rem;padding-block:.6rem;border-block-start:1px dotted var(--rule)}
.text{font:1.1rem/1.95 var(--serif);white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:isolate}
.text[lang^=en]{font-family:var(--latin);line-height:1.7}
mark{background:var(--tint);color:inherit;border-radius:2px;padding-block:.1em}

.layers{display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;align-items:center;padding-block:.2rem 1rem;font-size:.9rem}
.layers legend{float:inline-start;color:var(--soft);padding:0;margin-inline-end:.5rem}
.layer{display:inline-flex;gap:.4rem;align-items:center;cursor:pointer;min-block-size:1.75rem}
.layer input{accent-color:var(--accent);inline-size:1rem;block-size:1rem;margin:0}
@media screen{.report{content-visibility:auto;contain-intrinsic-size:auto 3.2rem}
.report[open]{contain-intrinsic-size:auto 60rem}}
.report summary .in{margin-inline-start:1.2rem}
.report .title{font-weight:400}
.facts{font-size:.92rem;background:var(--sunk);padding:.7rem 1rem;border-radius:3px;margin-block:.5rem 1rem;max-width:52rem;display:grid;gap:.3rem}
.facts div{display:grid;grid-template-columns:6rem minmax(0,1fr);gap:.8rem}
.facts dt{color:var(--soft)}
.facts bdi{overflow-wrap:anywhere}
.source{max-width:48rem;padding-block-end:1.5rem}
.fu{color:var(--soft);font-size:.88em}
.fu mark{background:none!important}
.m{text-decoration:none}
.m mark{background:none;border-radius:2px}
.k-fig,.swatch.fig{background:var(--tint)!important}
.k-oth,.swatch.oth{box-shadow:inset 0 -1px 0 var(--accent)}
.k-say,.swatch.say{box-shadow:inset 0 -1px 0 var(--rule)}
.k-who,.swatch.who{background:linear-gradient(var(--soft),var(--soft)) 0 100%/100% 1px no-repeat;padding-block-end:.12em}
.k-time,.swatch.time{border-block-end:1px dotted var(--soft)}
.m:hover mark{background:var(--faint)}
.m.lit mark{background:var(--accent)!important;color:var(--onaccent)}
.m.lit mark *{color:var(--onaccent)}
.sources:has(.l-fig:not(:checked)) .k-fig{background:none!important}
.sources:has(.l-oth:not(:checked)) .k-oth{box-shadow:none}
.sources:has(.l-say:not(:checked)) .k-say{box-shadow:none}
.sources:has(.l-who:not(:checked)) .k-who{background:none}
.sources:has(.l-time:not(:checked)) .k-time{border-block-end:0}
.ctl{color:var(--accent);font-size:.8em;cursor:help}

@media (max-width:47.99rem){
table[role]{display:block}
table[role] thead{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
table[role] tbody,table[role] tr,table[role] td,table[role] th{display:block}
table[role] tr{padding-block:.7rem;border-block-end:1px solid var(--rule)}
table[role] tbody th,table[role] td{border:0;padding:.1rem 0;overflow-wrap:anywhere}
table[role] td{display:grid;grid-template-columns:5.5rem minmax(0,1fr);column-gap:.6rem}
table[role] td::before{content:attr(data-l);color:var(--soft);font-size:.85rem}
table[role] td>div{grid-column:2}
.motto{display:none}
}`;
