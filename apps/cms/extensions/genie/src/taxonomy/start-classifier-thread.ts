import { Worker } from "node:worker_threads";
import type { ThreadWork } from "./classifier-thread.ts";

/** Classifies beside everything else: opening takes some tenths of a second, a large library many of them. */
export type ClassifierThread = {
  /** Rejects with what was thrown there, or when the thread has ended. */
  ask: <Name extends keyof ThreadWork>(
    name: Name,
    asked: Parameters<ThreadWork[Name]>[0],
  ) => Promise<ReturnType<ThreadWork[Name]>>;
};

type Waiting = { resolve: (answer: never) => void; reject: (error: unknown) => void };
type Message = { id: number; answer: never } | { id: number; error: unknown };

/** Starts the thread; `onEnd` hears that it is no more. It keeps no process alive. */
export function startClassifierThread(onEnd: () => void): ClassifierThread {
  const thread = new Worker(new URL("./classifier-thread.ts", import.meta.url));
  const waiting = new Map<number, Waiting>();
  let last = 0;
  thread.unref();
  thread.on("message", (message: Message) => {
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if ("error" in message) asked?.reject(message.error);
    else asked?.resolve(message.answer);
  });
  const end = (error: unknown) => {
    onEnd();
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  thread.on("error", end);
  thread.on("exit", () => end(new Error("the classifier's thread has ended")));
  return {
    ask: (name, asked) => {
      const { promise, resolve, reject } =
        Promise.withResolvers<ReturnType<ThreadWork[typeof name]>>();
      last += 1;
      waiting.set(last, { resolve, reject });
      thread.postMessage({ id: last, name, asked }, []);
      return promise;
    },
  };
}
