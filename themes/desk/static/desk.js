// The reader's choice of light or dark: the only script, the only thing kept, and nothing depends on it.
(function () {
  var root = document.documentElement, key = "brief-scheme";
  function kept() { try { return localStorage.getItem(key); } catch (refused) { return null; } }
  function keep(value) { try { localStorage.setItem(key, value); } catch (refused) { /* the choice then lasts for this page */ } }
  var chosen = kept();
  if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;
  addEventListener("DOMContentLoaded", function () {
    var place = document.querySelector(".scheme");
    if (!place) return;
    var button = document.createElement("button");
    function dark() { return root.dataset.scheme ? root.dataset.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches; }
    function name() { button.textContent = dark() ? "Light page" : "Dark page"; }
    button.type = "button";
    button.addEventListener("click", function () { root.dataset.scheme = dark() ? "light" : "dark"; keep(root.dataset.scheme); name(); });
    name();
    place.append(button);
  });
})();
