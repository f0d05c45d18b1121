import { type Fault, type FaultKind, isMeant, type Occasion, type RequestKind } from "./fault.ts";

export type ArmedFault = Fault & { id: number; hits: number };

/** The faults that wait for their occasion, the oldest first. */
export function armedFaults(commits: readonly RequestKind[]) {
  let faults: ArmedFault[] = [];
  let lastId = 0;
  const isLeft = ({ times, hits }: ArmedFault) => times === "always" || hits < times;

  return {
    arm(fault: Fault): ArmedFault {
      const armed = { ...fault, id: (lastId += 1), hits: 0 };
      faults.push(armed);
      return armed;
    },
    list: (): ArmedFault[] => faults.filter(isLeft),
    /** The oldest of the kind that is meant for the request; this uses it up once. */
    take<Kind extends FaultKind>(
      kind: Kind,
      occasion: Occasion,
    ): Extract<ArmedFault, { kind: Kind }> | undefined {
      const found = faults.find(
        (fault): fault is Extract<ArmedFault, { kind: Kind }> =>
          fault.kind === kind &&
          isLeft(fault) &&
          isMeant(fault, occasion, commits) &&
          Math.random() < fault.share,
      );
      if (found) found.hits += 1;
      return found;
    },
    /** Answers how many were still armed: 1 or 0. */
    disarm(id: number): number {
      const before = faults.filter(isLeft).length;
      faults = faults.filter((fault) => fault.id !== id);
      return before - faults.filter(isLeft).length;
    },
    disarmAll(): void {
      faults = [];
    },
  };
}

export type ArmedFaults = ReturnType<typeof armedFaults>;
