import { openQueues, queueConnection, type Queues } from "@genie/jobs";
import { stackUnderTest } from "@genie/testing";

/** The queues that the stack under test works with. */
export function queueUnderTest(): Queues {
  const { queuesDatabaseUrl } = stackUnderTest();
  // Each call rejects by itself.
  return openQueues(queueConnection({ queuesDatabaseUrl }), { onError: () => undefined });
}
