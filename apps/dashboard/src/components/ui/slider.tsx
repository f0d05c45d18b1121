import type { ComponentProps } from "react";

/** Per cents, from 5 to 100. */
export function Slider(props: Omit<ComponentProps<"input">, "type">) {
  return (
    <input
      type="range"
      min={5}
      max={100}
      step={5}
      className="h-10 w-full cursor-pointer"
      {...props}
    />
  );
}
