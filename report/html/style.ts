// The page's only style. No font, image or address from outside.

const INK = "#16212e";
const PAPER = "#ffffff";

const screen = `
:root{color-scheme:light;--ink:${INK};--soft:#495666;--line:#d5dce4;--wash:#f4f7f9;--accent:#0a5a6b;
--failing:#a3161f;--undetermined:#7d4a00;--accepted:#5d2d8f;--missing-evidence:#4a5563;--boundary:#245a93;--evidenced:#17633a}
*{box-sizing:border-box}
html{scroll-padding-top:5.5rem}
body{margin:0;background:${PAPER};color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI","Liberation Sans",Arial,sans-serif}
code{font:.875em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere;unicode-bidi:isolate}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid #c25e00;outline-offset:2px}
.skip{position:absolute;left:-100rem;top:0;z-index:3;padding:.75rem 1rem;background:var(--ink);color:#fff}
.skip:focus{left:0}
.top{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline;padding-block:1rem;background:var(--ink);color:#fff}
.top strong{font-size:1.125rem;letter-spacing:.01em}
.top span{color:#c9d4df;overflow-wrap:anywhere}
.top code{color:#fff}
nav{padding-block:.75rem;background:var(--wash);border-bottom:1px solid var(--line)}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0;padding:0;list-style:none}
nav a{display:inline-block;padding:.25rem 0;text-decoration:none}
nav a:hover{text-decoration:underline}
#filter{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;padding-block:.625rem;background:${PAPER};border-bottom:1px solid var(--line)}
#filter[hidden]{display:none}
#filter label{display:flex;gap:.5rem;align-items:center;font-size:.875rem;color:var(--soft)}
#filter input,#filter select,#filter button{min-height:2rem;padding:.25rem .5rem;border:1px solid #77838f;border-radius:.25rem;background:#fff;color:var(--ink);font:inherit;font-size:.875rem}
#filter input{width:16rem;max-width:100%}
#filter output{font-size:.875rem;color:var(--soft)}
main{max-width:79rem;margin:0 auto;padding:0 1.5rem 4rem}
.top,nav,#filter{padding-inline:max(1.5rem,calc(50% - 38rem))}
h1{margin:2rem 0 .5rem;font-size:2rem;line-height:1.2;letter-spacing:-.01em}
h2{margin:3.5rem 0 .75rem;padding-top:1rem;border-top:2px solid var(--ink);font-size:1.5rem;line-height:1.25}
#cover h2{margin-top:2rem;padding-top:0;border-top:0;font-size:1.125rem}
h1,h2,h3,summary,li{overflow-wrap:anywhere}
h3{margin:2.25rem 0 .5rem;font-size:1.125rem;line-height:1.35}
p{margin:.5rem 0;max-width:72ch}
td p,th p{margin:.125rem 0;font-weight:400}
.answer{font-size:1.0625em;font-weight:600}
.note,.count{color:var(--soft);font-size:.875em;font-weight:400}
.identity{margin:1rem 0;padding:1rem 1.25rem;border:1px solid var(--line);border-left:4px solid var(--ink);border-radius:.25rem;background:var(--wash)}
.identity p{margin-top:0}
dl{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.25rem 1.5rem;margin:0}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(10.5rem,1fr));gap:.75rem;margin:1rem 0;padding:0;list-style:none}
.tiles li{padding:.75rem 1rem;border:1px solid var(--line);border-top:4px solid var(--tone);border-radius:.25rem}
.figure{font-size:1.75em;font-weight:650;line-height:1.2;font-variant-numeric:tabular-nums}
.of{color:var(--soft);font-size:.875em}
.tiles .status{display:flex;font-size:.9375em;white-space:nowrap}
.failing{--tone:var(--failing)}.undetermined{--tone:var(--undetermined)}.accepted{--tone:var(--accepted)}
.missing-evidence{--tone:var(--missing-evidence)}.boundary{--tone:var(--boundary)}.evidenced{--tone:var(--evidenced)}
.status{display:inline-flex;gap:.4em;align-items:baseline;color:var(--tone);font-weight:600}
.status svg{flex:none;width:.75em;height:.75em;fill:currentColor}
.scroll{margin:1rem 0;overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:.9375em}
caption{padding:.25rem 0;text-align:left;font-weight:600}
th,td{padding:.5rem .75rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
thead th{border-bottom:2px solid var(--ink);font-size:.875em;white-space:nowrap}
tbody th{font-weight:600}
tbody tr:hover{background:var(--wash)}
tr:target,article:target>h3,li:target{background:#fff4d6}
.number{font-variant-numeric:tabular-nums;text-align:right}
.matrix td,.matrix th{padding-block:.375rem}
.matrix tbody th{white-space:nowrap}
.matrix .standard th,.matrix .standard td:nth-child(2){font-weight:650}
.matrix .implementation-specification th{padding-left:1.75rem;font-weight:400}
.matrix .status,.date{white-space:nowrap}
th.number{text-align:right}
.none{color:var(--soft);font-weight:400;text-align:right}
.findings{table-layout:fixed;min-width:52rem}
.findings th:nth-child(1){width:16%}.findings th:nth-child(2){width:26%}.findings th:nth-child(3){width:29%}
.findings.citation th:nth-child(3){width:40%}.findings.control th:nth-child(3){width:auto}
.findings td{overflow-wrap:anywhere}
details{margin:.75rem 0}
summary{padding:.25rem 0;cursor:pointer}
.addresses{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(22rem,100%),1fr));gap:.125rem 1.5rem;margin:.5rem 0;padding:0;list-style:none}
article{margin-bottom:2.5rem}
.proposal{padding:0 1.25rem 1rem;border:3px dashed var(--boundary)}
footer{padding:1.25rem 1.5rem;border-top:1px solid var(--line);color:var(--soft);font-size:.875rem;overflow-wrap:anywhere}
@media (max-width:40rem){main,.top,nav,#filter{padding-inline:1rem}#filter{position:static}dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media (forced-colors:active){.status,.tiles li{forced-color-adjust:auto}}
`;

const print = `
@media print{
body{font-size:10pt;line-height:1.35}
nav,#filter,.skip{display:none!important}
.top{padding:0 0 .5rem;background:none;color:var(--ink);border-bottom:2px solid var(--ink)}
.top span,.top code{color:var(--ink)}
main{max-width:none;padding:0}
h1{font-size:20pt}h2{font-size:14pt;margin-top:1.5rem}h3{font-size:11pt}
h2,h3,caption{break-after:avoid}
#summary,#matrix,#safeguards,#findings,#controls,#resources,#exceptions,#method{break-before:page}
#matrix{page:wide}
article{break-inside:auto}
tr,li,.identity,.tiles li{break-inside:avoid}
thead{display:table-header-group}
.scroll{overflow:visible}
.findings{min-width:0}
table{font-size:8.5pt}
th,td{padding:.25rem .375rem}
tr[hidden]{display:table-row!important}
li[hidden]{display:list-item!important}
details::details-content{content-visibility:visible;block-size:auto}
a{color:inherit;text-decoration:none}
footer::before{content:"Filters do not apply to print: every row is here. "}
}
@page{margin:18mm 15mm 20mm}
@page wide{size:landscape}
`;

/** The style, with a foot of each printed page that names the run: only what cannot leave a CSS string is taken over. */
export function style(run: string): string {
  const foot = run.replace(/[^\w .:,-]/g, "");
  return `${screen}${print}@page{@bottom-left{content:"${foot}";font:7pt monospace}@bottom-right{content:"page " counter(page) " of " counter(pages);font:7pt sans-serif;white-space:nowrap}}
`;
}
