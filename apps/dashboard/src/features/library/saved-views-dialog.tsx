"use client";

import type { SavedView, Viewer } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { useAddress } from "#features/shell/use-address.ts";
import { libraryPageMessages } from "#messages/library-page-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { libraryParts } from "./library-query.ts";
import { SavedViewRow } from "./saved-view-row.tsx";
import { useSavedViews } from "./use-saved-views.ts";

type SavedViewsDialogProps = { viewer: Viewer; onClose: () => void };

/** Her views of the library: shown again, named anew, taken away; and what is shown now, kept as one. */
export function SavedViewsDialog({ viewer, onClose }: SavedViewsDialogProps) {
  const { actions } = useMessages();
  const { libraryPage } = useMessages(libraryPageMessages);
  const text = libraryPage.views;
  const toast = useToast();
  const address = useAddress();
  const sentence = useSentence();
  const { views, save, rename, remove } = useSavedViews(viewer);
  const [name, setName] = useState("");
  const saveProblem = (error: unknown) =>
    error instanceof AppError && error.code === "conflict" ? text.taken : sentence(error);

  const shown = Object.fromEntries(
    libraryParts
      .map((part) => [part, address.getAll(part)] as const)
      .filter(([, all]) => all.length > 0),
  );
  const apply = ({ query }: SavedView) => {
    address.go(Object.fromEntries(libraryParts.map((part) => [part, query[part] ?? null])));
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const trimmed = name.trim();
    if (trimmed === "") return;
    save.mutate(
      { name: trimmed, query: shown },
      {
        onSuccess: () => {
          setName("");
          toast(text.saved(trimmed));
        },
      },
    );
  };
  const changeProblem = rename.error ?? remove.error;
  return (
    <Dialog open onOpenChange={onClose} title={text.title} closeLabel={actions.close}>
      {views.isPending && <Skeleton className="h-20" />}
      <LoadProblem what={text.loadFailed} of={[views]} />
      {views.data?.length === 0 && <p className="text-ink-soft">{text.none}</p>}
      {changeProblem !== null && <Notice>{saveProblem(changeProblem)}</Notice>}
      <ul aria-label={text.title} className="grid gap-1 empty:hidden">
        {views.data?.map((view) => (
          <li key={view.id}>
            <SavedViewRow
              view={view}
              onApply={() => apply(view)}
              onRename={(next) => rename.mutate({ id: view.id, name: next })}
              onDelete={() => remove.mutate(view.id)}
            />
          </li>
        ))}
      </ul>
      <form onSubmit={submit} className="grid gap-2 border-t border-line pt-4">
        <Field
          label={text.nameLabel}
          hint={text.nameHint}
          error={save.isError ? saveProblem(save.error) : undefined}
        >
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={80}
              required
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <Button type="submit" busy={save.isPending} className="justify-self-end">
          {text.save}
        </Button>
      </form>
    </Dialog>
  );
}
