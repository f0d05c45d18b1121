import { type ComponentProps, useId } from "react";

type ChoiceProps = Omit<ComponentProps<"input">, "type"> & {
  type: "checkbox" | "radio";
  label: string;
  hint?: string;
};

/** A radio button or check box with its words; all of it can be pressed. */
export function Choice({ label, hint, ...input }: ChoiceProps) {
  const id = useId();
  return (
    <label className="flex items-start gap-3 py-1 pointer-coarse:py-2">
      <input
        className="mt-0.5 size-4 shrink-0"
        aria-labelledby={`${id}-label`}
        aria-describedby={hint ? `${id}-hint` : undefined}
        {...input}
      />
      <span className="grid gap-0.5">
        <span id={`${id}-label`}>{label}</span>
        {hint && (
          <span id={`${id}-hint`} className="text-ink-soft">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
