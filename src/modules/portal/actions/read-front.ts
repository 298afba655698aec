import { z } from 'zod';
import { outsideWays } from '#modules/authentication/public.js';
import { listConfirmed, type Publication } from '#modules/exams/public.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { monthsBefore } from '../domain/shown-since.js';
import { keptFor } from './kept-for.js';
import { numbersNow } from './numbers.js';
import { refuseElsewhere, SenderInput } from './sender.js';

/** What stands on the first page: the same for everybody. */
export interface Front {
  readonly coming: readonly Publication[];
  readonly published: readonly Publication[];
  readonly months: number;
  /** For how many days before its instant packets of a publication are offered. */
  readonly packetDays: number;
  readonly now: Date;
}

/** Publications are set days before; one that is taken back disappears within seconds. */
const publicationsNow = keptFor(5_000, ({ tx }) => listConfirmed(tx, 12));

/** What is still to be published, the next first. */
export const comingOf = async (context: Parameters<typeof publicationsNow>[0] & { readonly now: Date }): Promise<Publication[]> => (await publicationsNow(context)).filter(({ visibleFrom }) => visibleFrom > context.now).toReversed();

export const readFront = readAction({
  name: 'portal.read-front',
  title: { lv: 'Atvērta rezultātu portāla pirmā lapa', en: 'First page of the results portal opened' },
  permission: ANYONE,
  input: z.object({}),
  audit: NOT_PERSONAL,
  async run(context): Promise<Front> {
    const { now } = context;
    const { 'visible-months': months, 'packet-days': packetDays } = await numbersNow(context);
    const since = monthsBefore(now, months);
    const all = await publicationsNow(context);
    return { coming: await comingOf(context), published: all.filter(({ visibleFrom }) => visibleFrom <= now && visibleFrom >= since), months, packetDays, now };
  },
});

/** The ways to sign in, e-journals first; said early to whom it would not help. */
export const readWaysIn = readAction({
  name: 'portal.read-ways-in',
  title: { lv: 'Atvērta rezultātu portāla pierakstīšanās', en: 'Sign-in to the results portal opened' },
  permission: ANYONE,
  input: SenderInput,
  audit: NOT_PERSONAL,
  async run(context, sender) {
    await refuseElsewhere(context, sender);
    const ways = outsideWays(context.installation);
    return { journals: ways.filter(({ method }) => method === 'e-journal'), others: ways.filter(({ method }) => method !== 'e-journal') };
  },
});
