// Keeps an open page right: hears from the server what changed, morphs the text in place, swaps style sheets, shows mistakes.
// The preview adds this script to its answers; it is in no file of the site.
(() => {
  "use strict";
  const script = document.currentScript;
  let version = script.dataset.version;
  const bare = (href) => new URL(href, location.href).pathname;
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

  // --- morphing: only what differs between the page's last source and its new one is touched ---------------------------
  // What the reader opened, typed or scrolled, and what the theme's scripts made, is in neither source and so stays.

  const twins = new WeakMap();  // a node of the source -> the node of the open page that it became
  const base = document.body.cloneNode(true);  // deferred: the theme's scripts have not changed the page yet
  base.querySelector("script[data-version]")?.remove();
  pair(base, document.body);

  function pair(source, live) {
    twins.set(source, live);
    const lives = [...live.childNodes].filter((node) => node !== script && node !== host);
    [...source.childNodes].forEach((node, place) => { if (lives[place]) pair(node, lives[place]); });
  }

  function morph(old, fresh) {
    if (old.isEqualNode(fresh)) return;
    const live = twins.get(old);
    if (old.nodeType !== 1) {
      old.nodeValue = fresh.nodeValue;
      if (live) live.nodeValue = fresh.nodeValue;
      return;
    }
    for (const { name } of [...old.attributes]) {
      if (!fresh.hasAttribute(name)) for (const node of [old, live]) node?.removeAttribute(name);
    }
    for (const { name, value } of [...fresh.attributes]) {
      if (old.getAttribute(name) !== value) for (const node of [old, live]) node?.setAttribute(name, value);
    }
    if (live) children(old, fresh, live);
  }

  function children(old, fresh, live) {
    const here = [...old.childNodes], there = [...fresh.childNodes];
    const matches = matched(here, there);
    const ours = new Set(here.map((node) => twins.get(node)));
    let cursor = live.firstChild;
    // Nodes that the theme's scripts put in stay where they are.
    const skip = () => { while (cursor && !ours.has(cursor)) cursor = cursor.nextSibling; };
    const kept = new Set(matches.values());
    for (const node of here) if (!kept.has(node)) { const gone = twins.get(node); if (gone === cursor) cursor = cursor.nextSibling; gone?.remove(); }
    const next = there.map((wanted) => {
      const match = matches.get(wanted);
      const source = match || document.importNode(wanted, true);
      if (!match) {
        const made = document.importNode(wanted, true);
        pair(source, made);
        skip();
        live.insertBefore(made, cursor);
        return source;
      }
      const shown = twins.get(match);
      if (shown?.parentNode !== live) return match;  // a script took it away
      skip();
      if (shown === cursor) cursor = cursor.nextSibling; else live.insertBefore(shown, cursor);
      morph(match, wanted);
      return match;
    });
    old.replaceChildren(...next);
  }

  // New node -> old node: equal ones at both ends, then those of one id, then those of one kind in their order.
  function matched(here, there) {
    const matches = new Map();
    let start = 0, endHere = here.length, endThere = there.length;
    while (start < endHere && start < endThere && here[start].isEqualNode(there[start])) { matches.set(there[start], here[start]); start += 1; }
    while (endHere > start && endThere > start && here[endHere - 1].isEqualNode(there[endThere - 1])) {
      endHere -= 1; endThere -= 1;
      matches.set(there[endThere], here[endHere]);
    }
    const kindOf = (node) => `${node.nodeType} ${node.nodeName}#${node.id || ""}`;
    const waiting = new Map();
    for (const node of here.slice(start, endHere)) waiting.set(kindOf(node), [...(waiting.get(kindOf(node)) || []), node]);
    for (const wanted of there.slice(start, endThere)) {
      const match = waiting.get(kindOf(wanted))?.shift();
      if (match) matches.set(wanted, match);
    }
    return matches;
  }

  const loaded = (page) => [...page.querySelectorAll("script[src]:not([data-version]), link[rel=stylesheet]")]
    .map((one) => bare(one.getAttribute("src") || one.getAttribute("href"))).sort().join(" ");
  const parts = loaded(document);  // scripts cannot be unloaded: a page with others is loaded anew

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
      tag.remove();
      if (loaded(fresh) !== parts) { location.reload(); return; }
      if (fresh.title !== document.title) document.title = fresh.title;
      morph(base, fresh.body);
      markLinks();
      dispatchEvent(new CustomEvent("brief:morphed"));
    } catch (error) {
      if (error.name !== "AbortError") setTimeout(() => refresh(wanted), 500);
    }
  }

  // --- style sheets ---------------------------------------------------------------------------------------------------

  const styles = () => document.querySelectorAll("link[rel=stylesheet]");

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
