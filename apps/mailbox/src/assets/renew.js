// Shows new letters without being asked. Where she is on the page, by scrolling and by keyboard, stays as it is.
const renew = async () => {
  const answer = await fetch("/");
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const shown = document.querySelector("main");
  const now = page.querySelector("main");
  if (!answer.ok || now.innerHTML === shown.innerHTML) return;
  const focused = document.activeElement?.getAttribute("href");
  shown.replaceWith(now);
  for (const link of now.querySelectorAll("a")) {
    if (link.getAttribute("href") === focused) link.focus({ preventScroll: true });
  }
};

// A mailbox that doesn't answer is asked again.
setInterval(() => void renew().catch(() => undefined), 3000);
