import { Switch as Radix } from "radix-ui";

type SwitchProps = {
  /** For readers: what is on. */
  label: string;
  /** Beside it, for everybody: its state. */
  words: string;
  checked: boolean;
  disabled: boolean;
  onChange: (checked: boolean) => void;
};

/** Something that is on or off at once, without being saved. */
export function Switch({ label, words, checked, disabled, onChange }: SwitchProps) {
  return (
    <span className="flex min-h-8 shrink-0 items-center gap-2 pointer-coarse:min-h-11">
      <span aria-hidden className="text-ink-soft">
        {words}
      </span>
      <Radix.Root
        aria-label={label}
        checked={checked}
        disabled={disabled}
        onCheckedChange={onChange}
        className="relative h-6 w-11 rounded-full border border-control bg-sunken transition-colors duration-100 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <Radix.Thumb className="block size-4 translate-x-1 rounded-full bg-ink-soft transition-transform duration-100 data-[state=checked]:translate-x-5.5 data-[state=checked]:bg-on-accent" />
      </Radix.Root>
    </span>
  );
}
