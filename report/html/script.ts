// The page's only script: a filter over rows. Without it every row is there and every part is open.

/** Kept as text: the page's policy names it by its hash. */
export const script = `"use strict";
(() => {
  const bar = document.getElementById("filter");
  const field = bar.querySelector("input");
  const choice = bar.querySelector("select");
  const said = bar.querySelector("output");
  const rows = [...document.querySelectorAll("[data-status]")];
  const words = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  const counts = [...document.querySelectorAll("[data-count]")];
  bar.hidden = false;

  const read = () => {
    const [mark, query] = location.hash.split("?");
    if (mark !== "#" || query === undefined) return false;
    const wanted = new URLSearchParams(query);
    field.value = wanted.get("text") ?? "";
    choice.value = wanted.get("status") ?? "";
    return true;
  };

  const apply = () => {
    const text = field.value.trim().toLowerCase();
    const status = choice.value;
    let shown = 0;
    for (const row of rows) {
      const fits = words.get(row).includes(text) && (status === "" || row.dataset.status === "" || row.dataset.status === status);
      row.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const count of counts) {
      const all = [...count.closest("table").querySelectorAll("tbody tr")];
      const left = all.filter((row) => !row.hidden).length;
      const unit = count.dataset.count + (all.length === 1 ? "" : "s");
      count.textContent = left === all.length ? count.dataset.all : "showing " + left + " of " + all.length + " " + unit;
    }
    said.textContent = text === "" && status === "" ? "" : "showing " + shown + " of " + rows.length + " rows";
  };

  const change = () => {
    const wanted = new URLSearchParams();
    if (field.value !== "") wanted.set("text", field.value);
    if (choice.value !== "") wanted.set("status", choice.value);
    const query = wanted.toString();
    history.replaceState(null, "", query === "" ? location.pathname : "#?" + query);
    apply();
  };

  const clear = () => {
    field.value = "";
    choice.value = "";
    apply();
  };

  for (const count of counts) count.dataset.all = count.textContent;
  bar.addEventListener("submit", (event) => event.preventDefault());
  bar.addEventListener("reset", (event) => {
    event.preventDefault();
    clear();
    change();
  });
  field.addEventListener("input", change);
  choice.addEventListener("input", change);
  addEventListener("hashchange", () => {
    if (read()) return apply();
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target !== null && target.closest("[hidden]") !== null) {
      clear();
      target.scrollIntoView();
    }
  });
  for (const part of document.querySelectorAll("details")) part.open = part.querySelectorAll("li").length <= 10;
  addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("details")) part.open = true;
  });
  if (read()) apply();
})();
`;
