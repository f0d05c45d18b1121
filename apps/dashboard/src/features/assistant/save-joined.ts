import { AppError } from "@genie/errors";
import type { ChatMessage } from "./chat-message.ts";

type Stored = {
  write: (messages: readonly ChatMessage[]) => Promise<void>;
  /** Null where it was deleted meanwhile. */
  read: () => Promise<readonly ChatMessage[] | null>;
  /** Takes in what another window has saved, and has all of it saved again. */
  join: (stored: readonly ChatMessage[]) => void;
};

/** So often another window may have been faster. */
const mostJoins = 5;

/** Saves a conversation that other windows and devices write as well, so that none takes words of another away. */
export function saveJoined({ write, read, join }: Stored) {
  let joins = 0;
  return async (messages: readonly ChatMessage[]): Promise<void> => {
    try {
      await write(messages);
      joins = 0;
    } catch (error) {
      const isConflict = error instanceof AppError && error.code === "conflict";
      const stored = isConflict && joins < mostJoins ? await read() : null;
      if (stored === null) {
        joins = 0;
        throw error;
      }
      joins += 1;
      join(stored);
    }
  };
}
