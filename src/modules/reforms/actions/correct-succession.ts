import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Conflict, InvalidInput, NotFound } from '#kernel/errors.js';
import { inLatvianOrder } from '#kernel/latvian-order.js';
import { type CorrectionInMotion, correctSuccessions, foretellCorrection, getReformToCorrect, listAllUnits, listKnownParts, listReformUnits, listSuccessionHistory, listSuccessionsOfReform, type SuccessionRow } from '#modules/territories/public.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import type { Write } from '#platform/db/transaction.js';
import { successionsChosen } from '../domain/chosen-successions.js';
import { successionCorrected } from '../events.js';
import { PARTICIPANTS } from '../participants.js';
import { operate } from '../permissions.js';
import { settleTasksExcept } from '../store/tasks.js';
import { consequencesOf } from './consequences.js';

const Unit = z.object({ reformId: z.uuid(), fromAtvk: z.string().regex(/^\d{7}$/) });
const Correction = Unit.extend({
  successions: emptyAsNull(z.string()),
  parts: z.array(z.object({ names: z.string().max(2_000), to: z.string() })).max(100).default([]),
  reason: z.string().trim().min(5).max(1_000),
  /** What was believed when the correction was looked at; when absent, whatever is. */
  seen: emptyAsNull(z.string()),
});

/** One succession as it is shown, by the names of its units. */
export interface NamedSuccession extends SuccessionRow {
  readonly from: string;
  readonly to: string;
}

/** What a reform made of each old unit, to choose the wrong one from. */
export const listForCorrection = readAction({
  name: 'reforms.list-successions',
  title: { lv: 'Apskatīta reformas pēctecība', en: 'Looked at the successions of a reform' },
  permission: operate,
  input: z.object({ reformId: z.uuid() }),
  async run({ tx }, { reformId }) {
    const reform = await getReformToCorrect(tx, reformId);
    const corrected = new Set((await listSuccessionHistory(tx, reformId)).map((one) => one.fromAtvk));
    const rows = await withNames(tx, await listSuccessionsOfReform(tx, reformId));
    const units = [...Map.groupBy(rows, (row) => row.fromAtvk)].map(([atvk, successions]) => ({ atvk, name: successions[0]!.from, successions, corrected: corrected.has(atvk) }));
    return { reform, units: units.toSorted((one, other) => inLatvianOrder(one.name, other.name)) };
  },
  audit: NOT_PERSONAL,
});

/** One old unit: what is believed of it, what was before, and what can be chosen. */
export const openCorrection = readAction({
  name: 'reforms.open-correction',
  title: { lv: 'Atvērts pēctecības labojums', en: 'Opened the correction of a succession' },
  permission: operate,
  input: Unit,
  async run({ tx }, { reformId, fromAtvk }) {
    const reform = await getReformToCorrect(tx, reformId);
    const believed = await withNames(tx, (await listSuccessionsOfReform(tx, reformId)).filter((one) => one.fromAtvk === fromAtvk));
    const [first] = believed;
    if (!first) throw new NotFound('no-such-succession', { lv: 'Šajā reformā šādas vienības nav.', en: 'There is no such unit in this reform.' });
    const before = (await listSuccessionHistory(tx, reformId)).filter((one) => one.fromAtvk === fromAtvk && one.supersededAt !== null);
    const targets = await listReformUnits(tx, reformId);
    return { reform, atvk: fromAtvk, name: first.from, believed, before: await withNames(tx, before), targets, parts: await listKnownParts(tx, fromAtvk), seen: seenOf(believed) };
  },
  audit: NOT_PERSONAL,
});

/** What a correction would change by itself and what it would leave to a person; nothing is written. */
export const foretellSuccession = readAction({
  name: 'reforms.foretell-correction',
  title: { lv: 'Apskatīts, ko mainīs pēctecības labojums', en: 'Looked at what a corrected succession changes' },
  permission: operate,
  input: Correction,
  async run({ tx }, { reformId, fromAtvk, reason, ...chosen }) {
    const foretold = await foretellCorrection(tx, { reformId, fromAtvk, successions: chosenOf(chosen) });
    const { reform, believed, before, after } = foretold;
    return { reform, atvk: fromAtvk, unit: before.moves[0]?.from.name ?? fromAtvk, before, after, reason, chosen, seen: seenOf(believed), ...(await consequencesOf(tx, foretold)) };
  },
  audit: NOT_PERSONAL,
});

/** Puts right what became of one old unit in an applied reform; what was believed before stays, with the reason. */
export const correctSuccession = writeAction({
  name: 'reforms.correct-succession',
  title: { lv: 'Labota teritoriju pēctecība', en: 'Corrected a succession of territories' },
  permission: operate,
  input: Correction,
  async run({ tx, actor, now, announce }, { reformId, fromAtvk, reason, seen, ...chosen }) {
    const { reform, believed, after } = await correctSuccessions(tx, { reformId, fromAtvk, successions: chosenOf(chosen) }, reason, actor.name, now);
    if (seen !== null && seen !== seenOf(believed)) throw new Conflict('corrected-meanwhile', CORRECTED_MEANWHILE);
    await settleDecidedByMap(tx, after, actor.name, now);
    await announce(successionCorrected, { reformId, effective: reform.effective });
    return { reformId };
  },
  audit: ({ input }) => ({ facts: { reform: input.reformId } }),
});

/** Closes the tasks about where places lie that the corrected successions decide by themselves. */
async function settleDecidedByMap(tx: Write, correction: CorrectionInMotion, by: string, now: Date): Promise<void> {
  const unitId = correction.moves[0]!.from.unitId;
  for (const { name, plan, onlyRead = [] } of PARTICIPANTS) {
    if (onlyRead.length === 0) continue;
    const needing = (await Array.fromAsync(await plan(tx, correction))).filter(({ effect }) => effect === 'needs-person');
    for (const kind of onlyRead) await settleTasksExcept(tx, { reformId: correction.id, unitId }, name, kind, needing.filter((one) => one.kind === kind).map(({ key }) => key), by, now);
  }
}

function chosenOf(chosen: Parameters<typeof successionsChosen>[0]) {
  const successions = successionsChosen(chosen);
  if ('errors' in successions) throw new InvalidInput(successions.errors);
  return successions;
}

/** Old and new units by their names; a unit that is not known keeps its code. */
export async function withNames(tx: Parameters<typeof listAllUnits>[0], rows: readonly SuccessionRow[]): Promise<NamedSuccession[]> {
  const names = new Map((await listAllUnits(tx)).map((unit) => [unit.atvk, unit.name]));
  return rows.map((row) => ({ ...row, from: names.get(row.fromAtvk) ?? row.fromAtvk, to: names.get(row.toAtvk) ?? row.toAtvk }));
}

const seenOf = (believed: readonly SuccessionRow[]): string => believed.map(({ id }) => id).toSorted().join();

const CORRECTED_MEANWHILE = {
  lv: 'Kamēr skatījāties, šo pēctecību kāds jau laboja. Pārbaudiet, kas tagad ir pierakstīts, un labojiet vēlreiz, ja vēl vajag.',
  en: 'Somebody corrected this succession while you were looking. Check what is recorded now, and correct it again if it is still needed.',
};
