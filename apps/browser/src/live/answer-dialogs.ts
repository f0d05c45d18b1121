import type { Dialog, Page } from "playwright-core";

const mostCharacters = 300;

/**
 * Answers what a page asks in a window of its own, which nobody could see, and tells of it: it may be
 * left, what it says is taken note of, and a question is answered with no. Gives what ends this.
 */
export function answerDialogs(page: Page, notice: (sentence: string) => void): () => void {
  const answer = (dialog: Dialog): void => {
    const words = dialog.message().slice(0, mostCharacters);
    const kind = dialog.type();
    if (kind === "alert") notice(`The page says: “${words}”`);
    else if (kind !== "beforeunload") {
      notice(`The page asks: “${words}” Genie can't show such questions and answered with no.`);
    }
    const answered = kind === "confirm" || kind === "prompt" ? dialog.dismiss() : dialog.accept();
    answered.catch(() => {});
  };
  page.on("dialog", answer);
  return () => void page.off("dialog", answer);
}
