import { type FormEvent, type RefObject, useRef } from "react";

type Kept = {
  ref: RefObject<HTMLDivElement | null>;
  onInput: (event: FormEvent<HTMLElement>) => void;
  onInteractOutside: (event: Event) => void;
};

/**
 * For the content of a dialog: a press beside it closes nothing while something stands in it that was
 * entered and would be lost. What is chosen by buttons says so itself, by `data-unsaved`.
 */
export function useKeepsEntered(isOn: boolean): Kept {
  const content = useRef<HTMLDivElement>(null);
  const entered = useRef(new Set<EventTarget>());
  return {
    ref: content,
    onInput: ({ target }) => {
      // React tells of dialogs that were opened from this one as well.
      if (target instanceof Node && content.current?.contains(target)) entered.current.add(target);
    },
    onInteractOutside: (event) => {
      if (!isOn) return;
      const { current: place } = content;
      const isHeld = [...entered.current].some((field) => holdsSomething(field, place));
      if (isHeld || place?.querySelector("[data-unsaved]")) event.preventDefault();
    },
  };
}

function holdsSomething(field: EventTarget, place: Element | null): boolean {
  if (!(field instanceof Node && place?.contains(field))) return false;
  if (field instanceof HTMLTextAreaElement) return field.value !== "";
  if (!(field instanceof HTMLInputElement)) return true;
  // Words that something is looked for by are soon typed again.
  return field.type !== "search" && field.value !== "";
}
