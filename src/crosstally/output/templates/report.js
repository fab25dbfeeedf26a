"use strict";

const MOST = 50; // lines of a section that are shown until more are asked for; the style knows it too
const form = document.getElementById("filters");
const sections = [...document.querySelectorAll("main > section")].filter((one) => one.querySelector("details.card, details.paper"));
const folds = [...document.querySelectorAll("details.fold")];
const tabs = [...document.querySelectorAll("details.event")];
const texts = new Map(); // what a line says, in small letters
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

function says(item, words) {
  if (!texts.has(item)) texts.set(item, item.textContent.toLowerCase());
  return words.toLowerCase().split(/\s+/).every((word) => texts.get(item).includes(word));
}

function fits(item, wanted) {
  return wanted.every(([name, value]) => {
    if (name === "words") return value === "" || says(item, value.trim());
    const has = item.dataset[name];
    return value === "" || (has === undefined ? item.matches(".paper") : has.split(" ").includes(value));
  });
}

function apply() {
  const wanted = [...new FormData(form)];
  let count = 0;
  for (const section of sections) {
    const all = [...section.querySelectorAll("details.card, details.paper")];
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
  if (wanted.some(([, value]) => value !== "")) for (const fold of folds) fold.open = true;
  const event = new FormData(form).get("event") || "";
  for (const tab of tabs) tab.hidden = event !== "" && tab.dataset.event !== event;
  shown.textContent = count === cards.length ? "" : `${count} of ${cards.length} figures fit`;
}

function visit() {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (!target || !target.matches("details")) return;
  if (target.hidden) {
    whole.add(target.closest("section"));
    if (!fits(target, [...new FormData(form)])) form.reset();
    apply();
  }
  const fold = target.closest("details.fold");
  if (fold) fold.open = true;
  open(target, true);
  target.scrollIntoView();
  target.querySelector("summary").focus({ preventScroll: true });
}

form.hidden = items.length === 0;
document.getElementById("choices").open = matchMedia("(min-width: 40rem)").matches;
form.addEventListener("change", apply);
form.addEventListener("input", (event) => event.target.name === "words" && apply());
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(apply));
document.addEventListener("toggle", (event) => event.target.open && fill(event.target), true);
unfold.addEventListener("click", () => {
  const is = unfold.getAttribute("aria-pressed") === "false";
  if (is) for (const fold of folds) fold.open = true;
  for (const item of cards) if (!item.hidden) open(item, is);
  unfold.setAttribute("aria-pressed", String(is));
  unfold.textContent = is ? "Close all" : "Open all";
});
/* A cell that a spreadsheet would run gets an apostrophe in front, as in facts.csv. */
function cell(text) {
  const plain = text.replace(/\s+/g, " ").trim();
  const safe = /^[=+@\-\t'](?![\d–])/.test(plain) ? `'${plain}` : plain;
  return `"${safe.replaceAll('"', '""')}"`;
}

function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

for (const button of document.querySelectorAll("button.csv, button.copying")) button.hidden = false;
document.addEventListener("click", async (event) => {
  if (event.target.matches("button.csv")) {
    const rows = [...event.target.closest("details").querySelectorAll("tr")];
    save(rows.map((row) => [...row.cells].map((one) => cell(one.innerText)).join(",")).join("\n") + "\n", "crosstab.csv");
  }
  if (event.target.matches("button.copying")) {
    const day = new Date().toISOString().slice(0, 10);
    const lines = event.target.closest(".proposal").querySelector("pre");
    lines.textContent = lines.textContent.replace("1000-01-01", day);
    getSelection().selectAllChildren(lines);
    try {
      await navigator.clipboard.writeText(lines.textContent);
      event.target.textContent = "Copied";
    } catch {
      document.execCommand("copy"); // a page from disk may lack the other
    }
  }
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
