import type { SchemaOf } from '#kernel/schema.js';
import type { Platform } from '../actions/perform.js';
import type { Write } from '../db/transaction.js';

/** Work that runs in the background: at least once, so `run` must bear repetition. */
export interface Job<Input = never> {
  readonly name: string;
  readonly input: SchemaOf<Input>;
  /** Cron pattern in Riga time, for work that time itself calls. */
  readonly schedule?: string;
  readonly retries?: number;
  /** How long one run may take before another worker may take it over. */
  readonly expireMinutes?: number;
  /** Whether a run keeps a processor busy for seconds, so that a program that also serves people has it done in a process of its own (decision 25). */
  readonly heavy?: (context: JobContext, input: Input) => Promise<boolean>;
  readonly run: (context: JobContext, input: Input) => Promise<void>;
  /** Lets go of what a run holds beside the queue, when its process is known to have died in the middle: the next run follows. */
  readonly whenCutOff?: (context: JobContext, input: Input) => Promise<void>;
}

export interface JobContext {
  readonly platform: Platform;
  readonly now: Date;
}

export const job = <Input>(definition: Job<Input>): Job<Input> => definition;

export interface EnqueueOptions {
  /** Not before this instant. */
  readonly startAfter?: Date;
  /** A key under which at most one such job waits or runs. */
  readonly once?: string;
}

export type Enqueue = <Input>(what: Job<Input>, input: Input, options?: EnqueueOptions) => Promise<void>;

/** Runs a job beside this process, and ends when it has; fails when it does. */
export type RunApart = (name: string, data: unknown) => Promise<void>;

/** The queue's side of sending: writes the job with the given transaction's connection. */
export type JobSender = (tx: Write, name: string, input: unknown, options: EnqueueOptions) => Promise<void>;

/** Enqueues in the caller's transaction: a job commits or rolls back with its data. */
export const enqueuer =
  (tx: Write, send: JobSender): Enqueue =>
  (what, input, options = {}) =>
    send(tx, what.name, input, options);
