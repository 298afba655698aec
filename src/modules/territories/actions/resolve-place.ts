import { z } from 'zod';
import { Conflict, NotFound } from '#kernel/errors.js';
import { IsoDateInput, readableDay } from '#kernel/iso-date.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { resolve } from '../domain/lineage.js';
import { isValidOn } from '../domain/unit.js';
import { listEditions } from '../store/units.js';
import { historyOf } from './history.js';
import { getUnit, refuseDayBeforeRegister } from './read-map.js';

/**
 * Which unit a place lies in on another day.
 * @throws Conflict with the candidates where a split or a merger cannot be decided without the parish or town.
 */
export const resolvePlace = readAction({
  name: 'territories.resolve-place',
  title: { lv: 'Noskaidrota vietas piederība', en: 'Resolved a place' },
  permission: ANYONE,
  input: z.object({
    atvk: z.string(),
    part: z.string().trim().optional().transform((words) => words || null),
    from: IsoDateInput.optional(),
    to: IsoDateInput,
  }),
  audit: NOT_PERSONAL,
  async run({ tx }, { atvk, part, from, to }) {
    const unit = await getUnit(tx, atvk);
    if (from && !isValidOn(unit, from)) throw new Conflict('unit-not-valid', notValid(unit.name, atvk, readableDay(from)));
    refuseDayBeforeRegister(to, await listEditions(tx), 'to');
    const found = resolve(await historyOf(tx), { atvk, part }, to);
    if (found.kind === 'one') return { from: unit, part, to, unit: found.unit };
    if (found.kind === 'unknown') throw new NotFound('no-such-unit', { lv: 'Šai vietai tajā dienā nav vienības.', en: 'The place has no unit on that day.' });
    const candidates = found.candidates.map(({ atvk: code, name }) => ({ atvk: code, name }));
    throw new Conflict('place-undecided', undecided(unit.name, candidates.map((one) => one.name).join(', ')), { candidates });
  },
});

const notValid = (name: string, atvk: string, day: string) => ({
  lv: `${name} ar kodu ${atvk} dienā ${day} nebija spēkā. Norādiet dienu, kurā kods bija spēkā, vai nenorādiet to.`,
  en: `${name} with the code ${atvk} was not valid on ${day} Give a day on which the code was valid, or none.`,
});
const undecided = (name: string, candidates: string) => ({
  lv: `${name}: bez pagasta vai pilsētas nav nosakāms, kurā vienībā šī vieta ir. Iespējamās: ${candidates}.`,
  en: `${name}: without the parish or town it cannot be told which unit this place lies in. Possible: ${candidates}.`,
});
