import { inLatvianOrder } from '#kernel/latvian-order.js';
import type { Text } from '#kernel/text.js';
import { parsePoints, pointsInWords } from './scoring.js';

export const POINT_REFUSALS = ['no-code', 'no-candidate', 'twice', 'nothing-given', 'unknown-part', 'no-points', 'too-many-points', 'not-taken', 'published'] as const;
/** Why a row of points is not taken. */
export type PointRefusal = (typeof POINT_REFUSALS)[number];

/** A row as it came: points by the number of the part, as written. */
export interface ArrivedRow {
  readonly line: number;
  readonly candidateCode: string;
  readonly points: Readonly<Record<string, string>>;
}

/** What the register knows of a candidate of the event. */
export interface KnownCandidate {
  readonly entryId: string;
  readonly candidateCode: string;
  /** Parts that they took. */
  readonly taken: readonly number[];
  readonly halfPoints: Readonly<Record<string, number>>;
  readonly isPublished: boolean;
}

export interface RefusedRow {
  readonly verdict: 'refused';
  readonly code: PointRefusal;
  readonly field: string;
  readonly expected: string;
  readonly nearest: readonly string[];
}
export type JudgedRow = RefusedRow | { readonly verdict: 'taken' | 'unchanged'; readonly entryId: string; readonly points: readonly { readonly part: number; readonly halfPoints: number }[] };

interface PartOfExam {
  readonly number: number;
  readonly maxHalfPoints: number;
}

const CODE = /^\d{12}$/;
const refused = (code: PointRefusal, field: string, expected: string, nearest: readonly string[] = []): RefusedRow => ({ verdict: 'refused', code, field, expected, nearest });

/** Judges rows of one event by themselves: nothing is guessed, and what is refused says which field, what was expected and what lies near. */
export function judgePoints(parts: readonly PartOfExam[], known: ReadonlyMap<string, KnownCandidate>, seen: Set<string>): (row: ArrivedRow) => JudgedRow {
  return ({ candidateCode, points }) => {
    const code = candidateCode.replaceAll(/\s/g, '');
    if (!CODE.test(code)) return refused('no-code', 'candidateCode', '############');
    const candidate = known.get(code);
    if (!candidate) return refused('no-candidate', 'candidateCode', '############', nearestCodes(code, known.keys()));
    if (seen.has(code)) return refused('twice', 'candidateCode', '1 ×');
    seen.add(code);
    const given = Object.entries(points).filter(([, words]) => words.trim() !== '');
    if (given.length === 0) return refused('nothing-given', 'points', candidate.taken.join(', '));
    const wanted: { part: number; halfPoints: number }[] = [];
    for (const [number, words] of given) {
      const part = parts.find((one) => String(one.number) === number);
      const field = `points.${number}`;
      if (!part) return refused('unknown-part', field, parts.map((one) => one.number).join(', '));
      const most = `0–${pointsInWords(part.maxHalfPoints, 'lv')}; 0,5`;
      const halfPoints = parsePoints(words);
      if (halfPoints === undefined) return refused('no-points', field, most, nearestPoints(words, part.maxHalfPoints));
      if (halfPoints > part.maxHalfPoints) return refused('too-many-points', field, most, [pointsInWords(part.maxHalfPoints, 'lv')]);
      if (!candidate.taken.includes(part.number)) return refused('not-taken', field, candidate.taken.join(', '));
      wanted.push({ part: part.number, halfPoints });
    }
    const changed = wanted.filter(({ part, halfPoints }) => candidate.halfPoints[String(part)] !== halfPoints);
    if (changed.length === 0) return { verdict: 'unchanged', entryId: candidate.entryId, points: [] };
    if (candidate.isPublished) return refused('published', `points.${changed[0]!.part}`, pointsInWords(candidate.halfPoints[String(changed[0]!.part)] ?? 0, 'lv'));
    return { verdict: 'taken', entryId: candidate.entryId, points: changed };
  };
}

const MOST_NEAREST = 3;
const NEAR = 2;

/** Codes of the event that differ in at most two digits, the nearest first. */
function nearestCodes(code: string, known: Iterable<string>): string[] {
  const near: { code: string; differs: number }[] = [];
  for (const one of known) {
    let differs = 0;
    for (let at = 0; at < code.length && differs <= NEAR; at += 1) if (one[at] !== code[at]) differs += 1;
    if (differs <= NEAR) near.push({ code: one, differs });
  }
  return near.sort((a, b) => a.differs - b.differs || inLatvianOrder(a.code, b.code)).slice(0, MOST_NEAREST).map((one) => one.code);
}

/** The half-points on both sides of a number that is none, such as 12,3. */
function nearestPoints(words: string, most: number): string[] {
  const number = Number(words.trim().replace(',', '.'));
  if (!Number.isFinite(number) || number < 0) return [];
  return [Math.floor(number * 2), Math.ceil(number * 2)].filter((half) => half <= most).map((half) => pointsInWords(half, 'lv'));
}

export const REFUSAL_WORDS: Readonly<Record<PointRefusal, Text>> = {
  'no-code': { lv: 'Kārtotāja kods ir divpadsmit cipari', en: 'A candidate code is twelve digits' },
  'no-candidate': { lv: 'Šajā pārbaudījumā tāda kārtotāja nav', en: 'The exam has no such candidate' },
  twice: { lv: 'Kārtotājs datnē ir jau augstāk', en: 'The candidate stands further up already' },
  'nothing-given': { lv: 'Rindā nav punktu nevienai daļai', en: 'The row has no points for any part' },
  'unknown-part': { lv: 'Pārbaudījumā šādas daļas nav', en: 'The exam has no such part' },
  'no-points': { lv: 'Punktus raksta ar soli 0,5, piemēram, 12,5', en: 'Points go by halves, as in 12.5' },
  'too-many-points': { lv: 'Vairāk punktu, nekā daļā var iegūt', en: 'More points than the part has' },
  'not-taken': { lv: 'Kārtotājs šajā daļā nav piedalījies vai ir no tās atbrīvots', en: 'The candidate did not take this part, or is exempt from it' },
  published: { lv: 'Rezultāts jau ir paziņots; to maina ar lēmumu kārtotāja kartītē', en: 'The result is published; it is changed by a decision on the candidate’s card' },
};
