// The reader's choice of light or dark, a field that finds names, and Escape for an open passage.
// Nothing depends on any of it, and nothing but that choice is kept.
(function () {
  var root = document.documentElement, key = "brief-scheme";
  function kept() { try { return localStorage.getItem(key); } catch (refused) { return null; } }
  function keep(value) { try { localStorage.setItem(key, value); } catch (refused) {} }
  var chosen = kept();
  if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;

  function offerScheme() {
    var place = document.querySelector(".scheme");
    if (!place) return;
    var button = document.createElement("button");
    function dark() { return root.dataset.scheme ? root.dataset.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches; }
    function name() { button.textContent = dark() ? place.dataset.light : place.dataset.dark; }
    button.type = "button";
    button.addEventListener("click", function () { root.dataset.scheme = dark() ? "light" : "dark"; keep(root.dataset.scheme); name(); });
    name();
    place.append(button);
  }

  // Paper holds a brief of two sheets; on demand all of the page, with everything that is folded.
  function offerPrint() {
    var place = document.querySelector(".paper");
    if (!place) return;
    var button = made("button", { type: "button" });
    button.textContent = place.dataset.label;
    button.addEventListener("click", function () {
      var closed = Array.from(document.querySelectorAll("details:not([open])"));
      function fold(open) { closed.forEach(function (part) { part.open = open; }); }
      addEventListener("afterprint", function () { delete root.dataset.print; fold(false); }, { once: true });
      root.dataset.print = "full";
      fold(true);
      print();
    });
    place.append(button);
  }

  function made(tag, attributes) {
    var element = document.createElement(tag);
    Object.keys(attributes).forEach(function (name) { element.setAttribute(name, attributes[name]); });
    return element;
  }

  // A field takes the place of the link to all names; the names and what searches them are loaded when somebody turns to it.
  function offerFinder(place) {
    var link = place.querySelector("a"), label = link.textContent, href = link.getAttribute("href"), ending = /\/$/.test(href) ? "/" : ".html", up = href.slice(0, -"search".length - ending.length);
    var field = made("input", { type: "text", role: "combobox", "aria-label": label, placeholder: label, "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "found", autocomplete: "off", spellcheck: "false" });
    place.dataset.root = up;
    place.dataset.ending = ending;
    link.replaceWith(field, made("ul", { id: "found", role: "listbox", "aria-label": label, hidden: "" }), made("span", { role: "status" }));
    field.addEventListener("focus", function () {
      ["names.js", "assets/find.js"].forEach(function (path) {
        var script = made("script", { src: up + path });
        script.async = false;
        document.head.append(script);
      });
    }, { once: true });
  }

  // Back from a passage the keyboard goes on at the citation it left by, also where a browser loads the page anew, as from disk.
  function cites() { return Array.from(document.querySelectorAll(".cite")); }
  function resume() {
    var left = history.state && cites()[history.state.cite];
    if (!left) return;
    if (left.closest("details")) left.closest("details").open = true;
    left.focus({ preventScroll: true });
  }
  addEventListener("click", function (event) {
    var at = event.detail ? -1 : cites().indexOf(event.target); // a click of no button: the keyboard's
    if (at >= 0) history.replaceState({ cite: at }, "");
  });

  addEventListener("DOMContentLoaded", function () {
    offerScheme();
    offerPrint();
    document.querySelectorAll(".find").forEach(offerFinder);
    resume();
  });
  // Of the lines that cite one passage only the first ones carry it; for the others it is taken from the list of sources.
  ["pointerover", "focusin"].forEach(function (turned) {
    addEventListener(turned, function (event) {
      var cite = event.target.closest && event.target.closest(".cite:not([data-passage])");
      var listed = cite && document.querySelector('.notes [href="' + cite.getAttribute("href") + '"] q');
      if (listed) cite.dataset.passage = listed.textContent;
    });
  });
  addEventListener("keydown", function (event) { if (event.key === "Escape") root.dataset.cards = "off"; });
  ["pointerout", "focusout"].forEach(function (left) { addEventListener(left, function () { delete root.dataset.cards; }); });
})();
