import { readConfig } from '#app/config.js';
import { startProgram } from '#app/start.js';
import { warningsOf } from '#app/warnings.js';
import { welcome } from '#app/welcome.js';

const tell = (line: string) => void process.stdout.write(`${line}\n`);

try {
  const config = readConfig(process.env);
  const program = await startProgram(config, tell);
  welcome(config, program.address, tell);
  for (const warning of warningsOf(config)) tell(warning);
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      tell('Stopping …');
      void program.stop().then(() => process.exit(0));
    });
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
