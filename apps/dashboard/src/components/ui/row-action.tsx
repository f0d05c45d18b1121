import type { LucideIcon } from "lucide-react";
import { Button } from "./button.tsx";

type RowActionProps = {
  icon: LucideIcon;
  label: string;
  /** What it does and to which row, for those who hear it alone. */
  name: string;
  busy?: boolean;
  onClick: () => void;
};

/** One of the quiet buttons below a row of a card. */
export function RowAction({ icon: Icon, label, name, busy = false, onClick }: RowActionProps) {
  return (
    <Button variant="quiet" size="small" aria-label={name} busy={busy} onClick={onClick}>
      <Icon aria-hidden />
      {label}
    </Button>
  );
}
