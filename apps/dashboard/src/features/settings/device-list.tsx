"use client";

import { type Device, signOutDevice } from "@genie/directus-client";
import { useMutation } from "@tanstack/react-query";
import { type LucideIcon, Monitor, Smartphone, SquareTerminal, Tablet } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { settingsMessages } from "#messages/settings-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { describeDevice, type DeviceKind } from "./describe-device.ts";

type DeviceListProps = { devices: Device[]; onEnded: () => Promise<void> };

const dayMs = 86_400_000;

const icons: Record<DeviceKind, LucideIcon> = {
  computer: Monitor,
  phone: Smartphone,
  tablet: Tablet,
  program: SquareTerminal,
};

/** The devices, this one first. Logging one out needs no question: who it was logs in again. */
export function DeviceList({ devices, onEnded }: DeviceListProps) {
  const { devices: text } = useMessages(settingsMessages);
  const toast = useToast();
  const sentence = useSentence();
  const end = useMutation({
    mutationFn: ({ id }: { id: string; name: string }) => signOutDevice(browserDirectus(), id),
    onSuccess: async (_nothing, { name }) => {
      await onEnded();
      toast(text.ended(name));
    },
  });
  return (
    <>
      {end.isError && <Notice>{sentence(end.error)}</Notice>}
      <ul aria-label={text.title} className="grid">
        {devices.map((device) => (
          <DeviceRow
            key={device.id}
            device={device}
            busy={end.isPending && end.variables.id === device.id}
            onEnd={(name) => end.mutate({ id: device.id, name })}
          />
        ))}
      </ul>
    </>
  );
}

type DeviceRowProps = { device: Device; busy: boolean; onEnd: (name: string) => void };

function DeviceRow({ device, busy, onEnd }: DeviceRowProps) {
  const { devices: text } = useMessages(settingsMessages);
  const { kind, name } = describeDevice(device.userAgent, text.names);
  const Icon = icons[kind];
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-line py-4 last:pb-0">
      <div className="flex min-w-48 flex-1 items-start gap-3">
        <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-soft" />
        <div className="grid gap-1">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-strong wrap-anywhere">{name}</span>
            {device.isCurrent && <span className="font-strong text-good">{text.current}</span>}
          </p>
          <p className="text-ink-soft wrap-anywhere">
            <LastUse device={device} />
            {device.ip !== null && `, ${text.from(device.ip)}`}
          </p>
        </div>
      </div>
      {!device.isCurrent && (
        <Button
          variant="danger"
          size="small"
          aria-label={text.endNamed(name)}
          busy={busy}
          onClick={() => onEnd(name)}
        >
          {text.end}
        </Button>
      )}
    </li>
  );
}

/** As well as it is known: a session in use is renewed once a day. */
function LastUse({ device }: { device: Device }) {
  const { devices: text } = useMessages(settingsMessages);
  const now = useNow().getTime();
  if (device.isCurrent) return text.usedNow;
  if (now - Date.parse(device.renewedAt) < dayMs) return text.usedLately;
  return (
    <>
      {text.usedAbout} <Moment at={device.renewedAt} none="" />
    </>
  );
}
