import { z } from 'zod';
import { listHolders } from '#modules/access/public.js';
import { listUnitsOn, mapToday, type UnitVersion } from '#modules/territories/public.js';
import { invalid, NotFound } from '#kernel/errors.js';
import { type ActionContext, NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { isNowhere } from '#platform/actions/actor.js';
import { scopeOf } from '#platform/actions/permission.js';
import { keepInquiries, seeInquiries, takeExtracts } from '../permissions.js';
import { type ExtractRow, findLatestApplied } from '../store/extracts.js';
import { countByUnit, type UnitCounts } from '../store/inquiries.js';
import { appoint, listResponsible, type ResponsibleRow } from '../store/responsible.js';
import { listStatusKinds, type StatusRow } from '../store/status-kinds.js';
import { CHOOSE_USER, NO_SUCH_MUNICIPALITY } from '../texts.js';
import { recordingOf } from './recording.js';

export type { StatusRow };

export interface BoardRow extends UnitCounts {
  /** Null for inquiries whose municipality the map cannot tell. */
  readonly unit: UnitVersion | null;
  readonly responsible: ResponsibleRow | null;
}

export interface Board {
  readonly rows: readonly BoardRow[];
  /** Only where the whole country is looked at. */
  readonly map: Awaited<ReturnType<typeof mapToday>> | null;
  readonly latest: ExtractRow | null;
  /** Whether the actor may say who is responsible somewhere. */
  readonly mayAppoint: boolean;
}

const NONE = { open: 0, overdue: 0, without: 0, explained: 0, learning: 0, due: null };

/** How every municipality of the scope stands, the worst first: those without a responsible person, then by what is overdue. */
export const readBoard = readAction({
  name: 'schoolage.read-board',
  title: { lv: 'Apskatīts pašvaldību pārskats par nereģistrētajiem bērniem', en: 'Board of municipalities on unregistered children looked at' },
  permission: seeInquiries,
  input: z.object({}),
  audit: NOT_PERSONAL,
  async run({ tx, actor, scope, today }): Promise<Board> {
    const counts = new Map((await countByUnit(tx, scope, today)).map((row) => [row.unitId, row]));
    const responsible = new Map((await listResponsible(tx, keepInquiries.name, today)).map((row) => [row.unitId, row]));
    const units = (await listUnitsOn(tx, today)).filter(({ unitId }) => scope.everywhere || scope.unitIds.includes(unitId));
    const rows = units.map((unit): BoardRow => ({ ...(counts.get(unit.unitId) ?? { unitId: unit.unitId, ...NONE }), unit, responsible: responsible.get(unit.unitId) ?? null }));
    const undecided = counts.get(null);
    const lacks = (row: BoardRow) => Number(row.unit !== null && row.open > 0 && !row.responsible?.isAble);
    return {
      rows: [...rows, ...(undecided ? [{ ...undecided, unit: null, responsible: null }] : [])].sort((a, b) => lacks(b) - lacks(a) || b.overdue - a.overdue || b.open - a.open),
      map: scope.everywhere ? await mapToday(tx, today) : null,
      latest: (await findLatestApplied(tx)) ?? null,
      mayAppoint: [keepInquiries, takeExtracts].some((one) => !isNowhere(scopeOf(actor, one))),
    };
  },
});

/** A municipality of today for which the actor may say who is responsible: their own, or any for whoever takes extracts. */
async function getUnit({ tx, actor, today }: Pick<ActionContext, 'tx' | 'actor' | 'today'>, atvk: string): Promise<UnitVersion> {
  const unit = (await listUnitsOn(tx, today)).find((one) => one.atvk === atvk);
  const own = scopeOf(actor, keepInquiries);
  if (!unit || !(scopeOf(actor, takeExtracts).everywhere || own.everywhere || own.unitIds.includes(unit.unitId))) throw new NotFound('no-such-municipality', NO_SUCH_MUNICIPALITY);
  return unit;
}

/** Who can be responsible: holders of the right in the municipality itself, not those of the whole country. */
const candidates = async ({ tx, today }: Pick<ActionContext, 'tx' | 'today'>, { unitId }: UnitVersion) => {
  const everywhere = new Set((await listHolders(tx, keepInquiries.name, null, today)).map(({ userId }) => userId));
  return (await listHolders(tx, keepInquiries.name, unitId, today)).filter(({ userId }) => !everywhere.has(userId));
};

export interface ResponsibleForm {
  readonly unit: UnitVersion;
  readonly responsible: ResponsibleRow | null;
  readonly users: readonly { readonly userId: string; readonly name: string }[];
}

export const openResponsibleForm = readAction({
  name: 'schoolage.open-responsible-form',
  title: { lv: 'Atvērta atbildīgās personas norīkošana', en: 'Appointment of a responsible person opened' },
  permission: seeInquiries,
  input: z.object({ atvk: z.string() }),
  audit: NOT_PERSONAL,
  async run(context, { atvk }): Promise<ResponsibleForm> {
    const unit = await getUnit(context, atvk);
    const now = (await listResponsible(context.tx, keepInquiries.name, context.today)).find(({ unitId }) => unitId === unit.unitId);
    return { unit, responsible: now ?? null, users: await candidates(context, unit) };
  },
});

/** Says who is responsible for the inquiries of a municipality from now on. */
export const appointResponsible = writeAction({
  name: 'schoolage.appoint-responsible',
  title: { lv: 'Norīkota par nereģistrētajiem bērniem atbildīgā persona', en: 'Person responsible for unregistered children appointed' },
  permission: seeInquiries,
  input: z.object({ atvk: z.string(), user: z.string().default('') }),
  async run(context, { atvk, user }) {
    const unit = await getUnit(context, atvk);
    if (!(await candidates(context, unit)).some(({ userId }) => userId === user)) throw invalid('user', CHOOSE_USER);
    await appoint(context.tx, unit.unitId, user, recordingOf(context));
    return { unit: unit.unitId };
  },
  audit: ({ input, output }) => ({ facts: { unit: output.unit, user: input.user } }),
});

/** The statuses with the definitions by which all municipalities choose them. */
export const showStatusKinds = readAction({
  name: 'schoolage.show-status-kinds',
  title: { lv: 'Apskatīti nereģistrēto bērnu statusi', en: 'Statuses of unregistered children looked at' },
  permission: seeInquiries,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: ({ tx }) => listStatusKinds(tx),
});
