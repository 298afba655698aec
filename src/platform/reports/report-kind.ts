import type { IsoDate } from '#kernel/iso-date.js';
import type { SchemaOf } from '#kernel/schema.js';
import type { Lang, Text } from '#kernel/text.js';
import type { Scope } from '../actions/actor.js';
import type { Permission } from '../actions/permission.js';
import type { Read } from '../db/transaction.js';
import type { AboutLine } from '../spreadsheets/spreadsheet.js';
import type { Column } from '../spreadsheets/column.js';

/** What a report is made from: the rights of the one who asked, as they were when asking, and the moment of the data. */
export interface ReportContext {
  readonly tx: Read;
  readonly scope: Scope;
  /** Where the asker holds the report's second right (`more`); null where they do not, and while a form is filled in. */
  readonly more: Scope | null;
  readonly today: IsoDate;
  /** The moment of the data: what is visible from an instant on is asked of it. */
  readonly now: Date;
}

/** One question of the form with which a report is asked for; its name is a key of the input. */
export interface ReportField {
  readonly name: string;
  readonly label: Text;
  readonly hint?: Text;
  /** `place` is one of so many that they are searched by name, and fixed where the asker has one alone. */
  readonly kind: 'day' | 'time' | 'text' | 'choice' | 'place';
  /** For `choice` and `place`: what can be chosen, the first one suggested. */
  readonly options?: (context: ReportContext, chosen?: Chosen) => Promise<readonly ReportOption[]>;
  readonly optional?: boolean;
  /** Chosen in a step before the others, which it narrows. */
  readonly narrows?: boolean;
}

export interface ReportOption {
  readonly value: string;
  readonly text: Text;
}

/** What was chosen in the step before, as it came. */
export type Chosen = Readonly<Record<string, unknown>>;

/** A report that a module offers: made in the background, kept as a file for some days. */
export interface ReportKind<Input = never, Row = unknown> {
  /** kebab-case, unique in the program; part of the address. */
  readonly name: string;
  readonly title: Text;
  /** What it holds, in a sentence. */
  readonly summary: Text;
  readonly permission: Permission;
  /** A second right, which opens more of each row, such as personal codes; without it the report is made all the same. */
  readonly more?: { readonly permission: Permission; /** Whether it opened more of this row: the log tells these people apart. */ readonly opened: (row: Row) => boolean };
  readonly input: SchemaOf<Input>;
  readonly fields: readonly ReportField[];
  /** Refuses a question that can have no answer before anything is made. @throws InvalidInput at a name of the fields */
  readonly check?: (context: ReportContext, input: Input) => Promise<void>;
  /** With the columns that only the second right opens, or without. */
  readonly columns: (lang: Lang, withMore: boolean) => readonly Column<Row>[];
  /** How many rows there will be, where that is quickly known; progress shows it. */
  readonly total?: (context: ReportContext, input: Input) => Promise<number>;
  /** Cut to `context.scope`, and in the same order every time. */
  readonly rows: (context: ReportContext, input: Input) => AsyncIterable<Row>;
  /** What the file says about itself besides moment and asker: the territory edition and every filter. */
  readonly about: (context: ReportContext, input: Input, lang: Lang) => Promise<readonly AboutLine[]>;
  /** Whom a row is about, where the report names people: the log says whose data the file holds. */
  readonly personOf?: (row: Row) => string;
  /** Days for which the file can be fetched; 30 when not said. */
  readonly keepDays?: number;
}

export const reportKind = <Input, Row>(kind: ReportKind<Input, Row>): ReportKind => kind as unknown as ReportKind;
