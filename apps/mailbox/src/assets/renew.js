// Shows new letters without being asked; the page stays as it is while there are none.
const newest = async () => {
  const answer = await fetch("/letters.json");
  const { data } = await answer.json();
  return data[0]?.id ?? null;
};

let known;
setInterval(async () => {
  const id = await newest().catch(() => known);
  if (known !== undefined && id !== known) location.reload();
  known = id;
}, 3000);
