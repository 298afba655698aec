import type pg from 'pg';

/** The database could not be asked at all; `cause` is what the driver says. */
class DatabaseAway extends Error {}

/** The pool, telling a database that no connection comes to from every other failure. */
export const connecting = (pool: pg.Pool) => ({
  options: pool.options,
  connect: () =>
    pool.connect().catch((cause: unknown) => {
      throw new DatabaseAway(`no connection to the database: ${cause instanceof Error ? cause.message || cause.name : String(cause)}`, { cause });
    }),
  end: () => pool.end(),
});

/** Shut down, starting, or not taking more connections (PostgreSQL, appendix A: classes 08 and 57). */
const AWAY = /^(08...|57P0[1-3])$/;

/** Whether an error means that the database was not there, or went away meanwhile, rather than that it refused. */
export const isAway = (error: unknown): error is Error =>
  error instanceof DatabaseAway || (error instanceof Error && (AWAY.test(String((error as { code?: unknown }).code ?? '')) || error.message === 'Connection terminated unexpectedly'));
