import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { EVERYWHERE } from '#platform/actions/actor.js';
import type { WriteContext } from '#platform/actions/action.js';
import { notify } from '#platform/notices/notify.js';
import { findGrant } from '../store/grant-lists.js';
import { findUser } from '../store/users.js';
import { endCause } from '../texts.js';

/** Tells the holder of a right that somebody has ended it, from which day and why. */
export async function tellEnded(context: WriteContext, grantId: string, on: IsoDate, why: string): Promise<void> {
  const { tx, today } = context;
  const { userId, roleLv, roleEn, place } = (await findGrant(tx, grantId, EVERYWHERE, today))!;
  const user = await findUser(tx, userId, EVERYWHERE, today);
  const cause = endCause(why);
  const body = fill(BODY, { roleLv, roleEn, placeLv: place ?? COUNTRY.lv, placeEn: place ?? COUNTRY.en, day: readableDay(on), causeLv: cause.lv, causeEn: cause.en });
  await notify(context, { userId, email: user?.email || null, kind: 'access.right-ended', subject: SUBJECT, body, link: '/my/rights', onceKey: `access.right-ended:${grantId}:${on}` });
}

const SUBJECT: Text = { lv: 'Jūsu tiesības ir izbeigtas', en: 'A right of yours has been ended' };
const BODY: Text = { lv: '{roleLv}, {placeLv}. No {day} šo tiesību vairs nav. Iemesls: {causeLv}', en: '{roleEn}, {placeEn}. From {day} on you do not hold it. Reason: {causeEn}' };
const COUNTRY: Text = { lv: 'visa valsts', en: 'whole country' };
