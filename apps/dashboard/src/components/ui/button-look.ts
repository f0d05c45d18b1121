export type ButtonLook = {
  variant?: "danger" | "primary" | "quiet" | "secondary" | undefined;
  size?: "icon" | "normal" | "small" | undefined;
};

/** The classes of a button, for what is one and for what looks like one. */
export function buttonLook({ variant = "primary", size = "normal" }: ButtonLook = {}): string {
  return `button button-${variant} button-${size}`;
}
