"use strict";

const MOST = 50; // lines of a section that are shown until more are asked for; the style knows it too
const form = document.getElementById("filters");
const sections = [...document.querySelectorAll("main > section:not(#changes)")];
const items = [...document.querySelectorAll("details.card, details.paper")];
const cards = items.filter((item) => item.matches(".card"));
const shown = document.getElementById("shown");
const unfold = document.getElementById("unfold");
const whole = new Set(); // sections of which all lines are wanted

/* Where scripts run, the inside of noscript is text: on a long page, a line becomes elements when it is opened. */
function fill(item) {
  const raw = item.querySelector(":scope > noscript");
  if (raw) raw.outerHTML = raw.textContent;
}

function open(item, is) {
  if (is) fill(item);
  item.open = is;
}

function fits(item, wanted) {
  return wanted.every(([name, value]) => {
    const has = item.dataset[name];
    return value === "" || (has === undefined ? item.matches(".paper") : has.split(" ").includes(value));
  });
}

function apply() {
  const wanted = [...new FormData(form)];
  let count = 0;
  for (const section of sections) {
    const all = [...section.querySelectorAll(":scope > details")];
    const left = all.filter((item) => fits(item, wanted));
    const seen = new Set(whole.has(section) ? left : left.slice(0, MOST));
    for (const item of all) item.hidden = !seen.has(item);
    const total = all.length.toLocaleString("en");
    section.querySelector(".count").textContent = left.length === all.length ? total : `${left.length} of ${total}`;
    section.querySelector(".nothing").hidden = left.length > 0 || all.length === 0;
    const more = section.querySelector(".more");
    more.hidden = seen.size === left.length;
    more.textContent = `Show all ${left.length.toLocaleString("en")}`;
    if (section.id !== "reports") count += left.length;
  }
  shown.textContent = count === cards.length ? "" : `${count} of ${cards.length} figures fit`;
}

function visit() {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (!target || !target.matches("details")) return;
  if (target.hidden) {
    whole.add(target.parentElement);
    if (!fits(target, [...new FormData(form)])) form.reset();
    apply();
  }
  open(target, true);
  target.scrollIntoView();
  target.querySelector("summary").focus({ preventScroll: true });
}

form.hidden = items.length === 0;
document.getElementById("choices").open = matchMedia("(min-width: 40rem)").matches;
form.addEventListener("change", apply);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(apply));
document.addEventListener("toggle", (event) => event.target.open && fill(event.target), true);
unfold.addEventListener("click", () => {
  const is = unfold.getAttribute("aria-pressed") === "false";
  for (const item of cards) if (!item.hidden) open(item, is);
  unfold.setAttribute("aria-pressed", String(is));
  unfold.textContent = is ? "Close all" : "Open all";
});
addEventListener("hashchange", visit);
document.addEventListener("click", (event) => {
  if (event.target.matches(".more")) {
    whole.add(event.target.closest("section"));
    apply();
  }
  const link = event.target.closest("a[href^='#']");
  if (link && link.getAttribute("href") === location.hash) visit();
});
apply();
document.body.classList.add("ready");
visit();
