import { AppError, type ErrorCode, httpStatus } from "@genie/errors";
import { z } from "zod";

const isCode = (code: string): code is ErrorCode => Object.hasOwn(httpStatus, code);
const Refusal = z.object({
  error: z.object({ code: z.string().refine(isCode), message: z.string() }),
});

/** The service's own code and sentence. */
export async function readRefusal(answer: Response): Promise<AppError> {
  const parsed = Refusal.safeParse(await answer.json().catch(() => null));
  if (!parsed.success) {
    return new AppError(
      "internal",
      `Genie's browser service answered with ${answer.status} and no reason.`,
    );
  }
  const { code, message } = parsed.data.error;
  const seconds = answer.headers.get("retry-after");
  return new AppError(code, message, {
    ...(code === "rate_limited" &&
      seconds !== null && { retry: { afterMs: Number(seconds) * 1000 } }),
  });
}
