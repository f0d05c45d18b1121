"use client";

import { useState } from "react";
import { keptNowhere, type UnsentStore, unsentText } from "./unsent-text.ts";

type About = Omit<Parameters<typeof unsentText>[1], "viewerId"> & {
  /** Left out where who shows the field keeps what is not saved yet, if at all. */
  viewerId: string | undefined;
};

/** Where the words of a field wait on this device. */
export function useUnsentText({ viewerId, ...about }: About): UnsentStore {
  const [unsent] = useState(() =>
    viewerId === undefined ? keptNowhere : unsentText(window.localStorage, { ...about, viewerId }),
  );
  return unsent;
}
