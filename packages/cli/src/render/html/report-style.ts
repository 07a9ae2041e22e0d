/** Nothing is loaded and nothing runs; the style sheet of the page alone applies. */
export const contentSecurityPolicy: string =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** The style sheet of a report: light and dark, for a phone, a desk and paper. Every pair of colours has 4.5:1 or more. */
export const reportStyle: string = `
:root{--ground:#fff;--card:#f5f7fa;--line:#d5dce5;--text:#17212e;--soft:#4f5d6e;--accent:#1f5fa8;--track:#e4e9f0;
--good:#0a6437;--good-ground:#e3f4ea;--warn:#744700;--warn-ground:#fdf0d2;--bad:#a01221;--bad-ground:#fde8e9;--none:#8794a5}
@media (prefers-color-scheme:dark){:root{--ground:#0f141b;--card:#18202a;--line:#323e4d;--text:#e9eef5;--soft:#aab6c5;--accent:#7db3f5;
--track:#28323f;--good:#74d9a0;--good-ground:#11301f;--warn:#f2c468;--warn-ground:#35290c;--bad:#ffa1a3;--bad-ground:#3d181b;--none:#7f8c9d}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:70rem;padding:1.5rem 1.25rem 3rem;background:var(--ground);color:var(--text);
font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;overflow-wrap:break-word}
.hash,pre,p,dd,li,.order th,td[data-label=Goods],td[data-label=Document],td[data-label=Importer],td .soft{overflow-wrap:anywhere}
.measures li,.measures .soft{overflow-wrap:break-word}
td code,.chip,.badge,thead th{white-space:nowrap}
td code.hash{white-space:normal}
h1,h2,h3,p,dl,dd,ol,ul,figure,table{margin:0;padding:0}
h1{font-size:clamp(1.75rem,6vw,2.75rem);line-height:1.1;letter-spacing:-.02em}
h2{font-size:1.3rem;margin:2.5rem 0 .75rem;letter-spacing:-.01em}
h3{font-size:1.05rem;margin:1.25rem 0 .6rem}
ol,ul{list-style:none}
code,.id,.rule{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:.875em}
.soft{color:var(--soft);font-weight:400}
.figure{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.good{--tone:var(--good);--tone-ground:var(--good-ground)}
.warn{--tone:var(--warn);--tone-ground:var(--warn-ground)}
.bad{--tone:var(--bad);--tone-ground:var(--bad-ground)}
.plain{--tone:var(--text);--tone-ground:var(--card)}
header{border-top:.5rem solid var(--tone);border-radius:.5rem;background:var(--card);padding:1.25rem 1.5rem 1.5rem}
header h1{color:var(--tone)}
.kind{color:var(--soft);margin-bottom:.4rem}
.verdict{font-size:1.15rem;margin-top:.3rem}
.state{margin-top:.3rem}
.alarm{margin-top:.9rem;padding:.75rem 1rem;border:2px solid var(--bad);border-radius:.4rem;background:var(--bad-ground);color:var(--bad)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.6rem;margin-top:1.25rem}
.figures div{background:var(--ground);border:1px solid var(--line);border-radius:.4rem;padding:.6rem .8rem}
.figures dt{color:var(--soft);font-size:.85rem}
.figures strong{display:block;font-size:1.4rem;line-height:1.25;color:var(--tone);font-variant-numeric:tabular-nums}
.figures span{color:var(--soft);font-size:.85rem}
.calm{color:var(--good)}
.next h2{margin-top:1.75rem}
pre{margin:.5rem 0 0;padding:.8rem 1rem;border:1px solid var(--line);border-radius:.4rem;background:var(--card);white-space:pre-wrap}
.person{margin-top:1rem}
.person h3{text-transform:capitalize}
.person h3 span{text-transform:none}
.tasks{display:grid;gap:.75rem;grid-template-columns:minmax(0,1fr)}
.tasks li{border:1px solid var(--line);border-left:.3rem solid var(--tone);border-radius:.4rem;padding:.75rem 1rem}
.ask{display:flex;flex-wrap:wrap;gap:.3rem .7rem;align-items:baseline;margin-bottom:.25rem}
.ask code{font-size:1rem;font-weight:600}
.rule{color:var(--soft)}
.badge,.chip{display:inline-block;border-radius:.25rem;padding:.05rem .45rem;font-size:.8rem;font-weight:600;line-height:1.5;
background:var(--tone-ground);color:var(--tone)}
.chip{--tone:var(--good);--tone-ground:var(--good-ground)}
.chip.open{--tone:var(--warn);--tone-ground:var(--warn-ground)}
.chip.none{--tone:var(--soft);--tone-ground:var(--track)}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,14rem),1fr));gap:.5rem 1.5rem;margin-top:.6rem;font-size:.9rem}
dt{color:var(--soft)}
.facts dt,.authority{font-size:.8rem}
.authority{margin-top:.5rem}
.known li{padding:.55rem 0;border-bottom:1px solid var(--line)}
.known .rule{margin-right:.5rem}
table{width:100%;border-collapse:collapse;font-size:.9rem}
caption{text-align:left;color:var(--soft);padding-bottom:.3rem}
th{text-align:left;font-weight:600}
thead th{color:var(--soft);font-weight:400;font-size:.8rem;vertical-align:bottom}
th.figure{text-align:right}
th,td{padding:.5rem .75rem .5rem 0;vertical-align:top;border-bottom:1px solid var(--line)}
th:last-child,td:last-child{padding-right:0}
.order th{padding-top:1.1rem;border-bottom-width:2px}
.order .name{font-size:1rem;margin:0 .5rem}
.order .why{color:var(--bad);font-weight:400}
.order .sum{float:right;font-variant-numeric:tabular-nums}
.measures li+li{margin-top:.25rem}
.beside{display:grid;gap:1.5rem 2.5rem;margin-top:1rem;grid-template-columns:minmax(0,1fr)}
svg{display:block;width:100%;max-width:27rem;height:auto}
svg text{font-size:11px;fill:var(--text);font-family:inherit}
svg .amount{font-variant-numeric:tabular-nums;font-weight:600}
svg .track{fill:var(--track)}
svg .applies{fill:var(--accent)}
svg .open{fill:url(#hatch)}
svg .none{fill:var(--none)}
.hatch-ground{fill:var(--warn-ground)}
.hatch-line{stroke:var(--warn);stroke-width:1.8}
.legend{margin-top:.6rem;font-size:.85rem;color:var(--soft)}
.key{display:inline-block;width:.9em;height:.9em;border-radius:.2em;vertical-align:-.1em;margin:0 .35em 0 .7em}
.key:first-child{margin-left:0}
.key.applies{background:var(--accent)}
.key.open{background:repeating-linear-gradient(-45deg,var(--warn) 0 2px,var(--warn-ground) 2px 4px)}
.key.none{background:var(--none)}
.timeline{border-left:2px solid var(--line);margin-left:.4rem}
.timeline li{position:relative;padding:0 0 1rem 1.4rem}
.timeline li::before{content:"";position:absolute;left:-.45rem;top:.42rem;width:.75rem;height:.75rem;border-radius:50%;
background:var(--tone);border:2px solid var(--ground)}
.timeline time{color:var(--soft);font-size:.85rem;font-variant-numeric:tabular-nums}
.timeline time strong{color:var(--text)}
.timeline .bad strong{color:var(--bad)}
.wide{display:grid;margin-top:1rem}
.wide div{display:grid;grid-template-columns:8rem minmax(0,1fr);gap:1rem;padding:.45rem 0;border-bottom:1px solid var(--line)}
.hash{color:var(--soft)}
footer{margin-top:2.5rem;color:var(--soft);font-size:.85rem}
@media (min-width:48rem){.timeline li{display:grid;grid-template-columns:13rem minmax(0,1fr);padding-bottom:.6rem}.timeline p{grid-column:2}}
@media (min-width:60rem){.beside{grid-template-columns:minmax(0,26rem) minmax(0,1fr)}}
@media (max-width:47.99rem){body{padding:.75rem .75rem 2rem}header{padding:1rem}
.figures{grid-template-columns:repeat(2,minmax(0,1fr))}
.figures div:last-child{grid-column:1/-1}
.facts div{display:grid;grid-template-columns:6.5rem minmax(0,1fr);gap:.75rem}
.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stack,.stack tbody,.stack tr,.stack td,.stack th{display:block;width:100%}
.stack tr{padding:.6rem 0;border-bottom:1px solid var(--line)}
.stack td{display:grid;grid-template-columns:6.5rem minmax(0,1fr);gap:0 .75rem;padding:.15rem 0;border:0;text-align:left;white-space:normal}
.stack td::before{content:attr(data-label);color:var(--soft)}
.stack td>*{grid-column:2;justify-self:start}
.stack .order{padding:0}
.stack td code,.stack .measures *{white-space:normal;overflow-wrap:anywhere}
.order th{border-bottom:0;padding:1rem 0 0}
.wide div{grid-template-columns:minmax(0,1fr);gap:0}}
@media print{@page{margin:14mm}:root{--ground:#fff;--card:#fff;--line:#b9c2cd;--text:#000;--soft:#3d4957;--accent:#1f5fa8;--track:#e4e9f0;
--good:#0a6437;--good-ground:#e3f4ea;--warn:#744700;--warn-ground:#fdf0d2;--bad:#a01221;--bad-ground:#fde8e9;--none:#8794a5}
html{font-size:10pt}body{max-width:none;padding:0}.figures{grid-template-columns:1fr 1fr 1.6fr 1fr 1fr}.figures strong{font-size:1.2rem}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
h2,h3,h2+p{break-after:avoid}
.tasks li,.timeline li,.lines tbody tr,figure,.figures div,.alarm,.wide div{break-inside:avoid}
.order{break-after:avoid}
thead{display:table-header-group;break-after:avoid}
tr{break-inside:avoid}
header{border-width:.4rem 1px 1px;border-style:solid;border-color:var(--tone) var(--line) var(--line)}}
`
