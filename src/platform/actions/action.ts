import type { Clock } from '#kernel/clock.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { SchemaOf } from '#kernel/schema.js';
import type { Text } from '#kernel/text.js';
import type { Read, Write } from '../db/transaction.js';
import type { Announce } from '../events/event.js';
import type { Enqueue } from '../jobs/job.js';
import type { Actor, Scope } from './actor.js';
import { rememberTitle } from './action-titles.js';
import type { Contributions } from './contributions.js';
import type { Installation } from './installation.js';
import type { Permission } from './permission.js';

/** What the audit log keeps of an action: the people it is about, and facts without personal data. */
export interface AuditNote {
  readonly subjects?: readonly string[];
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Said by actions that read only what is public or the actor's own settings: nothing is logged. */
export const NOT_PERSONAL = null;

interface Definition<Input, Output, Tx, Note> {
  /** `module.verb-noun`, unique; also the name in the audit log. */
  readonly name: string;
  /** What is done, in words for the person whose data it is ("Apskatīta personas kartīte"). */
  readonly title: Text;
  readonly permission: Permission;
  readonly input: SchemaOf<Input>;
  /** A description for the audit log, or `NOT_PERSONAL` (reading actions only). Writing cannot go unlogged. */
  readonly audit: ((done: { input: Input; output: Output }) => Note) | (null extends Note ? null : never);
  /** Refuse before anything is done when the request gives no reason (reads of personal data by an official). */
  readonly reasonNeeded?: boolean;
  /** Risky: a user whose sign-in lies too far back proves anew who they are (OWASP ASVS 5.0, 7.5.3). */
  readonly asksFreshProof?: boolean;
  /** Answers each of many rows by itself, also one with signs that no table keeps; everything else is refused for them as a whole. */
  readonly judgesSigns?: boolean;
  readonly run: (context: ActionContext<Tx>, input: Input) => Promise<Output>;
}

export interface ActionContext<Tx = Read> {
  readonly tx: Tx;
  readonly actor: Actor;
  /** Where the actor holds the action's permission; store functions put it into their queries. */
  readonly scope: Scope;
  readonly clock: Clock;
  readonly now: Date;
  readonly today: IsoDate;
  readonly reason: string | null;
  readonly installation: Installation;
  readonly contributions: Contributions;
}

export interface WriteContext extends ActionContext<Write> {
  readonly announce: Announce;
  readonly enqueue: Enqueue;
}

export type ReadAction<Input, Output> = Definition<Input, Output, Read, AuditNote | null> & { readonly kind: 'read' };
export type WriteAction<Input, Output> = Omit<Definition<Input, Output, Write, AuditNote>, 'run'> & {
  readonly kind: 'write';
  /**
   * Done by very many at once: those who do it at the same moment share a transaction, in which they run beside each other, so that one statement of the
   * store can serve them all (`#platform/db/sharing.js`). Where one fails, nothing of it stands and each is done by itself.
   */
  readonly shared?: boolean;
  readonly run: (context: WriteContext, input: Input) => Promise<Output>;
};
export type Action<Input, Output> = ReadAction<Input, Output> | WriteAction<Input, Output>;

/** Something a person, a machine or a job looks at. It cannot be written without permission, input and audit. */
export const readAction = <Input, Output>(definition: Omit<ReadAction<Input, Output>, 'kind'>): ReadAction<Input, Output> => {
  rememberTitle(definition);
  return { kind: 'read', ...definition };
};

/** Something a person, a machine or a job does, in one transaction with its audit entry, events and jobs. */
export const writeAction = <Input, Output>(definition: Omit<WriteAction<Input, Output>, 'kind'>): WriteAction<Input, Output> => {
  rememberTitle(definition);
  return { kind: 'write', ...definition };
};
