"use client";

import type { Profile } from "@genie/directus-client";
import { useId, useState } from "react";
import { FieldProblems } from "#components/ui/field-problems.tsx";
import { Input } from "#components/ui/input.tsx";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { AccountChip } from "./account-chip.tsx";

/** From here on one looks for an account by its name. */
const manyAccounts = 12;

type AccountChipsProps = {
  profiles: readonly Profile[];
  chosenIds: readonly string[];
  /** Whether several may be chosen, one, or none others than are. */
  choice: "fixed" | "one" | "several";
  problem: string | null;
  onChoose: (id: string) => void;
};

/** The accounts that the post goes to. */
export function AccountChips(props: AccountChipsProps) {
  const { profiles, chosenIds, choice, problem, onChoose } = props;
  const { composer } = useMessages(composerMessages);
  const id = useId();
  const [search, setSearch] = useState("");
  const isMany = choice !== "fixed" && profiles.length > manyAccounts;
  const wanted = search.trim().toLowerCase();
  const shown = profiles.filter((profile) => {
    if (chosenIds.includes(profile.id)) return true;
    const isFound = `${profile.platform} ${profile.username}`.toLowerCase().includes(wanted);
    return choice !== "fixed" && isFound;
  });
  const hint = { fixed: composer.accountsFixed, one: null, several: composer.accountsHint }[choice];
  return (
    <fieldset
      aria-describedby={hint === null || profiles.length === 1 ? undefined : `${id}-hint`}
      data-invalid={problem === null ? undefined : ""}
      className="grid min-w-0 gap-2"
    >
      <legend className="mb-1.5 text-sm font-strong">
        {choice === "one" ? composer.account : composer.accounts}
      </legend>
      {isMany && (
        <Input
          type="search"
          aria-label={composer.findAccount}
          placeholder={composer.findAccount}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      )}
      <div className="-m-1 flex max-h-60 flex-wrap gap-2 overflow-y-auto p-1">
        {shown.map((profile) => (
          <AccountChip
            key={profile.id}
            profile={profile}
            isChosen={chosenIds.includes(profile.id)}
            choice={choice}
            onChoose={() => onChoose(profile.id)}
          />
        ))}
      </div>
      {isMany && shown.length === chosenIds.length && wanted !== "" && (
        <p className="text-ink-soft">{composer.noAccountFound}</p>
      )}
      {hint !== null && profiles.length > 1 && (
        <p id={`${id}-hint`} className="text-ink-soft">
          {hint}
        </p>
      )}
      <FieldProblems problems={problem === null ? [] : [problem]} />
    </fieldset>
  );
}
