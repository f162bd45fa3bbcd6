// The page: texts on the left, what the server says about them on the right.
import { WORDS } from "./words.js";
import * as panels from "./panels.js";
import { make } from "./panels.js";

const TABS = ["findings", "sums", "links", "labels", "convert", "digests"];
const PAUSE = 350;
const $ = (id) => document.getElementById(id);

const asked = new URLSearchParams(location.search).get("lang");
const state = {
  language: (asked ?? navigator.language).startsWith("zh") ? "zh" : "en",
  texts: [], current: 0, tab: "findings", answer: null, turn: 0,
};

const page = {
  word: (key) => WORDS[key]?.[state.language === "zh" ? 1 : 0] ?? key,
  both: (text) => (text ? text[state.language] ?? text.en ?? "" : ""),
  ask: (path, more = {}) => ask(path, more),
  place: (source, line, column, pointer) => {
    const where = [source, line ? `:${line}` : "", column ? `:${column}` : "", pointer ? ` ${pointer}` : ""].join("");
    return make("p", {}, make("button", { type: "button", class: "place", onclick: () => go(source, line) }, where));
  },
};

async function ask(path, more) {
  const texts = state.texts.map(({ name, text, base64 }) => (base64 ? { name, base64 } : { name, text }));
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ texts, language: state.language, ...more }),
    });
    return await response.json();
  } catch {
    const message = { en: WORDS.failed[0], zh: WORDS.failed[1] };
    return { error: { code: "no_answer", message, hint: { en: "", zh: "" } } };
  }
}

function go(source, line) {
  const index = state.texts.findIndex((text) => text.name === source || source?.startsWith(text.name));
  if (index >= 0 && index !== state.current) select(index);
  const area = $("text");
  if (line) {
    const before = area.value.split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    const end = area.value.indexOf("\n", before);
    area.focus();
    area.setSelectionRange(before, end < 0 ? area.value.length : end);
    area.scrollTop = (line - 4) * parseFloat(getComputedStyle(area).lineHeight);
  }
}

function select(index) {
  state.current = index;
  showTexts();
}

function showTexts() {
  const shown = state.texts[state.current];
  $("text").value = shown ? shown.text ?? `[${shown.name}]` : "";
  $("text").readOnly = Boolean(shown?.base64);
  const tabs = state.texts.length > 1 || shown?.base64 ? state.texts : [];
  $("files").replaceChildren(...tabs.map((text, index) => make("button", {
    type: "button", role: "tab", "aria-selected": String(index === state.current), onclick: () => select(index),
  }, text.name)));
}

let timer;
function later() {
  clearTimeout(timer);
  timer = setTimeout(examine, PAUSE);
}

async function examine() {
  const turn = ++state.turn;
  if (!state.texts.some((text) => text.base64 || text.text?.trim())) {
    state.answer = null;
    show();
    return;
  }
  $("verdict").textContent = page.word("working");
  const answer = await ask("/examine", {});
  if (turn !== state.turn) return; // something newer was typed
  state.answer = answer;
  show();
}

function show() {
  const answer = state.answer;
  const verdict = !answer ? "waiting" : answer.error ? "unreadable" : answer.report.verdict;
  $("verdict").textContent = page.word(verdict);
  $("verdict").className = verdict;
  const counts = answer?.report ? { findings: answer.report.findings.length, links: answer.links.length, labels: answer.labels.length } : {};
  $("tabs").replaceChildren(...(answer && !answer.error ? TABS : []).map((name) => make("button", {
    type: "button", role: "tab", id: `tab-${name}`, "aria-selected": String(name === state.tab),
    onclick: () => { state.tab = name; show(); },
  }, page.word(name) + (counts[name] ? ` (${counts[name]})` : ""))));
  const panel = !answer ? "" : answer.error ? panels.failure(answer.error, page) : panels[state.tab](answer, page);
  $("panel").replaceChildren(panel);
  $("panel").hidden = !answer;
}

function speak() {
  document.documentElement.lang = state.language === "zh" ? "zh-Hans" : "en";
  for (const each of document.querySelectorAll("[data-text]")) each.textContent = page.word(each.dataset.text);
  $("text").setAttribute("aria-label", page.word("paste"));
  $("text").placeholder = page.word("paste");
  $("panel").setAttribute("aria-label", page.word("findings"));
  $("language").textContent = page.word("other");
  $("language").lang = state.language === "zh" ? "en" : "zh-Hans";
  $("examples").options[0].textContent = page.word("choose");
  show();
}

async function take(files) {
  const texts = [];
  for (const file of files) {
    if (/\.zip$/i.test(file.name)) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      let binary = "";
      for (let at = 0; at < bytes.length; at += 32768) binary += String.fromCharCode(...bytes.subarray(at, at + 32768));
      texts.push({ name: file.name, base64: btoa(binary) });
    } else {
      texts.push({ name: file.name, text: await file.text() });
    }
  }
  state.texts = texts;
  state.current = 0;
  showTexts();
  examine();
}

async function start() {
  const select = $("examples");
  select.append(make("option", { value: "" }));
  const { examples } = await (await fetch("/examples")).json();
  select.append(...examples.map((name) => make("option", { value: name }, name)));
  select.addEventListener("change", async () => {
    if (!select.value) return;
    const { texts } = await (await fetch(`/examples/${select.value}`)).json();
    state.texts = texts;
    state.current = 0;
    showTexts();
    examine();
  });
  $("text").addEventListener("input", () => {
    if (!state.texts.length) state.texts = [{ name: "", text: "" }];
    state.texts[state.current].text = $("text").value;
    later();
  });
  $("file").addEventListener("change", (event) => take(event.target.files));
  $("clear").addEventListener("click", () => {
    state.texts = [];
    state.current = 0;
    showTexts();
    examine();
  });
  $("language").addEventListener("click", () => {
    state.language = state.language === "zh" ? "en" : "zh";
    speak();
  });
  for (const name of ["dragenter", "dragover"]) {
    document.addEventListener(name, (event) => { event.preventDefault(); document.body.classList.add("dropping"); });
  }
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) document.body.classList.remove("dropping"); });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    document.body.classList.remove("dropping");
    take(event.dataTransfer.files);
  });
  speak();
  document.body.dataset.ready = "yes";
}

start();
