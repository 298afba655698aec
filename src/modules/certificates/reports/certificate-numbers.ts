import { z } from 'zod';
import { liveLine, schoolScope, yearName } from '#modules/education/public.js';
import { classWords, examName, listExamYears, seeCodes } from '#modules/exams/public.js';
import { type BothMaps, bothMapColumns, bothMaps, editionField, EditionInput, placeLines } from '#modules/institutions/public.js';
import { instantInRiga } from '#kernel/clock.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { invalid } from '#kernel/errors.js';
import { addDays, type IsoDate, IsoDateInput, readableDay } from '#kernel/iso-date.js';
import { type PersonCode, readablePersonCode } from '#kernel/person-code.js';
import type { Lang, Text } from '#kernel/text.js';
import { reportKind } from '#platform/reports/report-kind.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { handOut } from '../permissions.js';
import { type NumberRow, streamNumbers } from '../store/certificates.js';
import { W } from '../pages/words.js';

const ON: Text = { lv: 'Numuri dienā', en: 'Numbers as of' };
const ON_HINT: Text = { lv: 'Kas izdots, paziņots un atsaukts līdz šīs dienas beigām. Tukšs – šodiena.', en: 'What was issued, published and revoked by the end of the day. Empty: today.' };
const TO_COME: Text = { lv: 'Šī diena vēl nav pienākusi. Norādiet šodienu vai agrāku dienu.', en: 'This day is still to come. Give today or an earlier one.' };

/** Who has which certificate, by number, of a year's published results: for whoever hands certificates out. */
export const certificateNumbers = reportKind({
  name: 'certificate-numbers',
  title: { lv: 'Sertifikātu numuri', en: 'Numbers of certificates' },
  summary: { lv: 'Kuram kādi centralizēto eksāmenu sertifikāti ir izdoti mācību gadā, ar numuriem, versijām un atsaukumiem. Tikai paziņotie.', en: 'Who was issued which certificates of centralised exams in a school year, with numbers, versions and revocations. Only published ones.' },
  permission: handOut,
  more: { permission: seeCodes, opened: ({ personCode }: Row) => personCode !== null },
  input: z.object({ year: z.coerce.number().int(), on: emptyAsNull(IsoDateInput), edition: EditionInput }),
  fields: [
    { name: 'year', label: W.year, kind: 'choice', options: async ({ tx }) => (await listExamYears(tx)).map((year) => ({ value: String(year), text: yearName(year) })) },
    { name: 'on', label: ON, hint: ON_HINT, kind: 'day', optional: true },
    editionField,
  ],
  check: async ({ today }, { on }) => {
    if (on !== null && on > today) throw invalid('on', TO_COME);
  },
  columns: columnsOf,
  async *rows(context, { year, on, edition }): AsyncGenerator<Row> {
    const { tx, now, today } = context;
    const day = on ?? today;
    const codesIn = context.more && (await schoolScope({ ...context, scope: context.more }));
    const maps = await bothMaps(tx, day, edition);
    for await (const row of streamNumbers(tx, { year, scope: await schoolScope(context), codesIn, today: day, now: until(day, now) })) yield { ...row, maps };
  },
  personOf: ({ personId }) => personId,
  about: async ({ tx, today }, { year, on, edition }, lang) => [
    { label: W.year[lang], value: yearName(year)[lang] },
    { label: ON[lang], value: readableDay(on ?? today) },
    liveLine(lang),
    ...(await placeLines(tx, on ?? today, edition, lang)),
  ],
});

type Row = NumberRow & { readonly maps: BothMaps };

/** The end of a day, or now; what is published at midnight belongs to the next day. */
function until(day: IsoDate, now: Date): Date {
  const dayEnds = instantInRiga(addDays(day, 1));
  return now < dayEnds ? now : new Date(dayEnds.getTime() - 1);
}

function columnsOf(lang: Lang, withCodes: boolean): Column<Row>[] {
  const text = (header: Text, value: (row: Row) => string | null): Column<Row> => ({ kind: 'text', header: header[lang], value });
  return [
    text(INSTITUTION, ({ institution }) => institution),
    text(REG_NR, ({ regNr }) => regNr),
    ...(withCodes ? [text(PERSON_CODE, ({ personCode }) => (personCode === null ? null : readablePersonCode(personCode as PersonCode)))] : []),
    text(GIVEN, ({ given }) => given),
    text(FAMILY, ({ family }) => family),
    text(W.class, (row) => classWords(row)[lang]),
    text(CANDIDATE, ({ candidateCode }) => candidateCode),
    text(W.exam, (row) => examName(row)[lang]),
    text(W.number, ({ number }) => number),
    { kind: 'integer', header: W.version[lang], value: ({ version }) => version },
    { kind: 'date', header: W.issuedOn[lang], value: ({ issuedOn }) => issuedOn },
    { kind: 'integer', header: TOTAL[lang], value: ({ total }) => total },
    text(W.revoked, ({ revokedAt }) => (revokedAt === null ? NO : YES)[lang]),
    ...bothMapColumns<Row>(lang),
  ];
}

const INSTITUTION: Text = { lv: 'Iestāde', en: 'Institution' };
const REG_NR: Text = { lv: 'Reģistrācijas Nr.', en: 'Registration number' };
const PERSON_CODE: Text = { lv: 'Personas kods', en: 'Personal code' };
const GIVEN: Text = { lv: 'Vārds', en: 'Given name' };
const FAMILY: Text = { lv: 'Uzvārds', en: 'Family name' };
const CANDIDATE: Text = { lv: 'Kārtotāja kods', en: 'Candidate code' };
const TOTAL: Text = { lv: 'Kopvērtējums, %', en: 'Total, %' };
const YES: Text = { lv: 'Jā', en: 'Yes' };
const NO: Text = { lv: 'Nē', en: 'No' };
