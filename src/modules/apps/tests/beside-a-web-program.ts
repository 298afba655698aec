import { afterAll, beforeAll, expect } from 'vitest';
import { type ListeningProgram, listeningProgram } from './program.js';
import { webProgram } from './web-program.js';

interface Beside {
  t: ListeningProgram;
  web: Awaited<ReturnType<typeof webProgram>>;
}

/** For a whole test file: the program listening, and one independent web program that is entered through it. */
export function besideAWebProgram(): Readonly<Beside> {
  const here = {} as Beside;
  beforeAll(async () => {
    here.t = await listeningProgram();
    here.web = await webProgram(here.t);
  });
  afterAll(() => here.t.close());
  return here;
}

/** What a program is told when it is refused, by the protocol's own code. */
export const refusedWith = (code: string): unknown => expect.objectContaining({ error: code });
