import { z } from 'zod';
import { NotFound } from '#kernel/errors.js';
import { addDays, type IsoDate, IsoDateInput, readableDay } from '#kernel/iso-date.js';
import { listOrder, orderFields } from '#kernel/list-order.js';
import { fill, type Text } from '#kernel/text.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import type { Read } from '#platform/db/transaction.js';
import { drawMap, type DrawnMap } from '../domain/boundaries.js';
import { type MapPaths, mapPaths } from '../domain/map-paths.js';
import { storyOfReform } from '../domain/reform-story.js';
import { type TerritorialHistory, UNITS_SORTED_BY, unitsInOrder, unknownOn, unitsOn } from '../domain/unit.js';
import { readBoundaries } from '../store/boundaries.js';
import { listReforms } from '../store/reforms.js';
import { listEditions } from '../store/units.js';
import { historyOf } from './history.js';
import { refuseDayBeforeRegister } from './read-map.js';

const MAP_WIDTH = 1000;

/** The map of a day: its units in the order asked for, the drawn map, and the days on which it changes. Today when not said. */
export const showMap = readAction({
  name: 'territories.show-map',
  title: { lv: 'Apskatīta karte', en: 'Looked at the map' },
  permission: ANYONE,
  input: z.object({ on: IsoDateInput.optional(), ...orderFields(UNITS_SORTED_BY) }),
  async run({ tx, today }, { on = today, ...sorted }) {
    const order = listOrder(sorted);
    const map = await mapOn(tx, on, await listEditions(tx));
    return { ...map, order, units: unitsInOrder(map.units, order) };
  },
  audit: NOT_PERSONAL,
});

export type ShownMap = Awaited<ReturnType<typeof mapOn>>;

/** The map of a day, of these editions, with all that its picture needs. @throws InvalidInput at `on` for a day before the first map */
export async function mapOn(tx: Read, on: IsoDate, editions: readonly IsoDate[]) {
  refuseDayBeforeRegister(on, editions);
  const edition = editions.findLast((day) => day <= on)!;
  const history = await historyOf(tx);
  const { features, paths } = await drawn(history, edition);
  return { on, edition, editions, units: unitsOn(history.units, on), unknownYet: unknownOn(history, on), features, paths, reforms: (await listReforms(tx)).filter((one) => one.state === 'applied') };
}

/** The maps of the eve and of the day of a reform, and what merged into what. @throws NotFound for a day without one */
export const showReformOnMap = readAction({
  name: 'territories.show-reform-on-map',
  title: { lv: 'Apskatīta reforma kartē', en: 'Looked at a reform on the map' },
  permission: ANYONE,
  input: z.object({ day: IsoDateInput }),
  async run({ tx }, { day }) {
    const applied = (await listReforms(tx)).filter((one) => one.state === 'applied').map((one) => one.effective);
    if (!applied.includes(day)) throw new NotFound('no-such-reform', fill(NO_REFORM, { days: [...new Set(applied)].map(readableDay).join(', ') }));
    const history = await historyOf(tx);
    const editions = await listEditions(tx);
    const before = editions.findLast((one) => one < day) ?? addDays(day, -1);
    return { day, story: storyOfReform(history, day), before: (await drawn(history, before)).paths, after: (await drawn(history, day)).paths };
  },
  audit: NOT_PERSONAL,
});

/** The drawn map of today's edition, for the pictures of other modules. */
export async function mapToday(tx: Read, today: IsoDate): Promise<MapPaths> {
  const edition = (await listEditions(tx)).findLast((day) => day <= today)!;
  return (await drawn(await historyOf(tx), edition)).paths;
}

const NO_REFORM: Text = { lv: 'Šajā dienā neviena reforma nav stājusies spēkā. Reformas bija: {days}', en: 'No reform took effect on this day. There were reforms on: {days}' };

interface Drawn {
  readonly features: DrawnMap;
  readonly paths: MapPaths;
}

const kept = new Map<string, Drawn>();

/** An edition changes only when a reform is applied or corrected, so what was drawn once for a history is kept. */
async function drawn(history: TerritorialHistory, edition: IsoDate): Promise<Drawn> {
  const key = `${edition} ${JSON.stringify(history.successions)} ${history.units.length}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size > 20) kept.clear();
  const features = drawMap(await readBoundaries(), history, edition);
  const made = { features, paths: mapPaths(features, MAP_WIDTH) };
  kept.set(key, made);
  return made;
}
