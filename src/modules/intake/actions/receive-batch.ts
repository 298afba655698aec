import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Refusal } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { KINDS } from '../domain/arriving.js';
import { LIMITS } from '../domain/limits.js';
import { parseLines } from '../domain/parse-lines.js';
import { send } from '../permissions.js';
import { insertPart } from '../store/arriving-parts.js';
import { BATCH_TOO_LARGE, TOO_MANY_ROWS } from '../texts/intake.js';
import { countFacts } from './count-facts.js';
import { type Arriving, receiveRows, receiveUpload } from './receive-rows.js';
import { getSandboxSender } from './sandbox.js';
import { getSender } from './sender.js';

const Flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]).default(false);

/** What a batch says once, in the body (JSON) or in the address (NDJSON). */
export const HEAD_FIELDS = {
  institution: z.string().regex(/^\d{10,11}$/).describe('Registration number of the institution'),
  year: z.coerce.number().int().min(1990).max(2200).describe('The school year, by the calendar year in which it starts'),
  kind: z.enum(KINDS).describe('What the rows are: marks of subjects, assessed learning outcomes, or totals of absences'),
  dryRun: Flag.describe('Everything is checked and answered, and nothing is recorded'),
  sandbox: Flag.describe('Goes to the private copy of the school with made-up pupils'),
} as const;

const Key = z.string().min(1).max(200);

/** A large batch whose pieces are kept. */
const Upload = z.object({ id: z.uuid(), rows: z.int().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

export const receiveBatch = writeAction({
  name: 'intake.receive-batch',
  title: { lv: 'E-žurnāls atsūtīja vērtējumus vai kavējumus', en: 'An e-journal sent marks or absences' },
  permission: send,
  judgesSigns: true,
  input: z.object({ ...HEAD_FIELDS, 'idempotency-key': Key, rows: z.array(z.unknown()).optional(), lines: z.instanceof(Buffer).optional(), upload: Upload.optional() }),
  async run(context, { institution, year, kind, dryRun, sandbox, 'idempotency-key': key, rows = [], lines, upload }) {
    const { journal, institutionId } = await (sandbox ? getSandboxSender(context, institution, year) : getSender(context, institution));
    if (rows.length > LIMITS.rowsAtOnce) throw new TooLarge('too-many-rows', TOO_MANY_ROWS, { most: LIMITS.rowsAtOnce });
    const content = upload?.sha256 ?? createHash('sha256').update(lines ?? JSON.stringify(rows)).digest('hex');
    const arriving: Arriving = {
      institutionId, year, kind, journalId: journal.id, channel: 'service', format: lines || upload ? 'ndjson' : 'json', key, isDryRun: dryRun, isSandbox: sandbox,
      sha256: createHash('sha256').update(`${institution} ${year} ${kind} ${dryRun} ${sandbox} ${content}`).digest('hex'),
    };
    if (upload) return receiveUpload(context, arriving, upload.id, upload.rows);
    return receiveRows(context, arriving, lines ? parseLines(lines, 1) : rows.map((sent, at) => ({ row: at + 1, sent })));
  },
  audit: ({ output: { batch, persons } }) => ({
    subjects: batch.isSandbox || batch.isDryRun ? [] : persons,
    facts: { batch: batch.id, institution: batch.institutionId, journal: batch.journalId, year: batch.year, kind: batch.kind, rows: batch.rowCount, ...countFacts(batch), onlyTried: batch.isDryRun || batch.isSandbox },
  }),
});

/** Whether a batch would be let in at all, asked before its pieces are kept. */
export const mayReceive = readAction({
  name: 'intake.may-receive',
  title: { lv: 'Pārbaudīts, vai e-žurnāls drīkst sūtīt', en: 'Checked whether an e-journal may send' },
  permission: send,
  input: z.object({ ...HEAD_FIELDS, 'idempotency-key': Key }),
  audit: NOT_PERSONAL,
  run: (context, { institution, year, sandbox }) => (sandbox ? getSandboxSender(context, institution, year) : getSender(context, institution)),
});

/** Keeps a piece of a batch that is still arriving. */
export const keepPart = writeAction({
  name: 'intake.keep-part',
  title: { lv: 'Saņemta lielas datu paketes daļa', en: 'Piece of a large batch received' },
  permission: send,
  input: z.object({ uploadId: z.uuid(), part: z.int().min(1), firstRow: z.int().min(1), content: z.instanceof(Buffer) }),
  async run({ tx, now }, { uploadId, ...part }) {
    if (part.firstRow > LIMITS.rows) throw new TooLarge('batch-too-large', BATCH_TOO_LARGE, { most: LIMITS.rows });
    await insertPart(tx, uploadId, part, now);
  },
  audit: ({ input }) => ({ facts: { bytes: input.content.length } }),
});

/** The content is larger than agreed (RFC 9110, 15.5.14). */
export class TooLarge extends Refusal {
  readonly status = 413;
  constructor(code: string, text: Text, facts: Readonly<Record<string, unknown>> = {}) {
    super(code, text, facts);
  }
}
