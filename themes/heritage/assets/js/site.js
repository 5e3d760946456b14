/* Text size and tone: restored before the first paint, remembered where the browser allows it. Everything on the page
   works without this file. */
(function () {
  "use strict";
  var root = document.documentElement;
  var settings = { "text-size": "normal", tone: "auto" };

  // Storage throws on file:// in some browsers, in some in-app browsers and in private windows.
  function recall(name) {
    try { return localStorage.getItem("showcase-" + name); } catch (error) { return null; }
  }
  function remember(name, value) {
    try { localStorage.setItem("showcase-" + name, value); } catch (error) { /* the choice holds for this page */ }
  }
  function apply(name, value) {
    if (value === settings[name]) root.removeAttribute("data-" + name);
    else root.setAttribute("data-" + name, value);
  }

  root.setAttribute("data-js", "");
  Object.keys(settings).forEach(function (name) {
    var value = recall(name);
    if (/^(large|largest|light|dark)$/.test(value || "")) apply(name, value);
  });

  // Facets stand open beside a wide list. Opened as they are parsed, before any paint, so that nothing moves.
  var wide = window.matchMedia("(min-width: 64em)").matches;
  function open() {
    document.querySelectorAll("details[data-open-wide]:not([data-seen])").forEach(function (details) {
      details.setAttribute("data-seen", "");
      details.open = true;
    });
  }
  var watcher = wide && new MutationObserver(open);
  if (watcher) watcher.observe(root, { childList: true, subtree: true });

  document.addEventListener("DOMContentLoaded", function () {
    if (watcher) { watcher.disconnect(); open(); }
    Object.keys(settings).forEach(function (name) {
      document.querySelectorAll("input[name='" + name + "']").forEach(function (input) {
        input.checked = input.value === (root.getAttribute("data-" + name) || settings[name]);
        input.addEventListener("change", function () {
          apply(name, input.value);
          remember(name, input.value);
        });
      });
    });
    var panel = document.querySelector(".settings");
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !panel || !panel.open) return;
      panel.open = false;
      panel.querySelector("summary").focus();
    });
    document.addEventListener("click", function (event) {
      if (panel && panel.open && !panel.contains(event.target)) panel.open = false;
      if (event.target.closest("[data-print]")) window.print();
    });
  });
})();
