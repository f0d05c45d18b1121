"use client";

import type { Profile } from "@genie/directus-client";
import type { Platform } from "@genie/platforms";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { platformsMessages } from "#messages/platforms-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { replaceLogIn } from "./connect-account.ts";
import { CredentialFields } from "./credential-fields.tsx";
import { TokenHelp } from "./token-help.tsx";
import { accountsKey } from "./use-accounts.ts";
import { useCredentialsForm } from "./use-credentials-form.ts";

type LogInAgainDialogProps = { platform: Platform; profile: Profile; onClose: () => void };

/** Replaces the stored log-in and tries it by scraping the profile. */
export function LogInAgainDialog({ platform, profile, onClose }: LogInAgainDialogProps) {
  const { actions } = useMessages();
  const { platforms } = useMessages(platformsMessages);
  const text = platforms.again;
  const toast = useToast();
  const sentence = useSentence();
  const queryClient = useQueryClient();
  const { credentialFields } = platform;
  const form = useCredentialsForm(
    platform,
    Object.fromEntries(
      credentialFields.map(({ name, kind }) => [name, kind === "text" ? profile.username : ""]),
    ),
  );
  const save = useMutation({
    mutationFn: (credentials: Record<string, string>) =>
      replaceLogIn(browserDirectus(), profile.id, credentials),
    onSuccess: async (came) => {
      toast(came === "scraping" ? text.saved : text.savedOnly);
      await queryClient.invalidateQueries({ queryKey: accountsKey });
      onClose();
    },
    onError: form.forgetSecrets,
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={text.title(platform.name)}
      description={text.description}
      closeLabel={actions.close}
    >
      <form
        method="post"
        noValidate
        onSubmit={form.handleSubmit((values) => save.mutate(values))}
        className="grid gap-5"
      >
        {save.isError && <Notice>{sentence(save.error)}</Notice>}
        <TokenHelp platform={platform} />
        <CredentialFields
          fields={credentialFields}
          register={form.register}
          problems={form.formState.errors}
        />
        <p className="text-ink-soft">{platforms.form.stored(platform.name)}</p>
        <SubmitButton busy={save.isPending} className="justify-self-end">
          {text.submit}
        </SubmitButton>
      </form>
    </Dialog>
  );
}
