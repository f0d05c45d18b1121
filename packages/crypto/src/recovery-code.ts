import { randomBytes, scrypt } from "node:crypto";
import { promisify } from "node:util";
import { randomCode } from "./random-code.ts";

type Cost = { N: number; r: number; p: number };
const derive = promisify<string, Buffer, number, Cost, Buffer>(scrypt);

const saltBytes = 16;
const hashBytes = 32;
/** 16 MB for each try. With 50 random bits, which no password has, one round of it is plenty. */
const cost: Cost = { N: 2 ** 14, r: 8, p: 1 };

/** A new code that stands in for an authenticator app once: 10 characters, 50 random bits. */
export const createRecoveryCode = (): string => randomCode();

/** For the codes that are made together: 128 random bits in hex. */
export const createSalt = (): string => randomBytes(saltBytes).toString("hex");

/**
 * scrypt of the code in hex. Years go by before a code is used, and it has fewer random bits than a token:
 * a fast hash of it could be tried out by whoever has the database (OWASP ASVS 5.0, 6.5.2).
 */
export async function hashRecoveryCode(code: string, salt: string): Promise<string> {
  const hash = await derive(code, Buffer.from(salt, "hex"), hashBytes, cost);
  return hash.toString("hex");
}
