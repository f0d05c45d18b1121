import { words } from "../words.ts";
import { button, element } from "./element.ts";

type Question = {
  title: string;
  content: readonly Node[];
  agree: string;
  look?: "danger" | "primary";
  /**
   * Runs in the press itself, as the browser's own question needs it. A sentence keeps the dialog open and
   * is shown in it; null closes it.
   */
  onAgree: () => Promise<string | null>;
};

/** Asks in a dialog; Escape and Cancel close it with nothing done. */
export function ask({ title, content, agree, look = "primary", onAgree }: Question): void {
  const problem = element("p", { class: "notice problem", role: "alert", hidden: true });
  const dialog: HTMLDialogElement = element(
    "dialog",
    { "aria-labelledby": "question", onclose: () => dialog.remove() },
    element("h2", { id: "question" }, title),
    ...content,
    problem,
    element(
      "div",
      { class: "actions" },
      button(words.cancel, () => dialog.close()),
      button(
        agree,
        async () => {
          problem.hidden = true;
          const sentence = await onAgree();
          if (sentence === null) return dialog.close();
          problem.textContent = sentence;
          problem.hidden = false;
        },
        { look },
      ),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}
