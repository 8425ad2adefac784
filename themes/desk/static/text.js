// Searches the full text with the bundle that pagefind made of the published pages; from a folder on disk there is none to load.
(function () {
  var place = document.querySelector(".fulltext"), root = new URL("../", document.currentScript.src);
  if (!place || location.protocol === "file:") return;
  var box = place.querySelector("input"), choices = Array.from(place.querySelectorAll("select")), list = place.querySelector("ol");
  var told = place.querySelector("[role=status]"), asked = 0, engine = null;

  function element(tag, text, name) {
    var made = document.createElement(tag);
    if (text) made.textContent = text;
    if (name) made.className = name;
    return made;
  }
  // Pagefind marks what it found in an excerpt with <mark> and escapes everything else.
  function excerpt(html) {
    var made = element("p", "", "meta"), parsed = new DOMParser().parseFromString(html, "text/html").body;
    parsed.childNodes.forEach(function (node) { made.append(element(node.nodeName === "MARK" ? "mark" : "span", node.textContent)); });
    return made;
  }
  function row(hit) {
    var made = element("li"), link = element("a", hit.meta.title);
    link.href = hit.url;
    made.append(link, excerpt(hit.excerpt));
    return made;
  }
  function search() {
    var mine = ++asked, filters = {};
    choices.forEach(function (choice) { if (choice.value) filters[choice.name] = choice.value; });
    if (!box.value.trim() && !Object.keys(filters).length) { list.replaceChildren(); told.textContent = ""; return; }
    engine.debouncedSearch(box.value.trim() || null, { filters: filters }, 200).then(function (found) {
      if (!found || mine !== asked) return;
      return Promise.all(found.results.slice(0, 20).map(function (one) { return one.data(); })).then(function (hits) {
        if (mine !== asked) return;
        list.replaceChildren.apply(list, hits.map(row));
        told.textContent = place.dataset.found.replace("0", found.results.length);
      });
    });
  }
  import(new URL("pagefind/pagefind.js", root).href).then(function (loaded) {
    engine = loaded;
    return engine.options({ baseUrl: root.pathname }).then(engine.filters);
  }).then(function (known) {
    choices.forEach(function (choice) {
      Object.keys(known[choice.name] || {}).sort().forEach(function (value) {
        var option = element("option", value + " (" + known[choice.name][value] + ")");
        option.value = value;
        choice.append(option);
      });
      choice.addEventListener("change", search);
    });
    box.addEventListener("input", search);
    place.hidden = false;
  }, function () { /* no bundle was published: names are found all the same */ });
})();
