// Keeps an open page right: hears from the server what changed, morphs the text in place, swaps style sheets, shows mistakes.
// The preview adds this script to its answers; it is in no file of the site.
(() => {
  "use strict";
  const script = document.currentScript;
  let version = script.dataset.version;
  const page = location.pathname;
  const marked = script.dataset.unpublished;

  // --- a place of our own, out of reach of the theme's style sheets and of the morph ---------------------------------

  const host = document.createElement("brief-live");
  const shadow = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial; }
    * { box-sizing: border-box; font: 15px/1.5 system-ui, sans-serif; }
    .note { position: fixed; inset-block-end: 1rem; inset-inline-start: 1rem; z-index: 2147483646; max-width: min(40rem, 90vw);
      padding: .4rem .8rem; border-radius: .3rem; background: #1d2733; color: #fff; }
    .veil { position: fixed; inset: 0; z-index: 2147483647; overflow: auto; padding: 2rem; background: rgb(20 24 30 / 88%);
      color: #f2f2f2; }
    .veil > div { max-width: 60rem; margin: 0 auto; }
    h2 { font-size: 1.3rem; margin: 0 0 1rem; }
    article { margin: 0 0 1rem; padding: .8rem 1rem; border-inline-start: 4px solid #ff6b5e; background: #232b35; }
    article.warning { border-color: #e8b339; }
    article p { margin: .2rem 0; }
    code, pre { font-family: ui-monospace, monospace; font-size: 13px; }
    pre { margin: .4rem 0; overflow: auto; color: #ffd9a8; }
    .held { position: fixed; inset-block-start: 0; inset-inline: 0; z-index: 2147483645; padding: .2rem 1rem; text-align: center;
      background: #e8b339; color: #1a1a1a; font-weight: 600; pointer-events: none; }
    button { padding: .3rem .8rem; }
    [hidden] { display: none; }
  `);
  shadow.adoptedStyleSheets = [sheet];
  const note = element("div", "note");
  note.setAttribute("role", "status");
  note.hidden = true;
  const veil = element("div", "veil");
  veil.setAttribute("role", "alertdialog");
  veil.hidden = true;
  shadow.append(note, veil);
  const held = { draft: "Draft", review: "In review", embargoed: "Under embargo", withdrawn: "Withdrawn" };
  if (marked) shadow.append(element("p", "held", `${held[marked] || marked}: not in the published site`));
  document.documentElement.append(host);

  function element(name, kind, text) {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    if (text) made.textContent = text;
    return made;
  }

  let fading = 0;
  function say(text) {
    if (!text) return;
    note.textContent = text;
    note.hidden = false;
    clearTimeout(fading);
    fading = setTimeout(() => { note.hidden = true; }, 5000);
  }

  let shown = "[]";
  function showProblems(problems) {
    const told = JSON.stringify(problems);
    if (told === shown) return;  // what the reader put away stays away until something else is wrong
    shown = told;
    veil.replaceChildren();
    veil.hidden = problems.length === 0;
    if (veil.hidden) return;
    const inner = element("div");
    const errors = problems.filter((one) => one.severity === "error").length || problems.length;
    inner.append(element("h2", "", `${errors} ${errors === 1 ? "mistake" : "mistakes"} to mend; behind this stands the last good page`));
    for (const problem of problems) {
      const box = element("article", problem.severity);
      const head = element("p");
      head.append(element("code", "", problem.place), ` ${problem.severity}: ${problem.message}`);
      box.append(head);
      if (problem.excerpt) box.append(element("pre", "", `${problem.excerpt}\n${" ".repeat(problem.caret)}^`));
      if (problem.expected) box.append(element("p", "", `Expected: ${problem.expected}`));
      if (problem.fix) box.append(element("p", "", `Fix: ${problem.fix}`));
      inner.append(box);
    }
    const close = element("button", "", "Look behind (Esc)");
    close.addEventListener("click", () => { veil.hidden = true; });
    inner.append(close);
    veil.append(inner);
  }
  addEventListener("keydown", (event) => { if (event.key === "Escape") veil.hidden = true; });

  // --- links to what is not published ------------------------------------------------------------------------------------

  let unpublished = {};
  const marks = new CSSStyleSheet();
  marks.replaceSync("a[data-brief-held]::after { content: ' [' attr(data-brief-held) ']'; color: #b35c00; font-size: .85em; }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, marks];
  function markLinks() {
    for (const link of document.body.querySelectorAll("a[data-brief-held]")) delete link.dataset.briefHeld;
    if (!Object.keys(unpublished).length) return;
    for (const link of document.body.querySelectorAll("a[href]")) {
      const why = link.origin === location.origin ? unpublished[decodeURI(link.pathname)] : "";
      if (why && link.pathname !== location.pathname) link.dataset.briefHeld = why;
    }
  }

  // --- morphing: the old page becomes the new one with as few changes as possible -------------------------------------

  const keyOf = (node) => (node.nodeType === 1 ? node.id || "" : "");
  const kindOf = (node) => `${node.nodeType} ${node.nodeName}`;

  function morph(old, fresh) {
    if (old.isEqualNode(fresh)) return;
    if (old.nodeType !== 1) {
      old.nodeValue = fresh.nodeValue;
      return;
    }
    attributes(old, fresh);
    children(old, fresh);
  }

  function attributes(old, fresh) {
    for (const { name } of [...old.attributes]) {
      const kept = name === "open" && old.nodeName === "DETAILS";  // what the reader opened stays open
      if (!fresh.hasAttribute(name) && !kept) old.removeAttribute(name);
    }
    for (const { name, value } of [...fresh.attributes]) {
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
  }

  function children(old, fresh) {
    const here = [...old.childNodes].filter((node) => node !== host && node !== script);
    const there = [...fresh.childNodes].filter((node) => !(node.nodeName === "SCRIPT" && node.dataset.version));
    // What is equal at both ends stays untouched; only the middle is matched.
    let start = 0;
    while (start < here.length && start < there.length && here[start].isEqualNode(there[start])) start += 1;
    let endHere = here.length, endThere = there.length;
    while (endHere > start && endThere > start && here[endHere - 1].isEqualNode(there[endThere - 1])) { endHere -= 1; endThere -= 1; }
    const rest = new Set(here.slice(start, endHere));
    const byKey = new Map([...rest].filter(keyOf).map((node) => [keyOf(node), node]));
    let before = endHere < here.length ? here[endHere] : (old === document.body && script.parentNode === old ? script : null);
    if (before === null && host.parentNode === old) before = host;
    let cursor = start < endHere ? here[start] : before;
    const advance = () => { do { cursor = cursor ? cursor.nextSibling : null; } while (cursor === script && cursor !== before); };
    for (const wanted of there.slice(start, endThere)) {
      let match = keyOf(wanted) ? byKey.get(keyOf(wanted)) : undefined;
      if (!match && !keyOf(wanted)) {
        match = [...rest].find((node) => kindOf(node) === kindOf(wanted) && !keyOf(node));
      }
      if (match && kindOf(match) === kindOf(wanted) && rest.has(match)) {
        rest.delete(match);
        if (match === cursor) advance(); else old.insertBefore(match, cursor);
        morph(match, wanted);
      } else {
        old.insertBefore(document.importNode(wanted, true), cursor);
      }
    }
    for (const node of rest) {
      if (node === cursor) advance();
      node.remove();
    }
  }

  let fetching = null;
  async function refresh(wanted) {
    if (fetching) fetching.abort();
    fetching = new AbortController();
    const signal = fetching.signal;
    try {
      const answer = await fetch(location.pathname, { cache: "no-cache", signal });
      const text = await answer.text();
      const fresh = new DOMParser().parseFromString(text, "text/html");
      const tag = fresh.querySelector("script[data-version]");
      if (!tag) { location.reload(); return; }
      version = tag.dataset.version;
      if (tag.dataset.unpublished !== marked) { location.reload(); return; }
      if (fresh.title !== document.title) document.title = fresh.title;
      morph(document.body, fresh.body);
      markLinks();
      for (const link of fresh.head.querySelectorAll("link[rel=stylesheet]")) {
        if (![...styles()].some((one) => bare(one.href) === bare(link.href))) { location.reload(); return; }
      }
      dispatchEvent(new CustomEvent("brief:morphed"));
    } catch (error) {
      if (error.name !== "AbortError") setTimeout(() => refresh(wanted), 500);
    }
  }

  // --- style sheets ---------------------------------------------------------------------------------------------------

  const styles = () => document.querySelectorAll("link[rel=stylesheet]");
  const bare = (href) => new URL(href, location.href).pathname;

  function swap(link) {
    const next = link.cloneNode();
    const address = new URL(link.href);
    address.search = `?${Date.now().toString(36)}`;
    next.href = address.href;
    next.addEventListener("load", () => link.remove());
    next.addEventListener("error", () => next.remove());
    link.after(next);
  }

  function assets(paths) {
    for (const path of paths) {
      const links = [...styles()].filter((link) => decodeURI(bare(link.href)).endsWith(`/${path}`));
      links.forEach(swap);
      if (links.length) say(`${path} swapped`);
      const scripts = [...document.scripts].some((one) => one.src && decodeURI(bare(one.src)).endsWith(`/${path}`));
      const images = [...document.images].filter((one) => decodeURI(bare(one.src)).endsWith(`/${path}`));
      for (const image of images) image.src = `${bare(image.src)}?${Date.now().toString(36)}`;
      if (scripts) { location.reload(); return; }
    }
  }

  // --- the stream -----------------------------------------------------------------------------------------------------

  let there = false;
  const source = new EventSource(`/_brief/events?page=${encodeURIComponent(page)}`);
  source.addEventListener("message", (event) => {
    const news = JSON.parse(event.data);
    if (news.assets) assets(news.assets);
    if (news.problems) showProblems(news.problems);
    if (news.unpublished) { unpublished = news.unpublished; markLinks(); }
    if (news.version === null) {
      if (there) say("This page is no longer part of the site.");
      there = false;
    } else if (news.version) {
      there = true;
    }
    if (news.version && news.version !== version) {
      refresh(news.version).then(() => say(news.note || "This page was brought up to date."));
    }
  });
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
})();
