// A container's health: ends well when the address answers. node is-up.mjs http://127.0.0.1:3003/health
try {
  const { ok } = await fetch(process.argv[2], { signal: AbortSignal.timeout(4000) });
  process.exitCode = ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
