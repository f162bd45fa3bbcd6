/* What the theme leaves out for those who read without a mouse or without eyes: names of regions that have none, and
   regions that scroll but cannot be reached by keyboard. `make test-browser` measures the result with axe. */
"use strict";

(() => {
  const chinese = document.documentElement.lang === "zh";
  const say = (en, zh) => (chinese ? zh : en);

  const name = (element, words) => {
    element.removeAttribute("aria-labelledby");
    element.setAttribute("aria-label", words);
  };

  document.querySelectorAll(".md-search[role=dialog]").forEach((each) => name(each, say("Search", "搜索")));

  document.querySelectorAll(".md-nav .md-nav[data-md-level]").forEach((each, index) => {
    const title = each.querySelector(":scope > .md-nav__title");
    const words = title ? title.textContent.trim() : "";
    name(each, `${words} ${say("section", "栏目")} ${index + 1}`);
  });

  /* A narrow window shows the class in the middle of its diagram, not the left edge. */
  document.querySelectorAll(".gcl-centred").forEach((each) => {
    each.scrollLeft = (each.scrollWidth - each.clientWidth) / 2;
  });

  /* Copy buttons and the frames of wide tables are made by the theme after the page has loaded. */
  const mend = () => {
    document.querySelectorAll(".md-code__nav:not([aria-label])").forEach((each, index) => {
      const block = each.closest("pre, .highlight");
      name(each, `${say("Copy the code", "复制代码")} ${block && block.id ? block.id.replace("__code_", "") : index + 1}`);
    });
    document.querySelectorAll(".md-typeset__scrollwrap:not([tabindex])").forEach((each) => {
      each.setAttribute("tabindex", "0");
    });
  };
  mend();
  new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });
})();
