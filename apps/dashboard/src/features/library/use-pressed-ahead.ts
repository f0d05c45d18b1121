"use client";

import { useState } from "react";

/** Whether something is chosen, as it was just pressed: the address follows a moment later. */
export function usePressedAhead(
  isChosen: boolean,
  onToggle: () => void,
): { isPressed: boolean; press: () => void } {
  const [pressed, setPressed] = useState({ at: isChosen, isAhead: false });
  if (pressed.at !== isChosen) setPressed({ at: isChosen, isAhead: false });
  const isAhead = pressed.at === isChosen && pressed.isAhead;
  return {
    isPressed: isChosen !== isAhead,
    press: () => {
      setPressed({ at: isChosen, isAhead: !isAhead });
      onToggle();
    },
  };
}
