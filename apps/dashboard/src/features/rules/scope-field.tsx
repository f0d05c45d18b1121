"use client";

import type { Profile, RuleScope } from "@genie/directus-client";
import { Field } from "#components/ui/field.tsx";
import { NativeSelect } from "#components/ui/native-select.tsx";
import { usePlatforms } from "#features/platforms/use-platforms.ts";
import { rulesMessages } from "#messages/rules-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { scopeOfValue, scopeValue } from "./pack-draft.ts";

type ScopeFieldProps = {
  scope: RuleScope;
  profiles: readonly Profile[];
  onChange: (scope: RuleScope) => void;
};

/** Everywhere, on a platform, or for an account of hers. */
export function ScopeField({ scope, profiles, onChange }: ScopeFieldProps) {
  const { rules } = useMessages(rulesMessages);
  const { form: text, scopes } = rules;
  const platforms = usePlatforms();
  const nameOf = (id: string) => platforms.find((platform) => platform.id === id)?.name ?? id;
  // Of all platforms those that she has, and the one that is chosen.
  const used = new Set([
    ...profiles.map(({ platform }) => platform),
    ...(scope.kind === "platform" ? [scope.platform] : []),
  ]);
  const choices: [string, string][] = [
    ["", text.allAccounts],
    ...[...used].map((id): [string, string] => [
      scopeValue({ kind: "platform", platform: id }),
      text.allOn(nameOf(id)),
    ]),
    ...profiles.map(({ id, platform, username }): [string, string] => [
      scopeValue({ kind: "account", profileId: id }),
      text.account(nameOf(platform), username),
    ]),
  ];
  const value = scopeValue(scope);
  const isListed = choices.some(([choice]) => choice === value);
  return (
    <Field label={text.scope}>
      {(control) => (
        <NativeSelect
          {...control}
          data-sensitive=""
          value={value}
          onChange={({ target }) => onChange(scopeOfValue(target.value))}
        >
          {!isListed && <option value={value}>{scopes.someAccount}</option>}
          {choices.map(([choice, label]) => (
            <option key={choice} value={choice}>
              {label}
            </option>
          ))}
        </NativeSelect>
      )}
    </Field>
  );
}
