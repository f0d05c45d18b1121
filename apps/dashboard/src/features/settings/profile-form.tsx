"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import type { Persona, Viewer } from "@genie/directus-client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { useForm, useWatch } from "react-hook-form";
import { z } from "zod";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import type { Messages } from "#messages/messages.ts";
import { settingsMessages } from "#messages/settings-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { saveProfile } from "./save-profile.ts";
import { TimeZoneField } from "./time-zone-field.tsx";

export function ProfileForm({ viewer, persona }: { viewer: Viewer; persona: Persona | null }) {
  const { actions } = useMessages();
  const { profile } = useMessages(settingsMessages);
  const router = useRouter();
  const toast = useToast();
  const sentence = useSentence();
  const schema = useMemo(() => profileSchema({ profile }), [profile]);
  const { register, handleSubmit, formState, setValue, control } = useForm({
    // The fields themselves have the defaults: what was typed before this script ran stays.
    resolver: zodResolver(schema),
  });
  const savedZone = persona?.timezone ?? "UTC";
  const zone = useWatch({ control, name: "timezone", defaultValue: savedZone });
  const save = useMutation({
    mutationFn: (values: z.infer<typeof schema>) =>
      saveProfile(browserDirectus(), { viewer, persona }, values),
    onSuccess: () => {
      toast(profile.saved);
      router.refresh();
    },
  });

  return (
    <Card>
      <form
        method="post"
        noValidate
        onSubmit={handleSubmit((values) => save.mutate(values))}
        className="grid max-w-lg gap-5"
      >
        <div className="grid gap-1">
          <CardTitle>{profile.title}</CardTitle>
          <p className="text-ink-soft">{profile.intro}</p>
        </div>
        {save.isError && <Notice>{sentence(save.error)}</Notice>}
        <div className="grid gap-1.5">
          <p className="font-strong">{profile.email}</p>
          <p className="text-base wrap-anywhere">
            <span data-sensitive>{viewer.email}</span>
          </p>
        </div>
        <Field label={profile.displayName} error={formState.errors.displayName?.message}>
          {(field) => (
            <Input
              autoComplete="nickname"
              data-sensitive
              defaultValue={persona?.displayName ?? viewer.firstName ?? ""}
              {...field}
              {...register("displayName")}
            />
          )}
        </Field>
        <TimeZoneField
          zone={zone}
          savedZone={savedZone}
          onUse={(zone) => setValue("timezone", zone, { shouldDirty: true })}
          registration={register("timezone")}
        />
        <SubmitButton busy={save.isPending} className="justify-self-start">
          {actions.save}
        </SubmitButton>
      </form>
    </Card>
  );
}

function profileSchema({ profile }: Pick<Messages, "profile">) {
  return z.object({
    displayName: z
      .string()
      .trim()
      .min(1, profile.displayNameMissing)
      .max(80, profile.displayNameTooLong),
    timezone: z.string(),
  });
}
