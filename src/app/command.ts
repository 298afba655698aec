import { type Config, readConfig } from './config.js';

/** The database's name in the embedded server. */
export const DATABASE_NAME = 'vienkopus';

/** The settings, for commands that only make sense for the embedded server. */
export function embeddedConfig(): Config {
  const config = readConfig(process.env);
  if (config.DATABASE_URL) {
    throw new Error('DATABASE_URL is set: backups of that server are taken and restored with its own tools (pg_basebackup or pg_dump of its version).');
  }
  return config;
}

/** Runs a command of the terminal: an error is one sentence and exit code 1. */
export async function runCommand(work: (tell: (line: string) => void) => Promise<void>): Promise<void> {
  try {
    await work((line) => void process.stdout.write(`${line}\n`));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
