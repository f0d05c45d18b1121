"use client";

import type { Platform } from "@genie/platforms";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { LockKeyhole } from "lucide-react";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { useTimeZone } from "#features/calendar/time-zone-provider.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { platformsMessages } from "#messages/platforms-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { connectAccount } from "./connect-account.ts";
import { CredentialFields } from "./credential-fields.tsx";
import { TokenHelp } from "./token-help.tsx";
import { accountsKey } from "./use-accounts.ts";
import { useCredentialsForm } from "./use-credentials-form.ts";

type ConnectFormProps = { platform: Platform; onDone: () => void };

export function ConnectForm({ platform, onDone }: ConnectFormProps) {
  const messages = useMessages(platformsMessages);
  const text = messages.platforms.form;
  const toast = useToast();
  const timezone = useTimeZone();
  const sentence = useSentence();
  const queryClient = useQueryClient();
  const { credentialFields } = platform;
  const form = useCredentialsForm(
    platform,
    Object.fromEntries(credentialFields.map(({ name }) => [name, ""])),
  );
  const connect = useMutation({
    mutationFn: (credentials: Record<string, string>) =>
      connectAccount(browserDirectus(), { platform, credentials, timezone }, messages),
    onSuccess: async (came) => {
      toast(came === "scraping" ? text.connected : text.notStarted);
      await queryClient.invalidateQueries({ queryKey: accountsKey });
      onDone();
    },
    onError: form.forgetSecrets,
  });
  return (
    <form
      method="post"
      noValidate
      onSubmit={form.handleSubmit((values) => connect.mutate(values))}
      className="grid gap-5"
    >
      {connect.isError && <Notice>{sentence(connect.error)}</Notice>}
      <TokenHelp platform={platform} />
      <CredentialFields
        fields={credentialFields}
        register={form.register}
        problems={form.formState.errors}
      />
      <div className="flex gap-3 rounded-control bg-sunken px-4 py-3">
        <LockKeyhole aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-soft" />
        <div className="grid gap-2">
          <p>{text.stored(platform.name)}</p>
          <p>{platform.tokenHelp ? text.takeTokenBack(platform.name) : text.takeBack}</p>
        </div>
      </div>
      <SubmitButton busy={connect.isPending} className="justify-self-end">
        {text.submit}
      </SubmitButton>
    </form>
  );
}
