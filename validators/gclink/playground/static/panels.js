// What stands under each tab; every function takes the answer of the server and returns an element.
import { graph } from "./graph.js";

export function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

const note = (text) => make("p", {}, text);

export function failure(error, page) {
  const place = error.line ? page.place(error.source, error.line, error.column) : null;
  return make("div", { class: "finding" },
    make("p", {}, make("strong", {}, error.code), " ", page.both(error.message)),
    place, make("p", {}, page.both(error.hint)));
}

export function findings(answer, page) {
  const all = answer.report.findings;
  const notes = answer.report.notes.map((each) => make("div", { class: "finding note" }, make("p", {}, page.both(each))));
  if (!all.length) return make("div", {}, note(page.word("noFindings")), ...notes);
  const shown = all.slice(0, 500).map((finding) => {
    const rows = ["expected", "found", "mend"].filter((key) => finding[key])
      .flatMap((key) => [make("dt", {}, page.word(key)), make("dd", {}, page.both(finding[key]))]);
    return make("div", { class: `finding ${finding.severity}` },
      make("p", {}, make("strong", {}, finding.requirement), " ", page.both(finding.message)),
      page.place(finding.source, finding.line, finding.column, finding.location),
      rows.length ? make("dl", {}, ...rows) : null);
  });
  return make("div", {}, ...shown, all.length > 500 ? note(`… ${all.length - 500}`) : null, ...notes);
}

function lines(parts, depth, page) {
  return parts.flatMap((part) => [
    make("tr", {},
      make("td", {}, "\u2003".repeat(depth) + (part.sign ?? ""), " ", page.both(part.label)),
      make("td", { class: "number" }, part.value ?? ""),
      make("td", {}, part.working ?? "")),
    ...lines(part.parts ?? [], depth + 1, page),
  ]);
}

export function sums(answer, page) {
  const all = answer.documents.flatMap((document) => document.derived.map((each) => ({ document, each })));
  all.sort((a, b) => (b.each.outcome === "differs") - (a.each.outcome === "differs")); // what is wrong comes first
  const tables = all.map(({ document, each }) => make("table", { class: "sum" },
    make("caption", {}, `${document.source} ${each.pointer} – `, page.both(each.label), " ",
      make("span", { class: each.outcome }, page.word(each.outcome))),
    make("tbody", {}, ...lines(each.parts ?? [], 0, page),
      make("tr", {}, make("td", {}, page.word("computed")), make("td", { class: "number" }, String(each.value ?? "")), make("td")),
      make("tr", {}, make("td", {}, page.word("stated")), make("td", { class: `number ${each.outcome}` }, String(each.stated ?? "–")), make("td")))));
  return tables.length ? make("div", {}, ...tables) : note(page.word("noSums"));
}

export function links(answer, page) {
  if (!answer.links.length) return note(page.word("noLinks"));
  const list = make("ul", {}, ...answer.links.slice(0, 400).map((link) =>
    make("li", {}, `${link.from} ${link.member} → ${link.to}${link.inside ? "" : ` (${page.word("outside")})`}`)));
  return make("div", {}, graph(answer.documents, answer.links, { graph: page.word("graph"), outside: page.word("outside") }),
    make("details", {}, make("summary", {}, `${answer.links.length} ${page.word("members")}`), list));
}

export function labels(answer, page) {
  if (!answer.labels.length) return note(page.word("noLabels"));
  return make("div", {}, ...answer.labels.map((label) => {
    if (label.error) return make("div", {}, note(label.id), failure(label.error, page));
    // An image cannot run anything, whatever the texts of the claim hold.
    const address = URL.createObjectURL(new Blob([label.svg], { type: "image/svg+xml" }));
    return make("div", { class: "drawn" }, make("img", { src: address, alt: label.id }));
  }));
}

export function digests(answer, page) {
  const head = ["document", "type", "digest"].map((key) => make("th", { scope: "col" }, page.word(key)));
  const rows = answer.report.documents.map((document) => make("tr", {},
    make("td", {}, document.id ?? document.source), make("td", {}, document.type ?? ""), make("td", {}, document.digest ?? "–")));
  return make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows));
}

export function convert(answer, page) {
  const output = make("pre", { id: "converted" });
  const choice = make("select", { id: "syntax", "aria-label": page.word("to"), onchange: () => run() },
    ...["json", "xml", "turtle", "jsonld", "ntriples"].map((name) => make("option", { value: name }, name)));
  async function run() {
    const found = await page.ask("/convert", { to: choice.value });
    output.replaceChildren(found.error ? failure(found.error, page) : found.text);
  }
  choice.value = "xml";
  run();
  return make("div", {}, make("label", {}, `${page.word("to")} `, choice), output);
}
