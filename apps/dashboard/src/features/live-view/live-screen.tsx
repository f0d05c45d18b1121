"use client";

import { ArrowLeft, ClipboardPaste, Copy, Keyboard, RotateCw } from "lucide-react";
import { type RefObject, useEffect, useId, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { useToast } from "#components/ui/toaster.tsx";
import { liveViewMessages } from "#messages/live-view-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { viewInput } from "./live-input.ts";
import { LiveKeyboard } from "./live-keyboard.tsx";
import { useLiveHands } from "./use-live-hands.ts";
import { useLiveSocket } from "./use-live-socket.ts";

type LiveScreenProps = {
  ticket: string;
  onEnd: (end: { wasThere: boolean; sentence: string | null }) => void;
};

const settledMs = 250;

/** The page of a browser on the server: seen, clicked, typed on. */
export function LiveScreen({ ticket, onEnd }: LiveScreenProps) {
  const { liveView: text } = useMessages(liveViewMessages);
  const toast = useToast();
  const hintId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLCanvasElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const { page, notice, send } = useLiveSocket(ticket, {
    onPicture: (bytes) => draw(picture.current, bytes),
    onCopied: (copied) => {
      navigator.clipboard.writeText(copied).then(
        () => toast(text.copied),
        () => toast(text.copyFailed),
      );
    },
    onEnd,
  });
  useLiveHands(picture, page, { send, onMouse: () => field.current?.focus() });
  useRoom(frame, page !== null, (size) => send(viewInput(size)));

  const paste = async () => {
    try {
      const copied = (await navigator.clipboard.readText()).slice(0, 10_000);
      if (copied !== "") send({ type: "text", text: copied });
    } catch {
      toast(text.pasteFailed);
    }
    field.current?.focus();
  };

  return (
    <div className="grid grid-cols-1 gap-3">
      <div ref={bar} className="flex flex-wrap items-center gap-1">
        <Button
          variant="quiet"
          size="icon"
          aria-label={text.back}
          onClick={() => send({ type: "go", to: "back" })}
        >
          <ArrowLeft aria-hidden />
        </Button>
        <Button
          variant="quiet"
          size="icon"
          aria-label={text.reload}
          onClick={() => send({ type: "go", to: "reload" })}
        >
          <RotateCw aria-hidden />
        </Button>
        <p
          aria-live="polite"
          className="order-first min-w-0 flex-1 basis-full px-1 wrap-anywhere text-ink-soft sm:order-none sm:basis-0"
        >
          {page === null ? text.connecting : text.at(page.origin)}
        </p>
        <Button
          variant="quiet"
          size="small"
          className="hidden pointer-coarse:inline-flex"
          onClick={() => field.current?.focus()}
        >
          <Keyboard aria-hidden />
          {text.keyboard}
        </Button>
        <Button variant="quiet" size="small" onClick={() => void paste()}>
          <ClipboardPaste aria-hidden />
          {text.paste}
        </Button>
        <Button variant="quiet" size="small" onClick={() => send({ type: "copy" })}>
          <Copy aria-hidden />
          {text.copy}
        </Button>
      </div>
      {notice !== null && <output className="rounded-control bg-sunken px-3 py-2">{notice}</output>}
      <div
        ref={frame}
        className="relative h-[calc(100dvh-25rem)] min-h-80 sm:h-[calc(100dvh-19rem)] overflow-hidden rounded-card border border-control bg-sunken focus-within:outline-2 focus-within:outline-accent"
      >
        <canvas
          ref={picture}
          aria-hidden
          className={cn("block touch-none", page === null && "invisible")}
        />
        <LiveKeyboard
          field={field}
          label={text.screen(page?.title ?? "")}
          describedBy={hintId}
          send={send}
          onLeave={() => bar.current?.querySelector("button")?.focus()}
        />
      </div>
      <p id={hintId} className="text-ink-soft pointer-coarse:sr-only">
        {text.screenHint}
      </p>
    </div>
  );
}

async function draw(canvas: HTMLCanvasElement | null, bytes: Blob): Promise<void> {
  if (canvas === null) return;
  const image = await createImageBitmap(bytes);
  if (canvas.width !== image.width) canvas.width = image.width;
  if (canvas.height !== image.height) canvas.height = image.height;
  canvas.getContext("2d")?.drawImage(image, 0, 0);
  image.close();
}

/** Says how much room there is, at first and when that has changed and settled. */
function useRoom(
  frame: RefObject<HTMLDivElement | null>,
  isOn: boolean,
  onRoom: (size: { width: number; height: number }) => void,
): void {
  const latest = useRef(onRoom);
  useEffect(() => {
    latest.current = onRoom;
  });
  useEffect(() => {
    const element = frame.current;
    if (!isOn || element === null) return undefined;
    let settling: ReturnType<typeof setTimeout> | undefined;
    const watcher = new ResizeObserver(() => {
      clearTimeout(settling);
      settling = setTimeout(
        () => latest.current({ width: element.clientWidth, height: element.clientHeight }),
        settledMs,
      );
    });
    watcher.observe(element);
    return () => {
      clearTimeout(settling);
      watcher.disconnect();
    };
  }, [frame, isOn]);
}
