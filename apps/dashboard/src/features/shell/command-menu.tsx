"use client";

import { Command as Menu } from "cmdk";
import { Search } from "lucide-react";
import { Dialog } from "radix-ui";
import { Kbd } from "#components/ui/kbd.tsx";
import { scrim } from "#components/ui/overlay.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { NavItem } from "./nav-items.ts";
import { useCommands } from "./use-commands.ts";

type CommandMenuProps = {
  items: readonly NavItem[];
  onCompose: () => void;
  onOpenChange: (open: boolean) => void;
};

/** Reaches every page and action by a few letters. */
export function CommandMenu({ items, onCompose, onOpenChange }: CommandMenuProps) {
  const { shell } = useMessages();
  const commands = useCommands(items, onCompose);
  const groups = [
    { name: "pages", heading: shell.pagesGroup },
    { name: "actions", heading: shell.actionsGroup },
  ] as const;
  return (
    <Dialog.Root open onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className={scrim} />
        <Dialog.Content
          className="panel outline-none sm:top-24 sm:translate-y-0"
          aria-describedby={undefined}
          onOpenAutoFocus={keepKeyboardAway}
        >
          <Dialog.Title className="sr-only">{shell.commandMenu}</Dialog.Title>
          <Menu label={shell.commandMenu} loop>
            <div className="flex items-center gap-3 border-b border-line px-4">
              <Search aria-hidden className="size-4 shrink-0 text-ink-soft" />
              <Menu.Input
                placeholder={shell.commandPlaceholder}
                className="h-12 w-full min-w-0 bg-transparent text-base outline-none placeholder:text-ink-soft"
              />
            </div>
            <Menu.List className="max-h-[60dvh] overflow-y-auto p-2">
              <Menu.Empty className="px-3 py-6 text-center text-ink-soft">
                {shell.commandEmpty}
              </Menu.Empty>
              {groups.map(({ name, heading }) => (
                <Menu.Group
                  key={name}
                  heading={heading}
                  className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-2 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-soft"
                >
                  {commands
                    .filter((command) => command.group === name)
                    .map(({ id, label, icon: Icon, shortcut, run }) => (
                      <Menu.Item
                        key={id}
                        value={label}
                        onSelect={() => {
                          onOpenChange(false);
                          run();
                        }}
                        className="flex min-h-10 cursor-pointer items-center gap-3 rounded-control px-3 py-2 data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent pointer-coarse:min-h-11"
                      >
                        <Icon aria-hidden className="size-4 shrink-0" />
                        <span className="grow">{label}</span>
                        {shortcut && <Kbd>{shortcut}</Kbd>}
                      </Menu.Item>
                    ))}
                </Menu.Group>
              ))}
            </Menu.List>
          </Menu>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** On a touch screen the list is what one wants, not a keyboard over it. */
function keepKeyboardAway(event: Event): void {
  if (!window.matchMedia("(pointer: coarse)").matches) return;
  event.preventDefault();
  if (event.target instanceof HTMLElement) event.target.focus();
}
