type Attributes = Record<string, EventListener | boolean | string>;
type Child = Node | string | null;

/** Makes an element: `onclick` and the like take a function, `true` sets an attribute, `false` none. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name.replace(/^on/, ""), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A button that can't be pressed again while what it does is under way. */
export function button(
  label: string,
  press: () => Promise<void> | void,
  { look = "secondary", name }: { look?: "danger" | "primary" | "secondary"; name?: string } = {},
): HTMLButtonElement {
  const made = element("button", {
    type: "button",
    class: look,
    ...(name !== undefined && { "aria-label": name }),
    onclick: () => {
      if (made.getAttribute("aria-busy") === "true") return;
      made.setAttribute("aria-busy", "true");
      void Promise.resolve(press()).finally(() => made.removeAttribute("aria-busy"));
    },
  });
  made.append(label);
  return made;
}

export function notice(text: string, kind: "good" | "problem"): HTMLElement {
  return element(
    "p",
    { class: `notice ${kind}`, role: kind === "good" ? "status" : "alert" },
    text,
  );
}

let made = 0;

/** A field with its label, and its hint or problem read out with it. */
export function field(label: string, hint: string, attributes: Attributes) {
  const id = `field-${(made += 1)}`;
  const input = element("input", { id, "aria-describedby": `${id}-hint`, ...attributes });
  const below = element("p", { id: `${id}-hint`, class: "hint" }, hint);
  const root = element(
    "div",
    { class: "field" },
    element("label", { for: id }, label),
    input,
    below,
  );
  const complain = (problem: string | null) => {
    below.textContent = problem ?? hint;
    below.classList.toggle("problem", problem !== null);
    input.setAttribute("aria-invalid", String(problem !== null));
    if (problem !== null) input.focus();
  };
  return { root, input, complain };
}
