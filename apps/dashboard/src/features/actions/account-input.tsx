"use client";

import type { Viewer } from "@genie/directus-client";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { NativeSelect } from "#components/ui/native-select.tsx";
import { useAccountName } from "#features/platforms/use-account-name.ts";
import { useProfiles } from "#features/platforms/use-profiles.ts";
import { flowsMessages } from "#messages/flows-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { ControlAttributes } from "./flow-form.tsx";

type AccountInputProps = {
  control: ControlAttributes;
  viewer: Viewer;
  value: string;
  onChange: (id: string) => void;
};

/** One of her accounts. */
export function AccountInput({ control, viewer, value, onChange }: AccountInputProps) {
  const { form } = useMessages(flowsMessages).flows;
  const accounts = useProfiles(viewer);
  const accountName = useAccountName();
  return (
    <>
      <NativeSelect
        {...control}
        data-sensitive
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        <option value="">{form.choose}</option>
        {accounts.data?.map((account) => (
          <option key={account.id} value={account.id}>
            {accountName(account)}
          </option>
        ))}
      </NativeSelect>
      {accounts.data?.length === 0 && <p className="text-ink-soft">{form.noAccounts}</p>}
      <LoadProblem what={form.accountsFailed} of={[accounts]} />
    </>
  );
}
