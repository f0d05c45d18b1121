import type { ComponentProps } from "react";
import { Input } from "#components/ui/input.tsx";

/** A recovery code, typed from paper or pasted; any case, with or without its dash. */
export function RecoveryCodeInput(props: ComponentProps<"input">) {
  return (
    <Input
      type="text"
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      className="max-w-56 tracking-[0.1em] uppercase"
      {...props}
    />
  );
}
