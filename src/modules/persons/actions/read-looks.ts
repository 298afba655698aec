import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Forbidden, NotFound } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { type ActionContext, NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { rightOfAction } from '#platform/actions/action-titles.js';
import { roleInWords } from '#platform/actions/directory.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { findLookPeriod, listLooksAt } from '#platform/audit/read-audit.js';
import { reasonInWords } from '#platform/audit/reason-words.js';
import { type Look, lookOf } from '../domain/look.js';
import { listWards, type WardRow } from '../store/cards.js';
import { ACTION_TITLES, NOT_IN_REGISTER, NOT_YOUR_WARD } from '../texts.js';

const PAGE = 50;

/** Whose log is read: one's own, or that of a child one acts for today. */
async function ownOrWard({ tx, actor, today }: ActionContext, wanted: string | null): Promise<{ personId: string; wards: WardRow[] }> {
  if (!actor.personId) throw new NotFound('not-in-register', NOT_IN_REGISTER);
  const wards = await listWards(tx, actor.personId, today);
  const personId = wanted ?? actor.personId;
  if (personId !== actor.personId && !wards.some((ward) => ward.id === personId)) throw new Forbidden('not-your-ward', NOT_YOUR_WARD);
  return { personId, wards };
}

export interface Looks {
  readonly personId: string;
  readonly wards: readonly WardRow[];
  readonly who: 'others' | 'own' | 'all';
  readonly items: readonly Look[];
  /** Id after which the next page begins; null on the last. */
  readonly next: string | null;
}

/** Who looked at my data, or did something with it: over all modules, newest first. The look itself is logged too. */
export const findLooks = readAction({
  name: 'persons.find-looks',
  title: ACTION_TITLES.findLooks,
  permission: SIGNED_IN,
  input: z
    .object({
      person: emptyAsNull(z.uuid()),
      from: emptyAsNull(IsoDateInput),
      to: emptyAsNull(IsoDateInput),
      after: emptyAsNull(z.uuid()),
      /** What others did, what the one who asks did for themselves, or both. */
      who: z.enum(['others', 'own', 'all']).default('all'),
    })
    .refine(({ from, to }) => !from || !to || from <= to, { path: ['to'], message: 'period-reversed' }),
  async run(context, { person, from, to, after, who }): Promise<Looks> {
    const { personId, wards } = await ownOrWard(context, person);
    const found = await listLooksAt(context.tx, { personId, from, through: to, after, limit: PAGE + 1, ...(who !== 'all' && { by: { userId: context.actor.id, whose: who } }) });
    const roles = await context.contributions.directory.roleTitles(context.tx);
    const items = found.slice(0, PAGE).map((entry) => lookOf(entry, context.actor.id, (written) => roleInWords(written, roles), reasonInWords, rightOfAction));
    return { personId, wards, who, items, next: found.length > PAGE ? items.at(-1)!.id : null };
  },
  audit: ({ output }) => ({ subjects: [output.personId] }),
});

/** From when to when there is anything to see of a person; null when there is nothing. */
export const findLooksPeriod = readAction({
  name: 'persons.find-looks-period',
  title: ACTION_TITLES.findLooks,
  permission: SIGNED_IN,
  input: z.object({ person: emptyAsNull(z.uuid()) }),
  async run(context, { person }): Promise<{ personId: string; first: Date | null; last: Date | null }> {
    const { personId } = await ownOrWard(context, person);
    return { personId, ...((await findLookPeriod(context.tx, personId)) ?? { first: null, last: null }) };
  },
  audit: ({ output }) => ({ subjects: [output.personId] }),
});

/** Whether the log of looks can be asked at all; for watching from outside. */
export const checkLooks = readAction({
  name: 'persons.check-looks',
  title: ACTION_TITLES.checkLooks,
  permission: SIGNED_IN,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: async ({ tx, now }) => {
    await findLookPeriod(tx, NOBODY);
    return { alive: true, at: now.toISOString() };
  },
});
const NOBODY = '00000000-0000-0000-0000-000000000000';
