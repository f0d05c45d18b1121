"use client";

import { listFans, type Viewer } from "@genie/directus-client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Input } from "#components/ui/input.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { NativeSelect } from "#components/ui/native-select.tsx";
import { useSettled } from "#components/ui/use-settled.ts";
import { fanName } from "#features/fans/fan-words.ts";
import { useAccountName } from "#features/platforms/use-account-name.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { fansMessages } from "#messages/fans-messages.ts";
import { flowsMessages } from "#messages/flows-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { ControlAttributes } from "./flow-form.tsx";

type FanInputProps = {
  control: ControlAttributes;
  viewer: Viewer;
  value: string;
  onChange: (id: string) => void;
};

/** One of her fans: the most engaged, or those whose name she types. */
export function FanInput({ control, viewer, value, onChange }: FanInputProps) {
  const { form } = useMessages(flowsMessages).flows;
  const { fans: text } = useMessages(fansMessages);
  const accountName = useAccountName();
  const [typed, setTyped] = useState("");
  const search = useSettled(typed.trim());
  const page = useQuery({
    queryKey: ["fans", "choice", search],
    queryFn: () => listFans(browserDirectus(), viewer, { search }, { limit: 25 }),
    placeholderData: keepPreviousData,
  });
  const fans = page.data?.fans ?? [];
  return (
    <div className="grid grid-cols-1 gap-2">
      <Input
        type="search"
        aria-label={form.searchFans}
        placeholder={form.searchFans}
        data-sensitive
        value={typed}
        onKeyDown={(event) => {
          // It searches as she types; the form is sent by its button.
          if (event.key === "Enter") event.preventDefault();
        }}
        onChange={({ target }) => {
          setTyped(target.value);
          // Who was chosen may not be among those that are found.
          onChange("");
        }}
      />
      <NativeSelect
        {...control}
        data-sensitive
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        <option value="">{form.choose}</option>
        {fans.map((fan) => (
          <option key={fan.id} value={fan.id}>
            {fanName(fan, text.nameless)} · {accountName(fan.account)}
          </option>
        ))}
      </NativeSelect>
      {page.data && fans.length === 0 && <p className="text-ink-soft">{form.noFans}</p>}
      <LoadProblem what={form.fansFailed} of={[page]} />
    </div>
  );
}
