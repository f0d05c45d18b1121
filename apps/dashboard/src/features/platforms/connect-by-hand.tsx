"use client";

import { createProfile } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import type { Platform } from "@genie/platforms";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { MonitorUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useTimeZone } from "#features/calendar/time-zone-provider.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { liveViewMessages } from "#messages/live-view-messages.ts";
import { platformsMessages } from "#messages/platforms-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { logInPath } from "./log-in-path.ts";
import { accountsKey } from "./use-accounts.ts";

type ConnectByHandProps = { platform: Platform; onDone: () => void };

/** Adds an account without its password and goes on to where she signs in to it by hand. */
export function ConnectByHand({ platform, onDone }: ConnectByHandProps) {
  const { liveView } = useMessages(liveViewMessages);
  const { platforms } = useMessages(platformsMessages);
  const text = liveView.connect;
  const router = useRouter();
  const timezone = useTimeZone();
  const sentence = useSentence();
  const queryClient = useQueryClient();
  const form = useForm({ defaultValues: { username: "" } });
  const connect = useMutation({
    mutationFn: async ({ username }: { username: string }) => {
      const profile = { platform: platform.id, username: plain(username), timezone };
      try {
        return await createProfile(browserDirectus(), profile);
      } catch (error) {
        const isThere = error instanceof AppError && error.code === "conflict";
        throw isThere ? new AppError("conflict", platforms.form.exists, { cause: error }) : error;
      }
    },
    onSuccess: async (profileId) => {
      await queryClient.invalidateQueries({ queryKey: accountsKey });
      onDone();
      router.push(logInPath(profileId));
    },
  });
  const { username: problem } = form.formState.errors;
  return (
    <form
      method="post"
      noValidate
      onSubmit={form.handleSubmit((values) => connect.mutate(values))}
      className="grid gap-5"
    >
      {connect.isError && <Notice>{sentence(connect.error)}</Notice>}
      <Field label={text.username} error={problem?.message}>
        {(control) => (
          <Input
            autoCapitalize="none"
            autoComplete="username"
            spellCheck={false}
            data-sensitive
            {...control}
            {...form.register("username", {
              validate: (value) => plain(value) !== "" || text.missing,
            })}
          />
        )}
      </Field>
      <div className="flex gap-3 rounded-control bg-sunken px-4 py-3">
        <MonitorUp aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-soft" />
        <div className="grid gap-2">
          <p>{text.text(platform.name)}</p>
          <p>{text.takeBack}</p>
        </div>
      </div>
      <SubmitButton busy={connect.isPending} className="justify-self-end">
        {text.goOn}
      </SubmitButton>
    </form>
  );
}

const plain = (username: string) => username.trim().replace(/^@/, "");
