"""How the page looks: a measure of text with the notes in its margin, on the screen by day and night, and on paper.

Names are told apart by their lines, not by colour alone; highlights are areas, and so never taken for names.
"""

STYLE = """
:root {
  color-scheme: light dark;
  --paper: #fffdf8; --ink: #1f1d1a; --quiet: #6b665e; --rule: #ded8cc; --link: #1d4ed8; --note: #f6f1e6;
  --person: #2563eb; --place: #15803d; --organisation: #b45309; --date: #9333ea;
  --yellow: #fdeea3; --green: #c9f2d3; --blue: #cfe3ff; --pink: #fcd5ea; --orange: #fedcb5; --purple: #e5d9fd;
  --plain: #eeeae0;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #191a1d; --ink: #e4e1da; --quiet: #9d988e; --rule: #3a3b40; --link: #8ab4f8; --note: #232428;
    --person: #7aa7ff; --place: #5fce8a; --organisation: #f0a95b; --date: #c99bff;
    --yellow: #5a4d10; --green: #1d4a2b; --blue: #1f3f6b; --pink: #5c2748; --orange: #5f3a12; --purple: #43307a;
    --plain: #34353a;
  }
}
* { box-sizing: border-box; }
html { font-size: 112.5%; -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 3rem 1.25rem 4rem; max-width: 38rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, "Liberation Serif", serif;
  overflow-wrap: break-word; hanging-punctuation: first last;
}
h1 { margin: 0 0 .6rem; font-size: 2rem; line-height: 1.2; text-wrap: balance; }
h2 { margin: 2.2rem 0 .6rem; font-size: 1.25rem; line-height: 1.3; }
p { margin: 0 0 1em; text-wrap: pretty; }
p.tight { margin-top: -1em; }
.columns { white-space: pre-wrap; font: .8rem/1.6 ui-monospace, "Liberation Mono", monospace; }
.meta, .caption, .furniture, .about, .when, .number, footer {
  color: var(--quiet); font-family: system-ui, "Liberation Sans", sans-serif;
}
.meta, .caption, .furniture { font-size: .82rem; }
.about { margin: 0 0 2rem; padding-bottom: .9rem; border-bottom: 1px solid var(--rule); font-size: .82rem; }
.about .address { overflow-wrap: anywhere; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }

.person, .place, .organisation, .date {
  text-decoration: underline 1px color-mix(in srgb, var(--line) 75%, transparent);
  text-underline-offset: .22em; text-decoration-skip-ink: none;
}
.person { --line: var(--person); }
.place { --line: var(--place); text-decoration-style: dotted; text-decoration-thickness: 1.5px; }
.organisation { --line: var(--organisation); text-decoration-style: double; }
.date { --line: var(--date); text-decoration-style: dashed; }
.guess::after { content: "?"; margin-left: .05em; color: var(--line); font-size: .7em; vertical-align: .4em; }
mark { --area: var(--plain); padding: .08em 0; background: var(--area); color: inherit; }
mark, div.note { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.yellow { --area: var(--yellow); } .green { --area: var(--green); } .blue { --area: var(--blue); }
.pink { --area: var(--pink); } .orange { --area: var(--orange); } .purple { --area: var(--purple); }

.ref::after, .number {
  font: 600 .68rem/1 system-ui, "Liberation Sans", sans-serif; color: var(--link); text-decoration: none;
}
.ref { text-decoration: none; }
.ref::after { content: attr(data-number); margin-left: .12em; vertical-align: .5em; }
.number { margin-right: .25em; }
div.note {
  margin: 0 0 .7rem; padding: .5rem .7rem .45rem; border-left: 3px solid var(--area, var(--rule));
  background: var(--note); font-size: .82rem; line-height: 1.45; break-inside: avoid;
}
div.note .words { white-space: pre-wrap; }
div.note blockquote { margin: 0 0 .35rem; font-style: italic; }
.when { display: block; margin-top: .25rem; font-size: .7rem; }
.tag { padding: .05em .45em; border: 1px solid var(--rule); border-radius: 1em; color: var(--ink); }
div.note:target, .ref:target { outline: 2px solid var(--link); outline-offset: 2px; }
.passage { display: flex; flex-direction: column-reverse; }
.rest { margin-top: 3rem; padding-top: .1rem; border-top: 1px solid var(--rule); }
footer { margin-top: 2.5rem; padding-top: .9rem; border-top: 1px solid var(--rule); font-size: .75rem; }

@media screen and (min-width: 64rem) {
  body:has(aside.notes) { max-width: 56rem; padding-right: 19.25rem; }
  .passage { display: block; }
  aside.notes { float: right; clear: right; width: 15rem; margin-right: -18rem; }
}
@media print {
  @page { margin: 18mm 16mm 20mm; }
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; background: none; }
  body:has(aside.notes) { padding-right: 58mm; }
  .passage { display: block; }
  aside.notes { float: right; clear: right; width: 51mm; margin-right: -58mm; }
  h1, h2 { break-after: avoid; } p { orphans: 3; widows: 3; }
  a { color: inherit; text-decoration: none; } .ref::after, .number { color: inherit; }
}
"""
