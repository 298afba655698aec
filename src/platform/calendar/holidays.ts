import { addDays, type IsoDate, isoDate, weekday } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';

/**
 * The holidays of a year by rule: law "Par svētku, atceres un atzīmējamām dienām" as it stands since 2008.
 * What no rule tells (a Song and Dance Festival, a holiday voted for once) is data: `db/data/calendar/days.csv`.
 */
export function holidaysOf(year: number): ReadonlyMap<IsoDate, Text> {
  const known = computed.get(year) ?? new Map([...fixed(year), ...aroundEaster(year), ...instead(year)]);
  computed.set(year, known);
  return known;
}

const computed = new Map<number, ReadonlyMap<IsoDate, Text>>();

const NAMES = {
  '01-01': { lv: 'Jaungada diena', en: "New Year's Day" },
  '05-01': { lv: 'Darba svētki, Satversmes sapulces sasaukšanas diena', en: 'Labour Day, Convocation of the Constitutional Assembly' },
  '05-04': { lv: 'Latvijas Republikas Neatkarības atjaunošanas diena', en: 'Restoration of Independence Day' },
  '06-23': { lv: 'Līgo diena', en: 'Midsummer Eve' },
  '06-24': { lv: 'Jāņu diena', en: 'Midsummer Day' },
  '11-18': { lv: 'Latvijas Republikas proklamēšanas diena', en: 'Proclamation Day of the Republic' },
  '12-24': { lv: 'Ziemassvētku vakars', en: 'Christmas Eve' },
  '12-25': { lv: 'Pirmie Ziemassvētki', en: 'Christmas Day' },
  '12-26': { lv: 'Otrie Ziemassvētki', en: 'Second Day of Christmas' },
  '12-31': { lv: 'Vecgada diena', en: "New Year's Eve" },
} as const satisfies Record<string, Text>;

const dayOf = (year: number, monthAndDay: string) => isoDate(`${year}-${monthAndDay}`);

const fixed = (year: number): [IsoDate, Text][] => Object.entries(NAMES).map(([monthAndDay, name]) => [dayOf(year, monthAndDay), name]);

function aroundEaster(year: number): [IsoDate, Text][] {
  const easter = easterSunday(year);
  const firstOfMay = dayOf(year, '05-01');
  return [
    [addDays(easter, -2), { lv: 'Lielā Piektdiena', en: 'Good Friday' }],
    [easter, { lv: 'Pirmās Lieldienas', en: 'Easter Sunday' }],
    [addDays(easter, 1), { lv: 'Otrās Lieldienas', en: 'Easter Monday' }],
    [addDays(firstOfMay, 14 - weekday(firstOfMay)), { lv: 'Mātes diena', en: "Mother's Day" }],
    [addDays(easter, 49), { lv: 'Vasarsvētki', en: 'Pentecost' }],
  ];
}

/** 4 May and 18 November on a Saturday or Sunday make the next working day free: always the Monday, as no other holiday falls there. */
function instead(year: number): [IsoDate, Text][] {
  return (['05-04', '11-18'] as const)
    .map((monthAndDay): [IsoDate, Text] => [dayOf(year, monthAndDay), NAMES[monthAndDay]])
    .filter(([day]) => weekday(day) > 5)
    .map(([day, name]) => [addDays(day, 8 - weekday(day)), { lv: `${name.lv} (pārcelta brīvdiena)`, en: `${name.en} (day off in lieu)` }]);
}

/** Western Easter by the anonymous Gregorian computus (Meeus, Jones, Butcher). */
export function easterSunday(year: number): IsoDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  return addDays(dayOf(year, '03-22'), epact + toSunday - 7 * late);
}
