import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import type { TermPeriod } from './completeness.js';
import { periodName } from './periods.js';

interface OfDue {
  readonly periods: readonly TermPeriod[];
  readonly dueOn: IsoDate;
}

/** A stage in words: so many working days before or after the deadline. */
export function stageWords(stage: number): Text {
  if (stage === 0) return { lv: 'termiņa dienā', en: 'on the day of the deadline' };
  const days = Math.abs(stage);
  const one = days % 10 === 1 && days % 100 !== 11;
  return stage < 0
    ? { lv: `${days} ${one ? 'darba dienu' : 'darba dienas'} pirms termiņa`, en: `${days} working ${days === 1 ? 'day' : 'days'} before the deadline` }
    : { lv: `${days} ${one ? 'darba dienu' : 'darba dienas'} pēc termiņa`, en: `${days} working ${days === 1 ? 'day' : 'days'} after the deadline` };
}

const subjectOf = ({ periods, dueOn }: OfDue, stage: number): Text => ({
  lv: stage > 0 ? `Termiņš pagājis ${readableDay(dueOn)} ${periodNames(periods).lv}` : `Termiņš ${readableDay(dueOn)} ${periodNames(periods).lv}`,
  en: stage > 0 ? `Overdue since ${readableDay(dueOn)} ${periodNames(periods).en}` : `Due on ${readableDay(dueOn)} ${periodNames(periods).en}`,
});

export const periodNames = (periods: readonly TermPeriod[]): Text => ({ lv: periods.map((one) => periodName(one).lv.toLowerCase()).join(', '), en: periods.map((one) => periodName(one).en.toLowerCase()).join(', ') });

const recordsLv = (n: number) => (n % 10 === 1 && n % 100 !== 11 ? 'ieraksta' : 'ierakstu');

export const schoolReminder = (due: OfDue, stage: number, { missing, school }: { missing: number; school: string }): { subject: Text; body: Text } => ({
  subject: subjectOf(due, stage),
  body: {
    lv: `${school}: vēl nav ${missing} ${recordsLv(missing)} (vērtējumi, sasniedzamie rezultāti, kavējumi). Lapā redzams, kurās klasēs un priekšmetos. Ja neattaisnotu kavējumu nebija, iesniedziet ziņojumu, ka kavējumu nav.`,
    en: `${school}: ${missing} ${missing === 1 ? 'record is' : 'records are'} not there yet (marks, learning outcomes, absences). The page shows in which classes and subjects. If nobody was absent without justification, file a nil report.`,
  },
});

const MOST_NAMED = 40;

export function municipalityReminder(due: OfDue, stage: number, schools: readonly { readonly name: string; readonly missing: number }[]): { subject: Text; body: Text } {
  const named = schools.slice(0, MOST_NAMED).map(({ name, missing }) => `${name}: ${missing}`).join('\n');
  const more = schools.length - MOST_NAMED;
  return {
    subject: subjectOf(due, stage),
    body: {
      lv: `Iestādes, no kurām vēl nav visu ierakstu, un cik to trūkst:\n${named}${more > 0 ? `\nun vēl ${more}` : ''}`,
      en: `Institutions from which not everything has come, and how many records are out:\n${named}${more > 0 ? `\nand ${more} more` : ''}`,
    },
  };
}
