"use strict";
(() => {
  const root = document.documentElement;
  const store = {
    get(key) { try { return localStorage.getItem("gclink-" + key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem("gclink-" + key, value); } catch { /* a file may have no storage */ } },
  };
  const choose = (name, value) => {
    const input = document.querySelector(`input[name=${name}][value=${value}]`);
    if (input) input.checked = true;
    if (name === "lang") root.lang = value === "zh" ? "zh" : "en";
  };
  const asked = new URLSearchParams(location.search);
  const known = { lang: ["en", "zh"], theme: ["auto", "light", "dark"] };
  const pick = (name, fallback) =>
    [asked.get(name), store.get(name)].find((value) => known[name].includes(value)) || fallback;
  choose("lang", pick("lang", navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en"));
  choose("theme", pick("theme", "auto"));
  for (const input of document.querySelectorAll(".controls input"))
    input.addEventListener("change", () => { choose(input.name, input.value); store.set(input.name, input.value); });
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button.copy");
    if (!button) return;
    const code = button.previousElementSibling;
    try { await navigator.clipboard.writeText(code.textContent); button.classList.add("done"); }
    catch { getSelection().selectAllChildren(code); }
    setTimeout(() => button.classList.remove("done"), 1500);
  });
  const filter = document.getElementById("filter");
  if (filter) filter.addEventListener("input", () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const has = (text) => words.every((word) => text.toLowerCase().includes(word));
    let shown = 0;
    for (const block of document.querySelectorAll("#failures .req")) {
      const head = block.querySelector("summary").textContent + block.querySelector("blockquote").textContent;
      let any = false;
      for (const item of block.querySelectorAll(".case")) {
        item.hidden = words.length > 0 && !has(head + item.textContent);
        any ||= !item.hidden;
        const folded = item.closest(".more");
        if (words.length && folded && !item.hidden) folded.open = true;
      }
      block.hidden = !any;
      shown += any ? 1 : 0;
      if (words.length && any) block.open = true;
    }
    const rest = document.querySelector("#failures .rest");
    if (rest && words.length) rest.open = true;
    document.getElementById("none").hidden = shown > 0;
  });
  const reveal = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (target && target.tagName === "DETAILS") {
      for (let fold = target; fold; fold = fold.parentElement.closest("details")) fold.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", reveal);
  reveal();
})();
