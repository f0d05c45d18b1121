/** Makes the flow start. The options are Directus' own for each kind. */
export type FlowTrigger =
  | {
      trigger: "manual";
      options: {
        /** On whose rows it may be started; the panel has its button there. */
        collections: readonly string[];
        requireSelection: boolean;
        requireConfirmation?: boolean;
        confirmationDescription?: string;
        location?: "both" | "collection" | "item";
        async: boolean;
        /** Whether a step that fails is the answer to whoever started it; else all is 200. */
        error_on_reject: boolean;
      };
    }
  | {
      trigger: "event";
      options: {
        /** A filter runs before the write and can refuse it; an action after the commit. */
        type: "action" | "filter";
        scope: readonly string[];
        collections?: readonly string[];
      };
    }
  | { trigger: "schedule"; options: { cron: string } }
  | {
      trigger: "webhook";
      options: {
        method: "GET" | "POST";
        async: boolean;
        error_on_reject: boolean;
        /** Never `$all`: that would hand out everything that the flow has seen. */
        return: string;
      };
    }
  | { trigger: "operation"; options: { return?: string } };

/** One step of a flow, one box in the builder. */
export type FlowOperation = {
  /** How later steps speak of what this one answered: `{{key}}`. */
  key: string;
  /** For people. */
  name: string;
  /** An operation of Directus, or of ours in `apps/cms/extensions/genie/src/operations`. */
  type: string;
  /** Never a secret: Directus keeps the options and results of each run. */
  options: Record<string, unknown>;
  /** The key of the step that follows when this one works; without one the flow ends. */
  resolve?: string;
  /** The key of the step that follows when it fails; without one the flow ends. */
  reject?: string;
};

/** A flow of ours as data. `apply` writes it to Directus, where the panel's builder shows it. */
export type Flow = FlowTrigger & {
  id: string;
  /** For people. */
  name: string;
  icon: string;
  /** A colour as in `#6644ff`. */
  color: string;
  description: string;
  /** What a run leaves: every step with its results, only that it ran, or nothing. */
  log: "activity" | "all" | "none";
  /** Whether creators and their programs may see it and start it on their own rows. */
  openToCreators: boolean;
  /** The first one runs first; each is named by one earlier step at most. */
  operations: readonly FlowOperation[];
};

/** Declares a flow. */
export const defineFlow = <const F extends Flow>(flow: F): F => flow;
