import { listHolders } from '#modules/access/public.js';
import { readableDay } from '#kernel/iso-date.js';
import { cents, readableMoney } from '#kernel/money.js';
import { fill, type Text } from '#kernel/text.js';
import type { WriteContext } from '#platform/actions/action.js';
import { notify } from '#platform/notices/notify.js';
import type { CountingPeriod } from '../domain/counting-period.js';
import { seeSettlements } from '../permissions.js';
import type { MadeRow } from '../store/prepare.js';

type Telling = Pick<WriteContext, 'tx' | 'enqueue' | 'now' | 'today' | 'actor'>;

/** Tells those who settle in a municipality, but not whoever did it; the ministry, which sees all, is not drowned in it. */
export async function tellMunicipality({ tx, enqueue, now, today, actor }: Telling, unitId: number, words: { readonly subject: Text; readonly body: Text; readonly link: string; readonly onceKey: string }): Promise<void> {
  const everywhere = new Set((await listHolders(tx, seeSettlements.name, null, today)).map(({ userId }) => userId));
  for (const { userId, email } of await listHolders(tx, seeSettlements.name, unitId, today))
    if (userId !== actor.id && !everywhere.has(userId)) await notify({ tx, enqueue, now }, { ...words, userId, email: email || null, kind: 'settlements.statement' });
}

/** Both sides of each statement hear of it. Names of people stand on the page alone. */
export async function tellOfStatements(context: Telling, { countedOn, through }: CountingPeriod, made: readonly MadeRow[]): Promise<void> {
  for (const { id, providerId, recipientId, provider, recipient, version, cents: sum } of made) {
    const facts = { provider, recipient, from: readableDay(countedOn), through: readableDay(through) };
    const inBoth = (text: Text) => ({ lv: fill(text, { ...facts, sum: readableMoney(cents(sum), 'lv') }).lv, en: fill(text, { ...facts, sum: readableMoney(cents(sum), 'en') }).en });
    const words = { subject: inBoth(version === 1 ? FIRST : DELTA), body: inBoth(BODY), link: `/settlements/statements/${id}` };
    for (const unitId of [recipientId, providerId]) await tellMunicipality(context, unitId, { ...words, onceKey: `settlements:${id}:${unitId}` });
  }
}

const FIRST: Text = { lv: 'Norēķina pārskats: {recipient} maksā: {provider}', en: 'Statement of settlement: {recipient} pays {provider}' };
const DELTA: Text = { lv: 'Norēķina izmaiņas: {recipient} un {provider}', en: 'Change of a settlement: {recipient} and {provider}' };
const BODY: Text = {
  lv: 'Par laiku {from}–{through} pārskata summa ir {sum}. Abas puses redz vienu un to pašu sarakstu.',
  en: 'For {from}–{through} the sum of the statement is {sum}. Both sides see the same list.',
};
