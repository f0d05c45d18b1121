"use client";

import { type LiveInput, LiveOutput } from "@genie/browser-client";
import { useEffect, useRef, useState } from "react";

type LivePage = Extract<LiveOutput, { type: "page" }>;

export type LiveSocket = {
  /** What the page is; null until its first picture. */
  page: LivePage | null;
  /** The last thing that the browser had to say besides. */
  notice: string | null;
  send: (input: LiveInput) => void;
};

type Callbacks = {
  onPicture: (picture: Blob) => Promise<void>;
  onCopied: (text: string) => void;
  /** `wasThere`: the page was seen before; else this way led nowhere. */
  onEnd: (end: { wasThere: boolean; sentence: string | null }) => void;
};

/** The connection to the browser that a ticket leads to. A ticket is good once, so it is not opened twice. */
export function useLiveSocket(ticket: string, callbacks: Callbacks): LiveSocket {
  const [page, setPage] = useState<LivePage | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const socket = useRef<WebSocket | null>(null);
  const latest = useRef(callbacks);
  useEffect(() => {
    latest.current = callbacks;
  });

  useEffect(() => {
    const opened = new WebSocket(`/api/live/${ticket}`);
    opened.binaryType = "blob";
    socket.current = opened;
    let wasThere = false;
    let sentence: string | null = null;
    const hear = async ({ data }: MessageEvent<Blob | string>) => {
      if (typeof data !== "string") {
        await latest.current.onPicture(data);
        say(opened, { type: "shown" });
        return;
      }
      const heard = LiveOutput.safeParse(JSON.parse(data)).data;
      if (heard?.type === "page") {
        wasThere = true;
        setPage(heard);
      }
      if (heard?.type === "notice") setNotice(heard.sentence);
      if (heard?.type === "copied") latest.current.onCopied(heard.text);
      if (heard?.type === "end") sentence = heard.sentence;
    };
    const end = () => latest.current.onEnd({ wasThere, sentence });
    opened.addEventListener("message", (event) => void hear(event));
    opened.addEventListener("close", end);
    return () => {
      opened.removeEventListener("close", end);
      opened.close();
    };
  }, [ticket]);

  return { page, notice, send: (input) => say(socket.current, input) };
}

function say(socket: WebSocket | null, input: LiveInput): void {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(input));
}
