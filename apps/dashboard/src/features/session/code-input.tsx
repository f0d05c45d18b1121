import type { ComponentProps } from "react";
import { Input } from "#components/ui/input.tsx";

/** A one-time code, typed, pasted, or offered by the phone. */
export function CodeInput(props: ComponentProps<"input">) {
  return (
    <Input
      type="text"
      inputMode="numeric"
      autoComplete="one-time-code"
      className="max-w-40 tracking-[0.2em]"
      {...props}
    />
  );
}
