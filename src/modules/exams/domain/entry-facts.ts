import type { IsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import type { Level } from './exam-words.js';

export const FACT_KINDS = ['exempt', 'replaced', 'extra term', 'support', 'annulled'] as const;
/** What can be said about an entry besides where it stands. */
export type FactKind = (typeof FACT_KINDS)[number];

export const MARKS = ['present', 'absent', 'partial', 'expelled'] as const;
/** Whether someone took a part; `partial`: only some of it. */
export type Mark = (typeof MARKS)[number];

export interface FactAbout {
  readonly kind: FactKind;
  /** Null is the whole exam. */
  readonly parts: readonly number[] | null;
}

export interface MarkOfPart {
  readonly part: number;
  readonly mark: Mark;
  readonly hasWork: boolean;
}

/** All, some or none of the parts; `unknown` while nothing has been marked. */
export type Extent = 'all' | 'some' | 'none';
export type Participation = Extent | 'unknown' | 'expelled';

const liveOf = (facts: readonly FactAbout[], kind: FactKind) => facts.find((one) => one.kind === kind);

/** From how much of the exam someone is exempt (Atbrīvots: JĀ, NĒ, DAĻĒJI). */
export function exemptionOf(parts: readonly number[], facts: readonly FactAbout[]): Extent {
  const exempt = liveOf(facts, 'exempt');
  if (!exempt) return 'none';
  return exempt.parts === null || parts.every((part) => exempt.parts!.includes(part)) ? 'all' : 'some';
}

/** How much of what was to be taken someone took (Piedalījās); parts from which they are exempt do not count, nor does a replaced exam. */
export function participationOf(parts: readonly number[], facts: readonly FactAbout[], marks: readonly MarkOfPart[]): Participation {
  const due = dueParts(parts, facts);
  const own = marks.filter(({ part }) => due.includes(part));
  if (own.length === 0) return 'unknown';
  if (own.some(({ mark }) => mark === 'expelled')) return 'expelled';
  if (own.every(({ mark }) => mark === 'absent')) return 'none';
  return own.length === due.length && own.every(({ mark }) => mark === 'present') ? 'all' : 'some';
}

/** The parts that someone is to take. */
export function dueParts(parts: readonly number[], facts: readonly FactAbout[]): readonly number[] {
  if (liveOf(facts, 'replaced')) return [];
  const exempt = liveOf(facts, 'exempt');
  if (!exempt) return parts;
  return exempt.parts === null ? [] : parts.filter((part) => !exempt.parts!.includes(part));
}

/** Whether someone is to come: a name on the list of those who take the exam (Kārtotāji). */
export const takes = (parts: readonly number[], facts: readonly FactAbout[]): boolean => dueParts(parts, facts).length > 0;

/** Whether a result may bring a certificate: a replaced exam has none, an annulled one loses it. */
export const mayCertify = (facts: readonly FactAbout[]): boolean => !liveOf(facts, 'replaced') && !liveOf(facts, 'annulled');

export const CEFR_LEVELS = ['A2', 'B1', 'B2', 'C1', 'C2'] as const;
export type CefrLevel = (typeof CEFR_LEVELS)[number];

/** The least level of an international document that replaces the exam (MK 795): B2 for the optimal one, C1 for the highest. Others are not replaced. */
const LEAST: Partial<Readonly<Record<Level, CefrLevel>>> = { optimal: 'B2', highest: 'C1' };

interface Replacement {
  readonly exam: { readonly level: Level; readonly isLanguage: boolean; readonly code: string };
  readonly heldOn: IsoDate;
  readonly cefrLevel: CefrLevel;
  readonly documentDate: IsoDate;
  /** The first day on which the document no longer holds; null where it does not end. */
  readonly validTo: IsoDate | null;
}

/** Why an international document does not replace an exam, with the field that says so; null where it does. */
export function whyNotReplaced({ exam, heldOn, cefrLevel, documentDate, validTo }: Replacement): { readonly field: string; readonly why: Text } | null {
  const least = LEAST[exam.level];
  if (!exam.isLanguage || exam.code.startsWith('LAT') || !least) return { field: 'ground', why: NOT_FOREIGN };
  if (CEFR_LEVELS.indexOf(cefrLevel) < CEFR_LEVELS.indexOf(least)) return { field: 'cefrLevel', why: { lv: `Šo eksāmenu aizstāj dokuments no ${least} līmeņa (MK noteikumi Nr. 795).`, en: `This exam is replaced by a document from level ${least} on (Cabinet Regulation No. 795).` } };
  if (documentDate > heldOn) return { field: 'documentDate', why: ISSUED_LATER };
  if (validTo !== null && validTo <= heldOn) return { field: 'validTo', why: NOT_VALID };
  return null;
}

const NOT_FOREIGN: Text = { lv: 'Ar starptautisku dokumentu aizstāj tikai svešvalodas eksāmenu optimālajā vai augstākajā līmenī.', en: 'An international document replaces only an exam in a foreign language at the optimal or highest level.' };
const ISSUED_LATER: Text = { lv: 'Dokumentam jābūt izdotam līdz eksāmena dienai.', en: 'The document must have been issued by the day of the exam.' };
const NOT_VALID: Text = { lv: 'Dokumentam jābūt derīgam eksāmena dienā.', en: 'The document must be valid on the day of the exam.' };

export const FACT_WORDS: Readonly<Record<FactKind, Text>> = {
  exempt: { lv: 'Atbrīvojums', en: 'Exemption' },
  replaced: { lv: 'Starptautisks dokuments', en: 'International document' },
  'extra term': { lv: 'Papildtermiņš', en: 'Extra term' },
  support: { lv: 'Atbalsta pasākums', en: 'Support measure' },
  annulled: { lv: 'Anulēšana', en: 'Annulment' },
};

export const MARK_WORDS: Readonly<Record<Mark, Text>> = {
  present: { lv: 'Piedalījās', en: 'Present' },
  absent: { lv: 'Neieradās', en: 'Absent' },
  partial: { lv: 'Daļēji', en: 'Partly' },
  expelled: { lv: 'Izraidīts', en: 'Expelled' },
};
