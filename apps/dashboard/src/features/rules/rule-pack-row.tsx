"use client";

import type { Profile, RulePack } from "@genie/directus-client";
import { Download, ExternalLink, Pencil, Trash2 } from "lucide-react";
import { RowAction } from "#components/ui/row-action.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { usePlatformNames } from "#features/platforms/platforms-provider.tsx";
import { rulesMessages } from "#messages/rules-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { describeRules } from "./describe-rules.ts";
import { describeScope } from "./describe-scope.ts";
import { saveText } from "#features/http/save-text.ts";
import { useChangePacks } from "./use-rule-packs.ts";
import { WaitingAgainst } from "./waiting-against.tsx";
import { writePackFile } from "./pack-file.ts";

type RulePackRowProps = { pack: RulePack; profiles: readonly Profile[]; onEdit: () => void };

/** What a pack says and where it holds; switched, changed and passed on from here. */
export function RulePackRow({ pack, profiles, onEdit }: RulePackRowProps) {
  const messages = useMessages(rulesMessages);
  const { rules: text } = messages;
  const platforms = usePlatformNames();
  const { switchPack, remove } = useChangePacks();
  const platformOf = (id: string) =>
    profiles.find((profile) => profile.id === id)?.platform ?? null;
  const isOn = switchPack.isPending ? !switchPack.variables.isEnabled : pack.isEnabled;
  return (
    <li className="grid grid-cols-1 gap-3 border-t border-line py-4 last:pb-0">
      <div className="flex items-start justify-between gap-4">
        <div className="grid min-w-0 gap-0.5">
          <h3 className="font-strong wrap-anywhere">{pack.name}</h3>
          <p className="text-ink-soft wrap-anywhere">
            <span data-sensitive={pack.scope.kind === "account" ? "" : undefined}>
              {describeScope(pack.scope, { profiles, platforms }, messages)}
            </span>
            {" · "}
            {text.kinds[pack.kind]}
          </p>
        </div>
        <Switch
          label={text.isOn(pack.name)}
          words={isOn ? text.on : text.off}
          checked={isOn}
          disabled={switchPack.isPending}
          onChange={() => switchPack.mutate(pack)}
        />
      </div>
      <ul className="grid gap-0.5">
        {describeRules(pack, messages).map((sentence) => (
          <li key={sentence} className="wrap-anywhere">
            {sentence}
          </li>
        ))}
      </ul>
      {pack.isEnabled && <WaitingAgainst pack={pack} />}
      <div className="-ml-3 flex flex-wrap gap-1">
        <RowAction
          icon={Pencil}
          label={text.edit}
          name={text.editNamed(pack.name)}
          onClick={onEdit}
        />
        <RowAction
          icon={Download}
          label={text.export}
          name={text.exportNamed(pack.name)}
          onClick={() => saveText(`${pack.name}.json`, writePackFile([pack], platformOf))}
        />
        <RowAction
          icon={Trash2}
          label={text.delete}
          name={text.deleteNamed(pack.name)}
          busy={remove.isPending}
          onClick={() => remove.mutate(pack)}
        />
        {pack.sourceUrl !== null && (
          <a
            href={pack.sourceUrl}
            target="_blank"
            rel="noreferrer"
            className="inline-flex min-h-8 items-center gap-2 px-3 text-accent underline-offset-4 hover:underline pointer-coarse:min-h-11"
          >
            <ExternalLink aria-hidden className="size-4" />
            {text.source}
          </a>
        )}
      </div>
    </li>
  );
}
