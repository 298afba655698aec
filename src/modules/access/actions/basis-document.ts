import { z } from 'zod';
import { checkHandedIn, checksOf, lastChecks } from '#modules/checking/public.js';
import type { CheckBrief, CheckOfFile } from '#modules/checking/public.js';
import { listKnownAs } from '#modules/persons/public.js';
import { invalid, NotFound } from '#kernel/errors.js';
import { type ActionContext, readAction, writeAction, type WriteContext } from '#platform/actions/action.js';
import { SIGNED_IN, scopeOf } from '#platform/actions/permission.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { findFile, type StoredFile } from '#platform/files/read-file.js';
import type { UploadedFile } from '#platform/files/uploaded-file.js';
import { grantRights, seeRights } from '../permissions.js';
import { BASIS_KINDS, type BasisOf, findBasis, lastDayOfGrant } from '../store/basis.js';
import { findPersonOf } from '../store/users.js';
import { NO_SUCH_FILE, NOT_A_SIGNED_FILE } from '../texts.js';
import { ownUserId } from './own-user.js';
import { reachOn } from './widen-scope.js';

const Which = z.object({ of: z.enum(BASIS_KINDS), id: z.uuid() });

const factsOf = ({ of, id }: z.infer<typeof Which>) => (of === 'request' ? { request: id } : { grant: id });

/** What a signed application can be; whoever decides is not to open anything else. */
const SIGNED_FILE = /\.(?:edoc|asice|pdf)$/i;
export function refuseOtherFiles(file: UploadedFile | null): void {
  if (file && !SIGNED_FILE.test(file.name)) throw invalid('file', NOT_A_SIGNED_FILE);
}

/** The document of a request for who asked and who may decide; that of a grant for whose it is and who sees rights there, or saw them on its last day. */
async function getBasis({ tx, actor, today }: Pick<ActionContext, 'tx' | 'actor' | 'today'>, { of, id }: z.infer<typeof Which>): Promise<BasisOf> {
  const may = of === 'request' ? await reachOn(tx, scopeOf(actor, grantRights), today, today) : await reachOn(tx, scopeOf(actor, seeRights), await lastDayOfGrant(tx, id, today), today);
  const basis = await findBasis(tx, of, id, ownUserId(actor), may);
  if (!basis) throw new NotFound('no-such-file', NO_SUCH_FILE);
  return basis;
}

async function getFile(tx: Read, { fileId }: BasisOf): Promise<StoredFile> {
  const file = await findFile(tx, fileId);
  if (!file) throw new NotFound('no-such-file', NO_SUCH_FILE);
  return file;
}

export const readBasisFile = readAction({
  name: 'access.read-basis-file',
  title: { lv: 'Lejupielādēts tiesību pamata dokuments', en: 'Document on which rights are based downloaded' },
  permission: SIGNED_IN,
  input: Which,
  run: async (context, which): Promise<StoredFile> => getFile(context.tx, await getBasis(context, which)),
  audit: ({ input, output }) => ({ facts: { ...factsOf(input), sha256: output.sha256 } }),
});

export interface BasisDocument extends BasisOf {
  readonly name: string;
  readonly checks: readonly CheckOfFile[];
}

/** What was found of the document's signatures. */
export const readBasisChecks = readAction({
  name: 'access.read-basis-checks',
  title: { lv: 'Apskatīta tiesību pamata dokumenta pārbaude', en: 'Check of a document on which rights are based looked at' },
  permission: SIGNED_IN,
  input: Which,
  async run(context, which): Promise<BasisDocument> {
    const basis = await getBasis(context, which);
    return { ...basis, name: (await getFile(context.tx, basis)).name, checks: await checksOf(context.tx, basis.fileId) };
  },
  audit: ({ input, output }) => ({ facts: { ...factsOf(input), user: output.userId } }),
});

/** Checks the document again, by what is believed today. */
export const checkBasisAgain = writeAction({
  name: 'access.check-basis-again',
  title: { lv: 'Vēlreiz pārbaudīts tiesību pamata dokuments', en: 'Document on which rights are based checked again' },
  permission: SIGNED_IN,
  input: Which,
  async run(context, which) {
    const basis = await getBasis(context, which);
    await checkBasis(context, basis.fileId, await getFile(context.tx, basis), which.of === 'request' ? basis.userId : null);
    return basis;
  },
  audit: ({ input, output }) => ({ facts: { ...factsOf(input), user: output.userId } }),
});

/** Checks a document as it is handed in. @param applicantId the user whose signature is expected; null where anybody may have signed */
export async function checkBasis(context: Pick<WriteContext, 'tx' | 'installation' | 'now' | 'actor'>, fileId: string, { name, content }: Pick<StoredFile, 'name' | 'content'>, applicantId: string | null): Promise<void> {
  const personId = applicantId && (await findPersonOf(context.tx, applicantId));
  const [known] = personId ? await listKnownAs(context.tx, sql`select ${personId}::uuid`) : [];
  await checkHandedIn(context, { fileId, name, content, applicantCodes: known?.codes ?? null });
}

/** Rows with what was last found of their document. */
export async function withChecks<Row extends { readonly basisFileId: string | null }>(tx: Read, rows: readonly Row[]): Promise<(Row & { readonly check: CheckBrief | undefined })[]> {
  const checks = await lastChecks(tx, rows.flatMap(({ basisFileId }) => basisFileId ?? []));
  return rows.map((row) => ({ ...row, check: row.basisFileId === null ? undefined : checks.get(row.basisFileId) }));
}
