import { z } from 'zod';
import { schoolScope, yearName } from '#modules/education/public.js';
import { classWords, examName, listExamYears, seeCodes } from '#modules/exams/public.js';
import { type PersonCode, readablePersonCode } from '#kernel/person-code.js';
import type { Lang, Text } from '#kernel/text.js';
import { reportKind } from '#platform/reports/report-kind.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { handOut } from '../permissions.js';
import { type NumberRow, streamNumbers } from '../store/certificates.js';
import { W } from '../pages/words.js';

/** Who has which certificate, by number, of a year's published results: for whoever hands certificates out. */
export const certificateNumbers = reportKind({
  name: 'certificate-numbers',
  title: { lv: 'Sertifikātu numuri', en: 'Numbers of certificates' },
  summary: { lv: 'Kuram kādi centralizēto eksāmenu sertifikāti ir izdoti mācību gadā, ar numuriem, versijām un atsaukumiem. Tikai paziņotie.', en: 'Who was issued which certificates of centralised exams in a school year, with numbers, versions and revocations. Only published ones.' },
  permission: handOut,
  more: { permission: seeCodes, opened: ({ personCode }: NumberRow) => personCode !== null },
  input: z.object({ year: z.coerce.number().int() }),
  fields: [{ name: 'year', label: W.year, kind: 'choice', options: async ({ tx }) => (await listExamYears(tx)).map((year) => ({ value: String(year), text: yearName(year) })) }],
  columns: columnsOf,
  async *rows(context, { year }) {
    const codesIn = context.more && (await schoolScope({ ...context, scope: context.more }));
    yield* streamNumbers(context.tx, { year, scope: await schoolScope(context), codesIn, today: context.today, now: context.now });
  },
  personOf: ({ personId }) => personId,
  about: async (_context, { year }, lang) => [{ label: W.year[lang], value: yearName(year)[lang] }],
});

function columnsOf(lang: Lang, withCodes: boolean): Column<NumberRow>[] {
  const text = (header: Text, value: (row: NumberRow) => string | null): Column<NumberRow> => ({ kind: 'text', header: header[lang], value });
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
