/* Text size and tone: restored before the first paint, remembered where the browser allows it. Pictures of a gallery open
   in a dialog instead of alone. Everything on the page works without this file. */
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
      var picture = event.target.closest(".gallery a");
      if (picture && viewer(picture)) event.preventDefault();
    });
  });

  // The dialog is made when it is first asked for. Its words stand on the gallery; arrow keys lead on, Escape closes it.
  var shown, pictures, at, view;
  function viewer(link) {
    if (!window.HTMLDialogElement) return false;
    var gallery = link.closest(".gallery");
    pictures = Array.prototype.slice.call(gallery.querySelectorAll("a"));
    if (!view) view = build(gallery);
    document.body.append(view);
    show(pictures.indexOf(link));
    view.showModal();
    return true;
  }
  function build(gallery) {
    var dialog = document.createElement("dialog");
    dialog.className = "viewer";
    dialog.setAttribute("aria-label", gallery.getAttribute("aria-label"));
    shown = document.createElement("figure");
    dialog.append(shown);
    [["previous", -1, "\u2039"], ["next", 1, "\u203a"], ["close", 0, "\u00d7"]].forEach(function (one) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "viewer-" + one[0];
      button.textContent = one[2];
      button.setAttribute("aria-label", gallery.getAttribute("data-" + one[0]));
      button.addEventListener("click", function () { if (one[1]) show(at + one[1]); else dialog.close(); });
      dialog.append(button);
    });
    dialog.addEventListener("keydown", function (event) {
      var step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (step) show(at + step);
    });
    dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener("close", function () { pictures[at].focus(); });
    return dialog;
  }
  function show(wanted) {
    at = (wanted + pictures.length) % pictures.length;
    var small = pictures[at].querySelector("img"), large = document.createElement("img");
    large.src = pictures[at].href;
    large.alt = small.alt;
    large.width = small.width;
    large.height = small.height;
    shown.textContent = "";
    shown.append(large);
    var words = pictures[at].closest("figure").querySelector("figcaption");
    if (words) shown.append(words.cloneNode(true));
  }
})();
