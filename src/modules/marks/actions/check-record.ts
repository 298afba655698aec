import { findPupilPlace, listNearestMemberships, listOutcomesOfGrade, type PupilPlace, readScales } from '#modules/education/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { readableDay } from '#kernel/iso-date.js';
import { readablePeriod } from '#kernel/period.js';
import type { Text } from '#kernel/text.js';
import type { ActionContext } from '#platform/actions/action.js';
import { checkAbsence, checkAssessment, type Finding, type Surroundings } from '../domain/check-record.js';
import type { MARK_PERIODS, Period } from '../domain/periods.js';
import { listTotals, type RecordKey } from '../store/records.js';
import { windowOfPeriod } from './ask-window.js';

/** What is to be recorded: an assessment, or the totals of absences. */
export interface RecordValues {
  readonly value: string;
  readonly language: string | null;
  readonly decidedOn: IsoDate | null;
  readonly justifiedLessons: number;
  readonly unjustifiedLessons: number;
}

export interface CheckedRecord {
  readonly findings: readonly Finding[];
  readonly place: PupilPlace;
  /** The scale that holds, and the value as it stands on it. */
  readonly scale: string;
  readonly value: string;
}

/** Checks one record against everything that the registers know: the same rules, in the same order, as for rows that come in batches. */
export async function checkRecord(context: Pick<ActionContext, 'tx' | 'today'>, key: RecordKey, subjectId: number | null, values: RecordValues, byOrder: boolean): Promise<CheckedRecord> {
  const { tx, today } = context;
  const { kind, year, personId, institutionId } = key;
  const period = key.period as Period;
  const place = await findPupilPlace(tx, { personId, institutionId, year, period, decidedOn: values.decidedOn, present: kind === 'absence', subjectId });
  const around: Surroundings = {
    place: place.membershipId ? { grade: place.grade } : null,
    window: await windowOfPeriod(tx, { kind, year, period }),
    today,
    byOrder,
  };
  if (kind === 'absence') {
    const findings = checkAbsence({ period, ...values }, await listTotals(tx, key), around);
    return { findings: await withNearest(context, key, findings, values.decidedOn), place, scale: '', value: '' };
  }
  const scales = await readScales(tx);
  const assessed = (grade: number) => ({ year, grade, subjectId: subjectId!, period: period as (typeof MARK_PERIODS)[number], record: kind });
  const offScale = (grade: number): Text | null => {
    const checked = scales.check(assessed(grade), values.value);
    return checked.ok ? null : checked.why;
  };
  const ofGrade = kind === 'outcome' && place.grade ? new Set((await listOutcomesOfGrade(tx, place.grade)).map(({ id }) => id)) : null;
  const findings = checkAssessment(values, around, { ...place, offScale, isOfGrade: () => ofGrade?.has(key.item) ?? true });
  const checked = place.grade ? scales.check(assessed(place.grade), values.value) : undefined;
  return { findings: await withNearest(context, key, findings, place.day), place, scale: checked?.ok ? checked.value.scale : '', value: checked?.ok ? checked.value.value : values.value };
}

/** Says beside "not a member" when the learner was one. */
async function withNearest({ tx, today }: Pick<ActionContext, 'tx' | 'today'>, { personId, institutionId }: RecordKey, findings: readonly Finding[], day: IsoDate | null): Promise<readonly Finding[]> {
  if (!findings.some(({ code }) => code === 'VI-203')) return findings;
  const near = await listNearestMemberships(tx, personId, institutionId, day ?? today);
  const told = (lang: 'lv' | 'en') => near.map((one) => `${one.class ?? '–'}: ${readablePeriod({ from: one.validFrom, to: one.validTo }, lang)}`).join('; ');
  const on = day ? ` (${readableDay(day)})` : '';
  const words: Text = {
    lv: near.length > 0 ? `Šajā dienā${on} izglītojamais iestādes klasē nebija. Viņš tajā mācījās: ${told('lv')}.` : `Šajā dienā${on} izglītojamais iestādes klasē nebija.`,
    en: near.length > 0 ? `The learner was in no class of the institution on that day${on}. They learnt there: ${told('en')}.` : `The learner was in no class of the institution on that day${on}.`,
  };
  return findings.map((one) => (one.code === 'VI-203' ? { ...one, message: words } : one));
}
