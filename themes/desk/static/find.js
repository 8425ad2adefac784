// Finds names: every alias, in every script, whatever the accents, apostrophes and particles. Loaded when the field is first used.
(function () {
  var plain = { "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ħ": "h", "ə": "a", "ة": "ه", "ى": "ي", "ـ": "" };

  // Words to compare: no case, marks, apostrophes, articles, doubled letters. The last word stays even if it looks like an article.
  function fold(text) {
    return text.normalize("NFKD").toLowerCase().replace(/[\p{M}'’‘ʼʻʾʿ`´.]/gu, "")
      .replace(/[łøđðþæœßıħəةىـ]/g, function (letter) { return plain[letter]; })
      .split(/[^\p{L}\p{N}]+/u).filter(Boolean)
      .filter(function (word, at, all) { return at === all.length - 1 || (word !== "al" && word !== "el"); })
      .map(function (word) { return word.replace(/^ال(?=...)/, "").replace(/(\p{L})\1+/gu, "$1"); });
  }
  function bare(words) { return words.map(function (word) { return word.replace(/^[ae]l(?=....)/, ""); }); }

  // Groups are named by the letter of a kind and codes of countries; a line is name, stem of its page if not plain, other names.
  var country = {}, entries = [], groups = window.briefNames || {};
  Object.keys(groups).forEach(function (group) {
    var codes = group.split(" "), kind = codes.shift();
    groups[group].split("\n").forEach(function (line) {
      var parts = line.split("|"), name = parts[0];
      var stem = parts[1] || name.toLowerCase().replace(/'/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
      if (kind === "c") country[parts[2]] = name;
      entries.push({ name: name, path: (kind === "c" ? "countries/" : "actors/") + stem, codes: codes, names: [name].concat(parts.slice(2)), words: null });
    });
  });
  entries.sort(function (a, b) { return a.name.localeCompare(b.name); });

  // How well a name answers: 0 the whole name, 1 its beginning, 2 somewhere; each word asked for begins another word of the name.
  function fit(asked, words) {
    var left = words.slice();
    for (var i = 0; i < asked.length; i++) {
      var at = left.findIndex(function (word) { return word.startsWith(asked[i]); });
      if (at < 0) return -1;
      left.splice(at, 1);
    }
    return words.join(" ") === asked.join(" ") ? 0 : words[0].startsWith(asked[0]) ? 1 : 2;
  }
  function search(asked) {
    var found = [];
    entries.forEach(function (entry, place) {
      entry.words = entry.words || entry.names.map(fold);
      var best = null;
      entry.words.forEach(function (words, at) {
        var rank = words.length ? fit(asked, words) : -1;
        if (rank >= 0 && (!best || rank * 2 + (at > 0) < best.rank)) best = { entry: entry, rank: rank * 2 + (at > 0), by: at ? entry.names[at] : "", place: place };
      });
      if (best) found.push(best);
    });
    return found.sort(function (a, b) { return a.rank - b.rank || a.place - b.place; });
  }
  function find(text) {
    var asked = fold(text);
    if (!asked.length) return [];
    var found = search(asked);
    return found.length ? found : search(bare(asked));
  }
  window.briefFind = function (text) { return find(text).map(function (hit) { return hit.entry.path; }); };

  function element(tag, text, name) {
    var made = document.createElement(tag);
    if (text) made.textContent = text;
    if (name) made.className = name;
    return made;
  }

  document.querySelectorAll(".find").forEach(function (place) {
    var field = place.querySelector("input"), list = place.querySelector("[role=listbox]"), told = place.querySelector("[role=status]");
    var root = place.dataset.root, active = -1;
    function choose(at) {
      var options = list.children;
      if (options[active]) options[active].setAttribute("aria-selected", "false");
      active = options.length ? (at + options.length + 1) % (options.length + 1) : -1;
      if (active === options.length) active = -1;
      if (active < 0) { field.removeAttribute("aria-activedescendant"); return; }
      options[active].setAttribute("aria-selected", "true");
      options[active].scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", options[active].id);
    }
    function open(is) { list.hidden = !is; field.setAttribute("aria-expanded", String(is)); if (!is) choose(-1); }
    function go(option) { location.href = option.dataset.href; }
    function show() {
      var hits = find(field.value), asked = field.value.trim();
      active = -1;
      field.removeAttribute("aria-activedescendant");
      list.replaceChildren.apply(list, hits.slice(0, 8).map(function (hit, at) {
        var option = element("li"), codes = hit.entry.codes;
        option.id = list.id + "-" + at;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.href = root + hit.entry.path + (place.dataset.ending || ".html");
        option.append(element("bdi", hit.entry.name));
        if (hit.by) option.append(" ", element("bdi", hit.by, "by"));
        if (codes.length) option.append(" ", element("span", codes.map(function (code) { return country[code] || code; }).join(", "), "meta"));
        option.addEventListener("mousedown", function (event) { event.preventDefault(); });
        option.addEventListener("click", function () { go(option); });
        return option;
      }));
      open(hits.length > 0);
      told.textContent = !asked ? "" : hits.length ? place.dataset.found.replace("0", hits.length) : place.dataset.none;
    }
    field.addEventListener("input", show);
    field.addEventListener("blur", function () { open(false); told.textContent = ""; });
    field.addEventListener("focus", function () { if (field.value) show(); });
    field.addEventListener("keydown", function (event) {
      var shown = !list.hidden;
      if (event.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (!shown) show();
        choose(event.key === "ArrowDown" ? active + 1 : active < 0 ? list.children.length - 1 : active - 1);
      } else if (event.key === "Enter" && list.children.length && shown) {
        go(list.children[Math.max(active, 0)]);
      } else if (event.key === "Escape" && (shown || field.value)) {
        if (shown) open(false); else field.value = "";
      } else return;
      event.preventDefault();
    });
    if (field === document.activeElement && field.value) show();
  });
})();
