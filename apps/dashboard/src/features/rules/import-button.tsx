"use client";

import { Upload } from "lucide-react";
import { useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { usePlatforms } from "#features/platforms/use-platforms.ts";
import { rulesMessages } from "#messages/rules-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { mostFileBytes, readPackFile } from "./pack-file.ts";
import { useImportPacks } from "./use-rule-packs.ts";

type ImportButtonProps = {
  /** Of the packs that are there. */
  names: readonly string[];
  disabled: boolean;
  onProblem: (sentence: string | null) => void;
};

/** Takes a file of rules that somebody passed on: all of it, or nothing with the reason. */
export function ImportButton({ names, disabled, onProblem }: ImportButtonProps) {
  const messages = useMessages(rulesMessages);
  const { rules: text } = messages;
  const platforms = usePlatforms();
  const sentence = useSentence();
  const field = useRef<HTMLInputElement>(null);
  const load = useImportPacks();
  const refuse = (reason: string) => onProblem(text.importing.failed(reason));
  const take = async (file: File) => {
    if (file.size > mostFileBytes) return refuse(text.importing.tooLarge);
    const read = readPackFile(await file.text(), platforms, names, messages);
    if ("problem" in read) return refuse(read.problem);
    onProblem(null);
    load.mutate(read.packs, { onError: (error) => refuse(sentence(error)) });
  };
  return (
    <>
      <input
        ref={field}
        type="file"
        accept="application/json,.json"
        aria-label={text.importFile}
        className="hidden"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void take(file).catch(() => refuse(text.importing.unreadable));
          // The same file can be chosen again.
          target.value = "";
        }}
      />
      <Button
        variant="secondary"
        disabled={disabled}
        busy={load.isPending}
        onClick={() => field.current?.click()}
      >
        <Upload aria-hidden />
        {text.importFile}
      </Button>
    </>
  );
}
