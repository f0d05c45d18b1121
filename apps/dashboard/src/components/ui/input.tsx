import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input className={cn("control read-only:bg-sunken", className)} {...props} />;
}
