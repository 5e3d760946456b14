/* A screen that nobody owns: it asks after a while whether somebody is there, then returns home and shows the brands in
   turn until the first touch. What one visitor chose does not stay for the next. */
(function () {
  "use strict";
  var WARNING = 20, SLIDE = 8;
  var idle = document.getElementById("idle");
  var attract = document.getElementById("attract");
  var slides = attract ? Array.prototype.slice.call(attract.querySelectorAll(".attract-slide")) : [];
  var seconds = Number(idle.getAttribute("data-seconds"));
  var home = idle.getAttribute("data-home");
  var timers = [];

  function attracting() { return Boolean(attract) && location.hash === "#attract"; }

  function wait() {
    timers.forEach(clearTimeout);
    timers = attracting() ? [] : [setTimeout(warn, (seconds - WARNING) * 1000)];
  }
  function warn() {
    if (!idle.open) idle.showModal();
    timers.push(setTimeout(leave, WARNING * 1000));
  }
  function leave() {
    try {
      localStorage.removeItem("showcase-text-size");
      localStorage.removeItem("showcase-tone");
    } catch (error) { /* nothing was kept */ }
    idle.close();
    var here = location.href.split("#")[0];
    var there = new URL(home, location.href).href;
    // The same page with another fragment would not be loaded again, and would keep what was opened and scrolled.
    if (there.split("#")[0] === here) {
      history.replaceState(null, "", there);
      location.reload();
    } else location.replace(there);
  }
  function active() {
    if (idle.open) idle.close();
    wait();
  }
  ["pointerdown", "keydown", "wheel", "touchmove"].forEach(function (name) {
    document.addEventListener(name, function () {
      // A touch follows the link that covers the screen; ended here, its click would land on what stands below.
      if (name === "keydown" && attracting()) location.hash = "#main";
      active();
    }, { passive: true });
  });
  window.addEventListener("hashchange", wait);
  document.addEventListener("scroll", wait, { passive: true });
  // A long touch offers no menu that leads out of the site.
  document.addEventListener("contextmenu", function (event) { event.preventDefault(); });

  // Nor does a player. These have no attributes in HTML's standard.
  document.querySelectorAll("audio, video").forEach(function (player) {
    if (player.controlsList) player.controlsList.add("nodownload", "noplaybackrate");
    player.disablePictureInPicture = true;
  });

  if (slides.length > 1) {
    var at = 0;
    setInterval(function () {
      if (!attracting()) return;
      slides[at].classList.remove("attract-now");
      at = (at + 1) % slides.length;
      slides[at].classList.add("attract-now");
    }, SLIDE * 1000);
  }
  wait();
})();
