import { type Clock, systemClock } from '#kernel/clock.js';
import type { Serving } from './web.js';

/** Runs one simulator by itself on `PORT`, for whoever tries a client of their own: says its address and settings. */
export async function alone(start: (wishes: { port: number; folder: string | null; clock: Clock }) => Promise<Serving & { readonly settings: object }>): Promise<void> {
  const { PORT = '0', SIMULATOR_FOLDER = '' } = process.env;
  const running = await start({ port: Number(PORT), folder: SIMULATOR_FOLDER || null, clock: systemClock() });
  process.stdout.write(`${running.address}\n${JSON.stringify(running.settings, null, 2)}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void running.stop().then(() => process.exit(0)));
}
