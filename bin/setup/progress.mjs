/** Says what takes time, does it, and says how many seconds it took. */
export async function timed(what, work) {
  const start = performance.now();
  process.stderr.write(`${what} … `);
  try {
    return await work();
  } finally {
    process.stderr.write(`${seconds(start)} s\n`);
  }
}

/** Seconds since a moment of `performance.now()`, with one decimal. */
export const seconds = (start) => ((performance.now() - start) / 1000).toFixed(1);
