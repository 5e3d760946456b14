/* What cannot be seen in the markup: measured in the page as it stands. Gives one list of findings for each question. */
(function () {
  "use strict";
  var CLOSING = "、，。；：？！）》〉」』】〕”’％‰·…—།༎་";
  var OPENING = "（《〈「『【〔“‘";
  var root = document.documentElement;

  function visible(element) {
    var style = getComputedStyle(element);
    var box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && style.visibility === "visible" && style.display !== "none";
  }
  function name(element) {
    var words = (element.getAttribute("aria-label") || element.textContent || element.id || "").replace(/\s+/g, " ").trim();
    var kind = element.className && element.className.baseVal === undefined ? "." + String(element.className).split(" ")[0] : "";
    return element.tagName.toLowerCase() + (kind === "." ? "" : kind) + " “" + words.slice(0, 24) + "”";
  }
  function blockOf(node) {
    var element = node.parentElement;
    while (element && /^(inline|ruby|contents)/.test(getComputedStyle(element).display)) element = element.parentElement;
    return element;
  }
  function rectOf(node, index) {
    var range = document.createRange();
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    var rects = range.getClientRects();
    return rects.length ? rects[rects.length - 1] : null;
  }

  function overflow() {
    var wide = root.scrollWidth - root.clientWidth;
    if (wide <= 0) return [];
    var guilty = [];
    document.querySelectorAll("body *").forEach(function (element) {
      var box = element.getBoundingClientRect();
      if (guilty.length < 3 && visible(element) && box.right > root.clientWidth + 1) guilty.push(name(element));
    });
    return [wide + " px: " + guilty.join("; ")];
  }

  function clipped() {
    var found = [];
    document.querySelectorAll("body *").forEach(function (element) {
      if (!visible(element) || !element.textContent.trim()) return;
      var style = getComputedStyle(element);
      if (style.webkitLineClamp !== "none") return; // a summary that says with its dots that it goes on
      var cut = (style.overflowX === "hidden" || style.overflowX === "clip") && element.scrollWidth > element.clientWidth + 1;
      cut = cut || ((style.overflowY === "hidden" || style.overflowY === "clip") && element.scrollHeight > element.clientHeight + 1);
      if (cut && element.clientWidth > 1) found.push(name(element));
    });
    return found;
  }

  /* Marks that may not begin a line, and marks that may not end one (clreq, section 3.1.4). A dash of two characters may
     begin a line, but not be cut in two (GB/T 15834-2011, 5.1.5 and 5.1.6). */
  function lines() {
    var found = [];
    var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    var before = null;
    for (var node = walker.nextNode(); node; node = walker.nextNode()) {
      var text = node.data;
      if (!text.trim() || !node.parentElement || !visible(node.parentElement)) continue;
      var block = blockOf(node);
      for (var at = 0; at < text.length; at++) {
        var character = text[at];
        if (/\s/.test(character)) continue;
        var wholeDash = character === "—" && text[at + 1] === "—" && !(before && before.character === "—");
        var closing = CLOSING.indexOf(character) >= 0 && !wholeDash;
        if (before && before.block === block && (closing || OPENING.indexOf(before.character) >= 0)) {
          var here = rectOf(node, at), there = rectOf(before.node, before.at);
          if (here && there && here.width && here.top > there.top + there.height * 0.7 && here.left <= there.left) {
            found.push((closing ? "begins with " + character : "ends with " + before.character) + ": " + text.slice(Math.max(0, at - 8), at + 8));
          }
        }
        before = { node: node, at: at, character: character, block: block };
      }
    }
    return found;
  }

  /* WCAG 2.2, 2.5.8: a link within a sentence is as high as its line. Everything else that can be pressed counts. */
  function targets(least) {
    var found = [];
    document.querySelectorAll("a[href], button, summary, select, input:not([type=hidden]):not(:disabled)").forEach(function (element) {
      var pressed = element.closest("label") || element;
      if (!visible(pressed) || !visible(element) && pressed === element) return;
      var box = pressed.getBoundingClientRect();
      if (box.right < 0 || box.bottom + scrollY < 0) return;
      var block = blockOf(pressed);
      var inline = getComputedStyle(pressed).display === "inline";
      if (inline && block && block.textContent.trim().length > pressed.textContent.trim().length + 2) return;
      if (box.height >= least - 0.5 && box.width >= least - 0.5) return;
      /* A larger pseudo-element, or a whole card, may take the press. */
      pressed.scrollIntoView({ block: "center", inline: "center" });
      box = pressed.getBoundingClientRect();
      var x = box.left + box.width / 2, y = box.top + box.height / 2, half = least / 2 - 1;
      var takes = [[0, -half], [0, half], [-half, 0], [half, 0]].every(function (step) {
        var hit = document.elementFromPoint(x + step[0], y + step[1]);
        return hit && (hit === pressed || pressed.contains(hit) || hit.closest("a, button, summary, label") === pressed);
      });
      if (!takes) found.push(name(pressed) + " " + Math.round(box.width) + "×" + Math.round(box.height));
    });
    scrollTo(0, 0);
    return found;
  }

  function type(phone) {
    var found = [];
    document.querySelectorAll("main p").forEach(function (element) {
      var text = element.textContent.trim();
      if (!visible(element) || text.length < 40) return;
      var style = getComputedStyle(element);
      var size = parseFloat(style.fontSize), leading = parseFloat(style.lineHeight) / size;
      var language = (element.closest("[lang]") || root).getAttribute("lang") || "";
      if (/^zh/.test(language) && element.closest(".prose, .body, article") && (size < 14.9 || leading < 1.5)) {
        found.push(name(element) + " " + size + " px / " + leading.toFixed(2));
      }
      if (language === "bo" && leading < 1.89) found.push(name(element) + " Tibetan line height " + leading.toFixed(2));
    });
    return found;
  }

  function body() {
    var longest = null;
    document.querySelectorAll("main p").forEach(function (element) {
      if (visible(element) && (!longest || element.textContent.length > longest.textContent.length)) longest = element;
    });
    if (!longest || longest.textContent.trim().length < 60) return null;
    var style = getComputedStyle(longest), size = parseFloat(style.fontSize);
    return { size: size, leading: parseFloat(style.lineHeight) / size, measure: longest.clientWidth / size };
  }

  function headings() {
    var found = [], level = 0;
    if (document.querySelectorAll("h1").length !== 1) found.push(document.querySelectorAll("h1").length + " h1");
    if (document.querySelectorAll("main").length !== 1) found.push(document.querySelectorAll("main").length + " main");
    document.querySelectorAll("h1, h2, h3, h4, h5, h6").forEach(function (heading) {
      var now = Number(heading.tagName[1]);
      if (now > level + 1) found.push("h" + level + " → " + name(heading));
      level = now;
    });
    return found;
  }

  function pictures() {
    return Array.prototype.filter.call(document.images, function (image) {
      return !image.hasAttribute("width") || !image.hasAttribute("height") || !image.hasAttribute("alt") || image.complete && !image.naturalWidth;
    }).map(function (image) { return "img " + image.getAttribute("src"); });
  }

  function sentences() {
    return document.querySelector("main").innerText.split("\n").reduce(function (found, line) {
      return found.concat(line.replace(/\s+/g, "").match(/[^。！？]{8,}[。！？]/g) || []);
    }, []);
  }

  return { overflow: overflow, clipped: clipped, lines: lines, targets: targets, type: type, body: body, headings: headings, pictures: pictures, sentences: sentences };
})()
