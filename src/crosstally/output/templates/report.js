"use strict";

const form = document.getElementById("filters");
const items = [...document.querySelectorAll("details.card, details.paper")];
const shown = document.getElementById("shown");
const unfold = document.getElementById("unfold");

function fits(item, wanted) {
  return wanted.every(([name, value]) => {
    const has = item.dataset[name];
    return value === "" || (has === undefined ? item.matches(".paper") : has.split(" ").includes(value));
  });
}

function apply() {
  const wanted = [...new FormData(form)];
  let count = 0;
  for (const item of items) {
    item.hidden = !fits(item, wanted);
    count += !item.hidden && item.matches(".card");
  }
  for (const section of document.querySelectorAll("main > section")) {
    const all = section.querySelectorAll(":scope > details").length;
    const left = section.querySelectorAll(":scope > details:not([hidden])").length;
    section.querySelector(".count").textContent = left === all ? String(all) : `${left} of ${all}`;
    section.querySelector(".nothing").hidden = left > 0 || all === 0;
  }
  const total = items.filter((item) => item.matches(".card")).length;
  shown.textContent = count === total ? "" : `${count} of ${total} figures shown`;
}

function visit() {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (!target) return;
  if (target.matches("details")) {
    if (target.hidden) form.reset();
    target.open = true;
    target.scrollIntoView();
    target.querySelector("summary").focus({ preventScroll: true });
  }
}

form.hidden = false;
form.addEventListener("change", apply);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(apply));
unfold.addEventListener("click", () => {
  const open = unfold.getAttribute("aria-pressed") === "false";
  for (const item of items) if (item.matches(".card") && !item.hidden) item.open = open;
  unfold.setAttribute("aria-pressed", String(open));
  unfold.textContent = open ? "Close all" : "Open all";
});
addEventListener("hashchange", visit);
document.addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest("a[href^='#']");
  if (link && link.getAttribute("href") === location.hash) visit();
});
visit();
