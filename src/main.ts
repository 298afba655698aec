import { readConfig } from '#app/config.js';
import { type RunningProgram, startProgram } from '#app/start.js';
import { warningsOf } from '#app/warnings.js';
import { welcome } from '#app/welcome.js';

const tell = (line: string) => void process.stdout.write(`${line}\n`);

/** Within this time a start that is told to end does; what is under way on a server that goes on is cut off then, and undone there. */
const START_ENDS_WITHIN_MS = 10_000;

const ending = new AbortController();
let stopping = false;
let program: RunningProgram | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    tell('Stopping …');
    if (program) return void program.stop().then(() => process.exit(0));
    // Connections break wherever they are just then: that is the end that was asked for, not a fault.
    process.on('uncaughtException', () => undefined);
    ending.abort();
    setTimeout(() => process.exit(0), START_ENDS_WITHIN_MS);
  });
}

try {
  const config = readConfig(process.env);
  program = await startProgram(config, tell, ending.signal);
  welcome(config, program.address, tell);
  for (const warning of warningsOf(config)) tell(warning);
} catch (error) {
  if (ending.signal.aborted) process.exit(0);
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
