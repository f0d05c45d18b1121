import { parentPort } from "node:worker_threads";
import type { Classification } from "@genie/schema";
import {
  type Classifiable,
  type Classifier,
  openClassifier,
  type OwnTag,
  type TagMapping,
} from "@genie/taxonomy";

/** What is asked of the thread, by what it does. Each is answered in its turn. */
export type ThreadWork = {
  /** Answers the version; from then on the others go by these tags. */
  open: (mapping: readonly TagMapping[]) => string;
  read: (asked: {
    own: readonly OwnTag[];
    entries: readonly Classifiable[];
  }) => readonly Classification[];
  /** The tag that each of these means, null where it means none. */
  resolve: (terms: readonly string[]) => readonly (string | null)[];
};

let classifier: Classifier | undefined;

const work: ThreadWork = {
  open: (mapping) => {
    classifier = openClassifier(mapping);
    return classifier.version;
  },
  read: ({ own, entries }) => {
    const read = opened().readFor(own);
    return entries.map((entry) => read(entry));
  },
  resolve: (terms) => terms.map((term) => opened().resolve(term)?.tag ?? null),
};

function opened(): Classifier {
  if (classifier === undefined) throw new Error("nothing is opened");
  return classifier;
}

parentPort?.on(
  "message",
  ({ id, name, asked }: { id: number; name: keyof ThreadWork; asked: never }) => {
    const said = (answer: object) => parentPort?.postMessage({ id, ...answer }, []);
    try {
      said({ answer: work[name](asked) });
    } catch (error) {
      said({ error });
    }
  },
);
