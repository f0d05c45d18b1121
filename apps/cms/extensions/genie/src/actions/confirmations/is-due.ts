import type { ActionEffect, ActionSource } from "@genie/schema";

type Brakes = {
  /** What the flow itself says. */
  confirm: "always" | "never";
  effect: ActionEffect;
  source: ActionSource;
  /** Whether the caller's token asks first. */
  asksFirst: boolean;
  /** Whether who asks has read text of others, which may have talked it into this. */
  afterForeignText: boolean;
};

/** Whether its person is to be asked before an action runs. */
export function isDue({ confirm, effect, source, asksFirst, afterForeignText }: Brakes): boolean {
  if (confirm === "always") return true;
  if (afterForeignText) return effect !== "read";
  return (source === "chat" || asksFirst) && isHardToTakeBack(effect);
}

const isHardToTakeBack = (effect: ActionEffect) => effect !== "read" && effect !== "write";
