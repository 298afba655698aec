import { ceasingUnitIds, type TerritorialReform } from '#modules/territories/public.js';
import { readableDay } from '#kernel/iso-date.js';
import type { WriteContext } from '#platform/actions/action.js';
import { notify } from '#platform/notices/notify.js';
import { listOpenOn, listUsersOfIssuers } from '../store/handovers.js';

type Telling = Pick<WriteContext, 'tx' | 'enqueue' | 'now'>;

/** Before a reform: tells each who signs in by an account of a ceasing municipality until when that lasts, and what to add. Tells how many. */
export function tellOfCeasingConnections(context: Telling, reform: TerritorialReform): Promise<number> {
  const day = readableDay(reform.effective);
  return tellAll(context, reform, `sign-in-ends:${reform.id}`, {
    subject: { lv: `No ${day} ar pašvaldības kontu vairs nepierakstīsieties`, en: `From ${day} the municipal account signs you in no more` },
    body: {
      lv: `${reform.title.lv}: pašvaldība ${day} beidz pastāvēt, un pierakstīšanās ar tās kontu beidzas, līdz to pārņems jaunā pašvaldība. Jau tagad pievienojiet piekļuves atslēgu vai apstipriniet kontu ar Smart-ID vai eParakstu.`,
      en: `${reform.title.en}: the municipality ends on ${day}, and sign-in by its accounts ends until the new municipality takes it over. Add a passkey now, or confirm your account by Smart-ID or eParaksts.`,
    },
  });
}

/** The reform does not come: tells the same users that their sign-in stays as it is. */
export const tellOfKeptConnections = (context: Telling, reform: TerritorialReform): Promise<number> =>
  tellAll(context, reform, `sign-in-stays:${reform.id}`, {
    subject: { lv: 'Pierakstīšanās ar pašvaldības kontu paliek', en: 'Sign-in by the municipal account stays' },
    body: { lv: `${reform.title.lv}: reforma ir atcelta. Ar pašvaldības kontu varat pierakstīties kā līdz šim.`, en: `${reform.title.en}: the reform is cancelled. You can sign in by the municipal account as before.` },
  });

async function tellAll(context: Telling, reform: TerritorialReform, onceKey: string, words: Pick<Parameters<typeof notify>[1], 'subject' | 'body'>): Promise<number> {
  const issuers = (await listOpenOn(context.tx, ceasingUnitIds(reform))).map(({ issuer }) => issuer);
  const users = [...new Map((await listUsersOfIssuers(context.tx, issuers)).map((user) => [user.userId, user])).values()];
  for (const { userId, email } of users) await notify(context, { userId, email: email || null, kind: 'authentication.municipal-account', ...words, link: '/my/sign-in', onceKey });
  return users.length;
}
