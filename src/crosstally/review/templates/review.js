"use strict";

const form = document.querySelector("form");
const best = document.getElementById("best");
const reason = document.getElementById("reason");

/* A decision without a reason asks for one, and is sent when it is there. */
let waiting = null;
function decide(button) {
  if (reason.value.trim()) return form.requestSubmit(button);
  waiting = button;
  reason.focus();
}

function choose(number) {
  const radio = form.querySelectorAll("input[type=radio]")[number];
  if (!radio) return;
  radio.checked = true;
  const said = radio.parentElement.querySelector("strong").textContent.replace(/[^\d.]/g, "");
  if (said) best.value = said;
}

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const inField = event.target.matches("input:not([type=radio])");
  if (event.key === "Escape") return document.activeElement.blur();
  if (event.key === "Enter" && event.target === best && form) {
    event.preventDefault();
    return decide(form.querySelector("button[value=take]"));
  }
  if (event.key === "Enter" && event.target === reason && form) {
    event.preventDefault();
    return decide(waiting || form.querySelector("button[value=take]"));
  }
  if (inField || !form) return;
  const act = {
    n: () => document.getElementById("next").click(),
    p: () => document.getElementById("previous").click(),
    t: () => best.focus(),
    b: () => reason.focus(),
    a: () => decide(document.getElementById("apart")),
    s: () => decide(document.getElementById("same")),
    d: () => decide(document.getElementById("drop")),
  }[event.key];
  if (act) {
    event.preventDefault();
    act();
  } else if (/^[1-9]$/.test(event.key)) choose(Number(event.key) - 1);
});
