import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify<string, Buffer, number, Buffer>(scrypt);
const keyBytes = 32;

/** The stored form of a password: salt and scrypt key, in hex. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, keyBytes);
  return `${salt.toString("hex")}:${key.toString("hex")}`;
}

/** True when the password is the one that was stored. */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [salt = "", key = ""] = stored.split(":");
  const wanted = Buffer.from(key, "hex");
  const given = await derive(password, Buffer.from(salt, "hex"), keyBytes);
  return wanted.length === given.length && timingSafeEqual(given, wanted);
}
