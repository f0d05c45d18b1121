"use client";

import type { Profile } from "@genie/directus-client";
import { useFormContext, useWatch } from "react-hook-form";
import { Choice } from "#components/ui/choice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { NativeSelect } from "#components/ui/native-select.tsx";
import { useAccountName } from "#features/platforms/use-account-name.ts";
import { mediaWorkMessages } from "#messages/media-work-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { WorkValues } from "./work-values.ts";

/** For which account, or how many megabytes. */
export function CompressFields({ profiles }: { profiles: readonly Profile[] }) {
  const {
    mediaWork: { compress: text },
  } = useMessages(mediaWorkMessages);
  const accountName = useAccountName();
  const { register, control, formState } = useFormContext<WorkValues>();
  const to = useWatch({ control, name: "compress.to" });
  const { errors } = formState;
  return (
    <div className="grid grid-cols-1 gap-5">
      {profiles.length > 0 && (
        <fieldset className="grid min-w-0 gap-1">
          <legend className="text-sm font-strong">{text.legend}</legend>
          <Choice
            type="radio"
            label={text.toAccount}
            value="account"
            {...register("compress.to")}
          />
          <Choice type="radio" label={text.toSize} value="size" {...register("compress.to")} />
        </fieldset>
      )}
      {to === "account" ? (
        <Field label={text.account} error={errors.compress?.profileId?.message}>
          {(field) => (
            <NativeSelect data-sensitive {...field} {...register("compress.profileId")}>
              {profiles.map((profile) => (
                <option key={profile.id} value={profile.id}>
                  {accountName(profile)}
                </option>
              ))}
            </NativeSelect>
          )}
        </Field>
      ) : (
        <Field label={text.size} hint={text.sizeHint} error={errors.compress?.targetMb?.message}>
          {(field) => (
            <Input
              type="number"
              inputMode="decimal"
              min={0.05}
              max={4000}
              step="any"
              {...field}
              {...register("compress.targetMb", { valueAsNumber: true })}
            />
          )}
        </Field>
      )}
    </div>
  );
}
