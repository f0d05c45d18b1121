import { z } from "zod";
import type { Context, Operation, OperationContext } from "../directus.ts";
import { refusal } from "../refusals.ts";

/**
 * An operation of ours. `options` is what its form in the builder asks for: each field there, each
 * field here. What does not fit is refused before anything is done, with the names of the fields alone.
 * What `run` answers is kept with each run, as are the options: no secrets, no captions.
 */
export function defineOperation<Options extends z.ZodObject>(operation: {
  id: string;
  options: Options;
  run: (options: z.output<Options>, context: Context & OperationContext) => Promise<unknown>;
}): Operation & { options: Options } {
  return {
    id: operation.id,
    options: operation.options,
    handler: async (given, context) => {
      const options = operation.options.safeParse(given ?? {});
      if (!options.success) {
        const fields = [...new Set(options.error.issues.map(({ path }) => path.join(".")))];
        throw refusal(
          "INVALID_PAYLOAD",
          `This step of the flow can't run with what it got; look at: ${fields.join(", ")}. Nothing was done.`,
        );
      }
      return operation.run(options.data, context);
    },
  };
}
