// Narrows a list by typed words and by choices; a line says the values that it can be chosen by. Without it the whole list stands.
(function () {
  var place = document.querySelector(".filter[data-label]");
  if (!place) return;
  function folded(text) { return text.normalize("NFKD").replace(/[\u0300-\u036f'’ʼ-]/g, "").toLowerCase(); }
  var rows = Array.from(document.querySelectorAll("main .rows > li, main .items > li, .record main tbody > tr, .record .timeline > li, .record .dispute"));
  var words = rows.map(function (row) { return folded(row.textContent); });
  var label = document.createElement("label"), box = document.createElement("input"), told = document.createElement("output");
  var offered = place.querySelector("template");
  box.type = "search";
  label.append(place.dataset.label + " ", box);
  place.append(label);
  if (offered) place.append(offered.content);
  place.append(told);
  var choices = Array.from(place.querySelectorAll("select"));

  function narrow() {
    var wanted = folded(box.value).split(/\s+/), left = 0;
    var values = choices.map(function (choice) { return choice.value; }).filter(Boolean);
    rows.forEach(function (row, at) {
      var fits = wanted.every(function (word) { return words[at].includes(word); }) &&
        values.every(function (value) { return (row.dataset.of || "").includes("|" + value + "|"); });
      row.hidden = !fits;
      left += fits;
    });
    document.querySelectorAll("main > section").forEach(function (part) { part.hidden = !rows.some(function (row) { return !row.hidden && part.contains(row); }) && !part.matches(".notes"); });
    document.querySelectorAll(".year").forEach(function (year) { year.hidden = !year.nextElementSibling.querySelector("li:not([hidden])"); });
    told.textContent = box.value || values.length ? left + " / " + rows.length + (place.dataset.part ? " " + place.dataset.part : "") : "";
  }
  box.addEventListener("input", narrow);
  choices.forEach(function (choice) { choice.addEventListener("change", narrow); });
})();
