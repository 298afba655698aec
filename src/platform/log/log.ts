/** Structured log: one JSON object a line on standard error. Never personal data: ids and counts only. */
export interface Log {
  info(message: string, facts?: Facts): void;
  warn(message: string, facts?: Facts): void;
  error(message: string, error: unknown, facts?: Facts): void;
}

type Facts = Readonly<Record<string, string | number | boolean | null | undefined>>;

export function openLog(write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  const say = (level: string, message: string, facts: object) =>
    write(`${JSON.stringify({ level, at: new Date().toISOString(), message, ...facts })}\n`);
  return {
    info: (message, facts = {}) => say('info', message, facts),
    warn: (message, facts = {}) => say('warn', message, facts),
    error: (message, error, facts = {}) => say('error', message, { ...facts, ...describe(error) }),
  };
}

/** A database's message and detail may quote a row's values, so of such an error only code and constraint are kept. */
function describe(error: unknown) {
  if (!isError(error)) return { error: typeof error };
  const pg = error as { code?: unknown; constraint?: unknown; severity?: unknown };
  const place = error.stack?.split('\n').slice(1, 5).map((line) => line.trim()).join(' < ');
  return pg.severity ? { error: 'database', code: pg.code, constraint: pg.constraint, place } : { error: error.name ?? 'Error', text: error.message, place };
}

/** The job queue hands on plain copies of its errors, which keep what a database said of itself. */
const isError = (error: unknown): error is { name?: string; message: string; stack?: string } =>
  error instanceof Error || (typeof error === 'object' && error !== null && 'stack' in error && 'message' in error);

export const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
