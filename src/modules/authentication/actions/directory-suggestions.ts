import { z } from 'zod';
import { endGrantEarly, giveGrant, grantRights, ownUserId } from '#modules/access/public.js';
import { NotFound } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';
import { type ActionContext, readAction, writeAction, type WriteContext } from '#platform/actions/action.js';
import type { WorkKind } from '#platform/actions/work-kind.js';
import { countOpenSuggestions, decideSuggestion, lapseGivenBy, listDecidedSuggestions, listOpenSuggestions, lockOpenSuggestion, type SuggestionRow } from '../store/directory-suggestions.js';
import { NO_SUCH_SUGGESTION } from '../texts.js';
import { getUnitInScope } from './people-of.js';

export type { SuggestionRow };

const MOST = 200;

/** What directories suggest, in one municipality or in all that the administrator looks after. */
export interface Suggestions {
  readonly unitId: number | null;
  readonly name: Text | null;
  readonly open: readonly SuggestionRow[];
  readonly decided: readonly SuggestionRow[];
}

export const readSuggestions = readAction({
  name: 'authentication.read-suggestions',
  title: { lv: 'Apskatīti domēna grupu lomu ieteikumi', en: 'Roles suggested by domain groups looked at' },
  permission: grantRights,
  input: z.object({ unit: z.coerce.number().int().positive().optional() }),
  async run(context, { unit }): Promise<Suggestions> {
    const { tx, scope } = context;
    const found = unit === undefined ? null : await getUnitInScope(context, unit);
    const unitId = found?.unitId ?? null;
    return { unitId, name: found?.name ?? null, open: await listOpenSuggestions(tx, scope, unitId, MOST), decided: await listDecidedSuggestions(tx, scope, unitId, 50) };
  },
  audit: ({ input }) => ({ facts: { unit: input.unit ?? null } }),
});

export const countSuggestions: WorkKind['count'] = ({ tx, scope }) => countOpenSuggestions(tx, scope);

const OneInput = z.object({ id: z.uuid() });

/** The administrator makes a suggestion their own: the right is given, or ended, as by themselves. */
export const confirmSuggestion = writeAction({
  name: 'authentication.confirm-suggestion',
  title: { lv: 'Apstiprināts domēna grupas lomas ieteikums', en: 'Role suggested by a domain group confirmed' },
  permission: grantRights,
  asksFreshProof: true,
  input: OneInput,
  async run(context, { id }) {
    const one = await getOpen(context, id);
    const grantId = one.kind === 'give' ? await given(context, one) : await ended(context, one);
    await decideSuggestion(context.tx, id, 'confirmed', grantId, ownUserId(context.actor), context.now);
    return { kind: one.kind, userId: one.userId, role: one.roleCode, unitId: one.unitId, grantId };
  },
  audit: ({ output }) => ({ facts: { suggestion: output.kind, user: output.userId, role: output.role, unit: output.unitId, grant: output.grantId } }),
});

/** It stays as it is, and the same is not suggested again. */
export const declineSuggestion = writeAction({
  name: 'authentication.decline-suggestion',
  title: { lv: 'Noraidīts domēna grupas lomas ieteikums', en: 'Role suggested by a domain group declined' },
  permission: grantRights,
  input: OneInput,
  async run(context, { id }) {
    const one = await getOpen(context, id);
    await decideSuggestion(context.tx, id, 'declined', one.grantId, ownUserId(context.actor), context.now);
    return { kind: one.kind, userId: one.userId, role: one.roleCode, unitId: one.unitId };
  },
  audit: ({ output }) => ({ facts: { suggestion: output.kind, user: output.userId, role: output.role, unit: output.unitId } }),
});

async function getOpen({ tx, scope }: Pick<ActionContext, 'scope'> & Pick<WriteContext, 'tx'>, id: string): Promise<SuggestionRow> {
  const one = await lockOpenSuggestion(tx, id, scope);
  if (!one) throw new NotFound('no-such-suggestion', NO_SUCH_SUGGESTION);
  return one;
}

/** The groups as the basis of the right names them, in the language of records. */
const groupsOf = ({ connectionTitle, groups }: SuggestionRow): string => `${connectionTitle}: ${groups.join(', ')}`;

async function given(context: WriteContext, one: SuggestionRow): Promise<string> {
  const { id } = await giveGrant.run(context, {
    login: one.login,
    roleCode: one.roleCode,
    place: { kind: 'municipality', unitId: one.unitId },
    regNr: '',
    from: context.today,
    to: null,
    basis: `Domēna grupa (${groupsOf(one)})`,
    file: null,
  });
  return id;
}

async function ended(context: WriteContext, one: SuggestionRow): Promise<string> {
  await endGrantEarly.run(context, { id: one.grantId!, on: context.today, why: `Vairs nav domēna grupā (${groupsOf(one)})` });
  await lapseGivenBy(context.tx, one.grantId!, context.now);
  return one.grantId!;
}
