/* Lights and keys; everything else works without. No request is sent from here, and nothing is kept but a reviewer's name. */
"use strict";
(function () {
  const all = (query, from) => Array.from((from || document).querySelectorAll(query));
  const one = (query) => document.querySelector(query);
  const text = one(".text[data-page], .view-page .text");
  let groups = [];
  let at = 0;

  /* The places of a field: runs of neighbouring pieces, since a span may be cut by others. */
  function places(field, also) {
    const pieces = all(".lit-able", text).filter((piece) =>
      piece.dataset.f.split(" ").some((name) => name === field || (also && name.startsWith(also))));
    const found = [];
    let last = null;
    for (const piece of pieces) {
      if (last && last.nextElementSibling === piece) found[found.length - 1].push(piece);
      else found.push([piece]);
      last = piece;
    }
    return found;
  }

  function light(link) {
    all(".lit").forEach((piece) => piece.classList.remove("lit", "now"));
    all(".lights.on").forEach((other) => { other.classList.remove("on"); other.removeAttribute("aria-current"); });
    link.classList.add("on");
    link.setAttribute("aria-current", "true");
    groups = places(link.dataset.field, link.dataset.also);
    groups.flat().forEach((piece) => piece.classList.add("lit"));
    at = Math.max(0, groups.findIndex((group) => group[0].querySelector("a[id]")));
    show();
  }

  function show() {
    const out = one(".where-in");
    all(".now").forEach((piece) => piece.classList.remove("now"));
    if (!groups.length) { if (out) out.textContent = ""; return; }
    groups[at].forEach((piece) => piece.classList.add("now"));
    const folded = groups[at][0].closest("details");
    if (folded) folded.open = true;
    const piece = groups[at][0].getBoundingClientRect();
    const pane = text.getBoundingClientRect();
    text.scrollTop += piece.top - pane.top - pane.height / 3;
    if (out) out.textContent = new Intl.NumberFormat(document.documentElement.lang).format(at + 1) + " / " +
      new Intl.NumberFormat(document.documentElement.lang).format(groups.length);
  }

  function walk(step) {
    if (!groups.length) return;
    at = (at + step + groups.length) % groups.length;
    show();
  }

  function step(by) {
    const links = all(".lights[data-field]");
    if (!links.length) return;
    const now = links.findIndex((link) => link.classList.contains("on"));
    const next = links[(now + by + links.length) % links.length];
    light(next);
    next.focus({ preventScroll: false });
  }

  /* Where a point of the page's text is, in code points of the text layer; a chip stands for one. */
  function offset(node, inside) {
    const piece = (node.nodeType === 1 ? node : node.parentElement).closest("[data-s]");
    if (!piece) return null;
    let count = Number(piece.dataset.s);
    const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let part = walker.nextNode(); part; part = walker.nextNode()) {
      if (part === node) return count + Array.from(part.data ? part.data.slice(0, inside) : "").length;
      if (part.nodeType === 3) count += Array.from(part.data).length;
      else if (part.classList.contains("chip")) count += 1;
    }
    return count;
  }

  function selected() {
    const form = one("form[data-judge]");
    const chosen = document.getSelection();
    if (!form || !text || chosen.isCollapsed || !text.contains(chosen.anchorNode)) return;
    const range = chosen.getRangeAt(0);
    const start = offset(range.startContainer, range.startOffset);
    const end = offset(range.endContainer, range.endOffset);
    if (start === null || end === null || end <= start) return;
    form.elements.start.value = start;
    form.elements.end.value = end;
    form.elements.value.value = chosen.toString().trim();
  }

  function typing(target) { return target.closest("input, textarea, select"); }

  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
      if (event.key === "Escape" && typing(event.target)) event.target.blur();
      return;
    }
    const moves = { n: () => walk(1), p: () => walk(-1), j: () => step(1), k: () => step(-1) };
    const act = moves[event.key] || pressed(event.key);
    if (act) { event.preventDefault(); act(); }
  }

  function pressed(name) {
    if (name === "/") return one(".find input") && (() => one(".find input").focus());
    if (!/^[a-z]$/.test(name)) return null;
    const target = one('[data-key="' + name + '"]');
    if (!target) return null;
    if (target.tagName === "SELECT" || name === "r" && !one("form[data-judge]").elements.reason.value) {
      return () => { const box = target.closest("details"); if (box) box.open = true; (name === "r" ? one("form[data-judge]").elements.reason : target).focus(); };
    }
    return () => target.click();
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".lights[data-field]");
    if (link && text) { event.preventDefault(); light(link); return; }
    const walker = event.target.closest("[data-walk]");
    if (walker) { walk(Number(walker.dataset.walk)); return; }
    const piece = event.target.closest(".lit-able");
    const owner = piece && piece.dataset.f.split(" ").map((name) => one('.lights[data-field="' + CSS.escape(name) + '"]')).find(Boolean);
    if (owner && document.getSelection().isCollapsed) light(owner);
  });
  document.addEventListener("keydown", key);
  document.addEventListener("selectionchange", selected);

  for (const kept of all("[data-keep]")) {
    try {
      kept.value = kept.value || window.localStorage.getItem("rasad." + kept.dataset.keep) || "";
      kept.addEventListener("change", () => window.localStorage.setItem("rasad." + kept.dataset.keep, kept.value));
    } catch (error) { /* a browser that keeps nothing */ }
  }
  const named = location.hash.startsWith("#f-") && one('.lights[data-field="' + CSS.escape(decodeURIComponent(location.hash.slice(3))) + '"]');
  const first = named || one(".event .bench .lights[data-field]");
  if (first && text) light(first);
})();
