import { z } from 'zod';
import { editionField, EditionInput, ON_CHOSEN_MAP, ON_OWN_MAP, placeLines } from '#modules/institutions/public.js';
import { type IsoDate, IsoDateInput, readableDay } from '#kernel/iso-date.js';
import type { Lang, Text } from '#kernel/text.js';
import { type ReportContext, reportKind } from '#platform/reports/report-kind.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { type TwoMaps, twoMaps } from '../actions/on-map.js';
import { reachOn } from '../actions/widen-scope.js';
import { grantFileColumns } from '../pages/here/columns.js';
import { WORDS } from '../pages/words.js';
import { seeRights } from '../permissions.js';
import { countGrantsHere, type GrantRow, type HereFilter, streamGrantsHere } from '../store/grant-lists.js';
import { listRoles } from '../store/roles.js';

const REPORT_WORDS = {
  title: { lv: 'Lietotāju tiesības', en: 'Rights of users' },
  summary: {
    lv: 'Kam dienā ir kādas tiesības tur, kur jums ir atļauts to redzēt: lietotājs, loma, vieta, laiks un pamats.',
    en: 'Who holds which rights on a day, where you may see it: user, role, place, time and basis.',
  },
  on: { lv: 'Tiesības dienā', en: 'Rights on' },
  onHint: { lv: 'Tukšs – šodiena.', en: 'Empty: today.' },
  allRoles: { lv: 'Visas lomas', en: 'All roles' },
  confirmed: { lv: 'Pēdējoreiz apstiprinātas', en: 'Last confirmed' },
  places: { lv: 'Vietu nosaukumi', en: 'Names of places' },
  ofTheDay: { lv: 'kādi tie bija šajā dienā', en: 'as they were on the day' },
  total: { lv: 'Tiesības kopā (abās kartēs vienādi)', en: 'Rights in total (the same on both maps)' },
  reach: { lv: 'Kas iekļauts', en: 'What is in it' },
  everywhere: { lv: 'visa valsts', en: 'the whole country' },
  within: { lv: 'tikai pieprasītāja pašvaldības un iestādes', en: 'the asker’s municipalities and institutions alone' },
} as const satisfies Record<string, Text>;

/** Who holds rights on a day within the asker's scope: the very query of "who has rights here", on the map of the day and a chosen one. */
export const rightsOnADay = reportKind({
  name: 'rights-on-a-day',
  title: REPORT_WORDS.title,
  summary: REPORT_WORDS.summary,
  permission: seeRights,
  input: z.object({ on: IsoDateInput.optional(), role: z.string().max(60).optional(), edition: EditionInput }),
  fields: [
    { name: 'on', label: REPORT_WORDS.on, hint: REPORT_WORDS.onHint, kind: 'day', optional: true },
    { name: 'role', label: WORDS.role, kind: 'choice', options: async ({ tx }) => [{ value: '', text: REPORT_WORDS.allRoles }, ...(await roleChoices(tx))] },
    editionField,
  ],
  columns: columnsOf,
  total: async (context, input) => countGrantsHere(context.tx, filterOf(context, input), await reachOf(context, input)),
  async *rows(context, input) {
    const maps = await twoMaps(context.tx, input.on ?? context.today, input.edition);
    for await (const grant of streamGrantsHere(context.tx, filterOf(context, input), await reachOf(context, input))) yield { ...grant, maps };
  },
  async about(context, { on = context.today, role, edition }, lang) {
    const { tx, scope } = context;
    const chosen = (await roleChoices(tx)).find(({ value }) => value === role);
    return [
      { label: REPORT_WORDS.on[lang], value: readableDay(on) },
      { label: WORDS.role[lang], value: (chosen?.text ?? REPORT_WORDS.allRoles)[lang] },
      { label: REPORT_WORDS.reach[lang], value: (scope.everywhere ? REPORT_WORDS.everywhere : REPORT_WORDS.within)[lang] },
      { label: REPORT_WORDS.places[lang], value: REPORT_WORDS.ofTheDay[lang] },
      ...(await placeLines(tx, on, edition, lang)),
      { label: REPORT_WORDS.total[lang], value: String(await countGrantsHere(tx, filterOf(context, { on, role }), await reachOf(context, { on }))) },
    ];
  },
});

/** A right over a municipality reaches what it reaches on the screen on that day. */
const reachOf = ({ tx, scope, today }: ReportContext, { on }: { on?: IsoDate | undefined }) => reachOn(tx, scope, on ?? today, today);

const filterOf = ({ today }: ReportContext, { on, role }: { on?: IsoDate | undefined; role?: string | undefined }): HereFilter => ({
  today,
  day: on ?? today,
  words: '',
  roleCode: role ?? null,
  unitId: null,
  institutionId: null,
  order: { by: 'user', descending: false },
});

const roleChoices = async (tx: ReportContext['tx']) => (await listRoles(tx)).map(({ code, titleLv, titleEn }) => ({ value: code, text: { lv: titleLv, en: titleEn } }));

type Row = GrantRow & { readonly maps: TwoMaps };

function columnsOf(lang: Lang): Column<Row>[] {
  return [
    ...grantFileColumns(lang),
    { kind: 'text', header: ON_OWN_MAP[lang], value: (grant) => grant.maps.own.nameOf(grant)[lang] },
    { kind: 'text', header: ON_CHOSEN_MAP[lang], value: (grant) => grant.maps.chosen.nameOf(grant)[lang] },
    { kind: 'date', header: REPORT_WORDS.confirmed[lang], value: (grant) => grant.confirmedOn },
  ];
}
