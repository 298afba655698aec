import { z } from 'zod';
import { Conflict, invalid, NotFound } from '#kernel/errors.js';
import { IsoDateInput, readableDay } from '#kernel/iso-date.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { partsNamedFor, type Resolution, resolve } from '../domain/lineage.js';
import { isValidOn } from '../domain/unit.js';
import { listEditions } from '../store/units.js';
import { historyOf } from './history.js';
import { getUnit, refuseDayBeforeRegister } from './read-map.js';

/**
 * Which unit a place lies in on another day.
 * @throws Conflict with the candidates, and by which parishes and towns each is known, where a split or a merger cannot be decided.
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
    if (from && !isValidOn(unit, from)) throw invalid('from', notValid(unit.name, atvk, readableDay(from)));
    refuseDayBeforeRegister(to, await listEditions(tx), 'to');
    const history = await historyOf(tx);
    const known = partsNamedFor(history, atvk);
    const named = part === null ? null : (known.find((one) => isAlike(one, part)) ?? part);
    const found = resolve(history, { atvk, part: named }, to);
    if (found.kind === 'one') return { from: unit, part: named, to, unit: found.unit };
    if (found.kind === 'unknown') throw new NotFound('no-such-unit', unknown(unit.name, readableDay(to)));
    const candidates = found.candidates.map(({ atvk: code, name }) => ({ atvk: code, name, parts: known.filter((one) => isIn(resolve(history, { atvk, part: one }, to), code)) }));
    throw new Conflict('place-undecided', undecided(unit.name, named, candidates), { candidates });
  },
});

const isAlike = (one: string, other: string): boolean => one.toLocaleLowerCase('lv') === other.toLocaleLowerCase('lv');

const isIn = (found: Resolution, atvk: string): boolean => found.kind === 'one' && found.unit.atvk === atvk;

const notValid = (name: string, atvk: string, day: string) => ({
  lv: `${name} ar kodu ${atvk} dienā ${day} nebija spēkā. Norādiet dienu, kurā kods bija spēkā, vai nenorādiet to.`,
  en: `${name} with the code ${atvk} was not valid on ${day} Give a day on which the code was valid, or none.`,
});
const unknown = (name: string, day: string) => ({
  lv: `${name}: reģistrs nezina, kurā vienībā šī vieta bija ${day} Izvēlieties citu dienu.`,
  en: `${name}: the register does not know which unit the place lay in on ${day} Choose another day.`,
});

function undecided(name: string, part: string | null, candidates: readonly { readonly name: string; readonly parts: readonly string[] }[]) {
  const listed = candidates.map((one) => (one.parts.length > 0 ? `${one.name} (${one.parts.join(', ')})` : one.name)).join(', ');
  return part === null
    ? { lv: `${name}: bez pagasta vai pilsētas nav nosakāms, kurā vienībā šī vieta ir. Iespējamās: ${listed}.`, en: `${name}: without the parish or town it cannot be told which unit this place lies in. Possible: ${listed}.` }
    : { lv: `${name}: pēc daļas “${part}” nav nosakāms, kurā vienībā šī vieta ir. Iespējamās: ${listed}.`, en: `${name}: the part “${part}” does not tell which unit this place lies in. Possible: ${listed}.` };
}
