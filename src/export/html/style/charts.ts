/** The charts: the page's own ink and accent, text as in the page. */
export const CHARTS = `
.chart,.flow,.strip{direction:ltr;overflow:visible}
.chart text,.flow text{font-family:var(--sans);fill:var(--ink)}
.chart .ticklabel{font-size:11px;fill:var(--soft)}
.chart .daylabel{font-size:12px;fill:var(--soft);font-weight:600}
.chart .who{font-size:13px;paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
.chart .value{font-size:13px;font-weight:600;paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
.chart .bestlabel{font-size:12px;fill:var(--accent);font-weight:600}
.chart .tick{stroke:var(--rule)}
.chart .dayline{stroke:var(--rule)}
.chart .best{stroke:var(--accent);stroke-dasharray:3 3}
.chart .band{fill:var(--tint);opacity:.45}
.chart .step{stroke:var(--soft);stroke-width:1}
.chart .dot{fill:var(--ink);stroke:var(--paper);stroke-width:1.5}
.chart .halo{fill:none;stroke:var(--ink);stroke-dasharray:2 2}
.chart .span{stroke:var(--ink);stroke-width:4}
.chart .span.open{stroke-width:2;stroke-dasharray:2 5}
.chart .cap{stroke:var(--ink);stroke-width:2}
.chart .old .dot{fill:var(--paper);stroke:var(--ink)}
.chart .old .span{stroke-width:1.5}
.chart .old .value,.chart .old .who{fill:var(--soft);font-weight:400}
.ledger-one figure{max-inline-size:44rem}
.chart .hit{fill:transparent}
.chart a{cursor:pointer;text-decoration:none}
.chart a:hover .hit{fill:var(--sunk);opacity:.6}
.chart a:hover .who,.chart a:hover .value{text-decoration:underline}
.flow .ribbon{fill:var(--accent);opacity:.3}
.flow .ribbon.own{fill:var(--soft);opacity:.22}
.flow .node{fill:var(--ink)}
.flow .nodelabel{font-size:13px;paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
.flow .count{fill:var(--soft);font-size:11px}
.flow .flowhead{font-size:12px;fill:var(--soft)}
.flowbox{margin-block-end:1.2rem}
.strip .rail{fill:var(--rule)}
.strip .band{fill:var(--soft)}
.strip .fuzzy{fill:var(--soft);opacity:.7}
.strip .haze{fill:var(--soft);opacity:.3}
.strip .out{fill:none;stroke:var(--soft)}
@media (max-width:47.99rem){.flowbox{display:none}}
@media (min-width:74rem){.ledger-one .spread:has(figure){display:grid;grid-template-columns:minmax(0,5fr) minmax(0,7fr);gap:1rem 2.5rem;align-items:start}.spread .note{grid-column:1}.spread table{grid-column:2;grid-row:1/span 2}}
`;
