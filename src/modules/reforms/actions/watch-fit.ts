import { z } from 'zod';
import { findActiveUser, listHolders } from '#modules/access/public.js';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { listAllUnits, listReforms, listReformUnits, listSuccessionsOfReform, misfitsOf, type ReformRow } from '#modules/territories/public.js';
import { type WriteContext, writeAction } from '#platform/actions/action.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import type { Read } from '#platform/db/transaction.js';
import { notify } from '#platform/notices/notify.js';
import { operate } from '../permissions.js';
import { beginMisfit, endMisfit, endMisfitsExceptOf } from '../store/misfits.js';
import { findPreparer } from '../store/steps.js';
import { FITS_AGAIN, FITS_AGAIN_MORE, NO_LONGER_FITS, NO_LONGER_FITS_MORE } from '../texts.js';

/** Holds every prepared reform against the map as it is known now; whoever prepared one and its operators are told once when it stops fitting, and once when it fits again. */
export const watchFit = writeAction({
  name: 'reforms.watch-fit',
  title: { lv: 'Pārbaudīts, vai sagatavotās reformas atbilst kartei', en: 'Checked that the prepared reforms fit the map' },
  permission: JOBS_ALONE,
  input: z.object({}),
  async run(context) {
    const { tx, now } = context;
    const prepared = (await listReforms(tx)).filter(({ state }) => state === 'prepared');
    let told = 0;
    for (const reform of prepared) {
      const misfits = await misfitsOf(tx, reform.id);
      const unitIds = await concernedUnits(tx, reform.id);
      const fits = misfits.length === 0;
      const id = fits ? await endMisfit(tx, reform.id, now) : await beginMisfit(tx, { reformId: reform.id, effective: reform.effective, unitIds }, now);
      if (id) told += await tell(context, reform, unitIds, fits ? fitsAgain(reform, id) : noLongerFits(reform, id, misfits));
    }
    await endMisfitsExceptOf(tx, prepared.map(({ id }) => id), now);
    return told;
  },
  audit: ({ output }) => ({ facts: { found: output } }),
});

/** Old and new municipalities of a reform that exist, or once did. */
async function concernedUnits(tx: Read, reformId: string): Promise<number[]> {
  const codes = new Set([...(await listSuccessionsOfReform(tx, reformId)).flatMap(({ fromAtvk, toAtvk }) => [fromAtvk, toAtvk]), ...(await listReformUnits(tx, reformId)).map(({ atvk }) => atvk)]);
  return [...new Set((await listAllUnits(tx)).filter(({ atvk }) => codes.has(atvk)).map(({ unitId }) => unitId))];
}

interface Words {
  readonly kind: string;
  readonly subject: Text;
  readonly body: Text;
  readonly onceKey: string;
}

async function tell(context: WriteContext, { id }: ReformRow, unitIds: readonly number[], words: Words): Promise<number> {
  const { tx, today } = context;
  const told = new Map<string, string>();
  for (const unitId of [null, ...unitIds]) for (const { userId, email } of await listHolders(tx, operate.name, unitId, today)) told.set(userId, email);
  const preparer = await findPreparer(tx, id);
  const user = preparer && (await findActiveUser(tx, preparer));
  if (user) told.set(user.userId, user.email);
  for (const [userId, email] of told) await notify(context, { userId, email: email || null, link: `/reforms/${id}`, ...words });
  return told.size;
}

const noLongerFits = ({ titleLv, titleEn, effective }: ReformRow, misfitId: string, misfits: readonly Text[]): Words => ({
  kind: 'reforms.no-longer-fits',
  subject: NO_LONGER_FITS,
  body: {
    lv: `${titleLv} (${readableDay(effective)}): ${misfits.map(({ lv }) => lv).join(' ')} ${NO_LONGER_FITS_MORE.lv}`,
    en: `${titleEn} (${readableDay(effective)}): ${misfits.map(({ en }) => en).join(' ')} ${NO_LONGER_FITS_MORE.en}`,
  },
  onceKey: `reform-misfit:${misfitId}`,
});

const fitsAgain = ({ titleLv, titleEn, effective }: ReformRow, misfitId: string): Words => ({
  kind: 'reforms.fits-again',
  subject: FITS_AGAIN,
  body: { lv: `${titleLv} (${readableDay(effective)}): ${FITS_AGAIN_MORE.lv}`, en: `${titleEn} (${readableDay(effective)}): ${FITS_AGAIN_MORE.en}` },
  onceKey: `reform-fits-again:${misfitId}`,
});
