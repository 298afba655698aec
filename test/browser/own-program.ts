import { inject } from 'vitest';
import { type DemoProgram, startProgramOn } from '../setup/demo-program.js';
import { cloneDatabase, dropDatabase } from '../setup/test-server.js';

let clones = 0;

/** A program of a journey's own, for what all others would notice: the real one on a copy of the demonstration data. */
export async function ownProgram(settings: Readonly<Record<string, string>> = {}): Promise<DemoProgram & { readonly databaseUrl: string }> {
  const [server, template] = [inject('demoServer'), inject('demoTemplate')];
  const name = `${template}_${process.pid}_${(clones += 1)}`;
  const databaseUrl = await cloneDatabase(server, template, name);
  const program = await startProgramOn(databaseUrl, settings, inject('demoAuthority'));
  return {
    ...program,
    databaseUrl,
    async stop() {
      await program.stop();
      await dropDatabase(server, name);
    },
  };
}
