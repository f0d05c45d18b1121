"use client";

import type { ComponentProps } from "react";
import { Button } from "./button.tsx";
import { cn } from "./cn.ts";
import { useHydrated } from "./use-hydrated.ts";

/** Sends its form. Until our script runs it does nothing, or the browser would send it by itself. */
export function SubmitButton({
  className,
  disabled = false,
  ...props
}: Omit<ComponentProps<typeof Button>, "type">) {
  const hydrated = useHydrated();
  return (
    <Button
      type="submit"
      disabled={disabled || !hydrated}
      className={cn(!hydrated && "disabled:opacity-100", className)}
      {...props}
    />
  );
}
