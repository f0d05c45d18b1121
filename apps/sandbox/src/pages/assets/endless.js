// Lists grow as one scrolls, and there is no link to their next page.
const next = () => document.querySelector(".pager a[rel='next']")?.href ?? null;
const list = "[aria-label='Posts'], [aria-label='Fans']";
const rowsOf = (page) =>
  page.querySelector(list)?.querySelector("tbody") ?? page.querySelector(list);

let isBusy = false;
async function more() {
  const address = next();
  if (isBusy || address === null) return;
  isBusy = true;
  const answer = await fetch(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const added = [...(rowsOf(page)?.children ?? [])].filter(
    (row) => !row.querySelector("th[scope='col']"),
  );
  rowsOf(document)?.append(...added);
  document.querySelector(".pager")?.replaceWith(page.querySelector(".pager") ?? "");
  hide();
  isBusy = false;
}

function hide() {
  for (const link of document.querySelectorAll(".pager")) link.hidden = true;
}

hide();
const end = document.createElement("div");
document.querySelector("main").append(end);
new IntersectionObserver((entries) => {
  if (entries.some((entry) => entry.isIntersecting)) void more();
}).observe(end);
