import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { generateKey, open, parseKeyRing, seal } from "@genie/crypto";
import type { Benchmark, Outcome } from "./benchmark.ts";
import { measure, summarize } from "./measure.ts";

const sizesBytes = [64, 512, 4096, 65_536];
const minMs = 80;
const ring = parseKeyRing(`1:${generateKey()}`, "1");
const context = {
  collection: "platform_profiles",
  field: "credentials",
  rowId: "2c2f3a7e-9d6b-4f0e-8a51-0c1d2e3f4a5b",
  ownerId: "7e57ab1e-0000-4000-8000-000000000001",
};

/** `seal` and `open` beside bare AES-256-GCM of node:crypto on the same bytes, in the same run. */
export const crypto: Benchmark = {
  defaultRepetitions: 15,
  run: async ({ repetitions, signal }) => {
    const outcome: Outcome = {
      figures: {},
      plot: { title: "Sealing next to bare AES-256-GCM", unit: "share of the bare rate", bars: [] },
    };
    for (const sizeBytes of sizesBytes) {
      const cases = makeCases(sizeBytes);
      for (const { ours, bare } of cases) {
        measure(ours, minMs);
        measure(bare, minMs);
      }
      const samples = cases.map((one) => ({
        ...one,
        rates: [] as number[],
        bareRates: [] as number[],
      }));
      for (let repetition = 0; repetition < repetitions; repetition++) {
        await setImmediate();
        signal.throwIfAborted();
        for (const { ours, bare, rates, bareRates } of samples) {
          // Who goes first alternates, so that a drifting clock speed favours neither.
          if (repetition % 2 === 0) {
            rates.push(measure(ours, minMs));
            bareRates.push(measure(bare, minMs));
          } else {
            bareRates.push(measure(bare, minMs));
            rates.push(measure(ours, minMs));
          }
        }
      }
      for (const { name, rates, bareRates } of samples) {
        const ratio = summarize(
          rates.map((rate, index) => rate / (bareRates[index] ?? Number.NaN)),
        );
        outcome.figures[`${name}_${sizeBytes}_ratio`] = ratio;
        outcome.figures[`${name}_${sizeBytes}_per_s`] = summarize(rates);
        outcome.figures[`bare_${name}_${sizeBytes}_per_s`] = summarize(bareRates);
        outcome.plot.bars.push({ label: `${sizeBytes} bytes`, series: name, figure: ratio });
      }
    }
    return outcome;
  },
};

function makeCases(sizeBytes: number) {
  const text = randomBytes(sizeBytes).toString("base64").slice(0, sizeBytes);
  const bytes = Buffer.from(text, "utf8");
  const key = randomBytes(32);
  const sealed = seal(ring, text, context);
  const encrypted = bareEncrypt(key, bytes);
  return [
    {
      name: "seal",
      ours: () => void seal(ring, text, context),
      bare: () => void bareEncrypt(key, bytes),
    },
    {
      name: "open",
      ours: () => void open(ring, sealed, context),
      bare: () => void bareDecrypt(key, encrypted),
    },
  ];
}

function bareEncrypt(key: Buffer, bytes: Buffer) {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const ciphertext = cipher.update(bytes);
  cipher.final();
  return { nonce, ciphertext, tag: cipher.getAuthTag() };
}

function bareDecrypt(key: Buffer, { nonce, ciphertext, tag }: ReturnType<typeof bareEncrypt>) {
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: 16 });
  decipher.setAuthTag(tag);
  const bytes = decipher.update(ciphertext);
  decipher.final();
  return bytes;
}
