import type { Text } from '#kernel/text.js';

/** A subject's result of the year as the rules of promotion see it. */
export interface YearResult {
  readonly subject: string;
  /** The year's mark on the ten-point scale; null where there is none (nv), or where outcomes are assessed. */
  readonly points: number | null;
  /** A mark of the post-examination, which counts in the place of the year's. */
  readonly postPoints?: number | null | undefined;
  readonly exempt?: boolean | undefined;
  /** Grades 1 to 3: whether each outcome of the subject has been assessed. */
  readonly outcomesAssessed?: boolean | undefined;
}

export interface ToPromote {
  readonly grade: number;
  readonly results: readonly YearResult[];
  /** The teachers' council gave reasons for repeating the year (grades 1 to 3). */
  readonly councilAdvisesRepeating?: boolean | undefined;
  /** Grade 9 or 12 ended with the document of its education. */
  readonly hasDocument?: boolean | undefined;
}

/** Why someone cannot be promoted, with the rule that says so. */
export interface Block {
  /** Act and item: `MK 11 25.2`. */
  readonly rule: string;
  readonly words: Text;
  readonly subjects: readonly string[];
}

/** A mark from 4 is a pass (MK 11, items 25 and 26). */
const PASS = 4;

/**
 * What blocks the promotion to the next grade by items 25 and 26 of Cabinet regulations No. 11 (11.01.2022); nothing when it is open.
 * The head's order decides; this only says what the rule says. Sub-item numbers are to be verified against the act.
 */
export function promotionBlocks({ grade, results, councilAdvisesRepeating = false, hasDocument = false }: ToPromote): Block[] {
  const counted = results.filter((result) => !result.exempt);
  if (grade <= 3) return firstGrades(counted, councilAdvisesRepeating);
  if (grade <= 8) return upToEight(counted);
  if (grade === 9 || grade === 12) return hasDocument ? [] : [{ rule: 'MK 11 26', words: NO_DOCUMENT, subjects: failing(counted) }];
  const below = failing(counted);
  return below.length > 0 ? [{ rule: 'MK 11 25.3', words: BELOW_IN_SECONDARY, subjects: below }] : [];
}

function firstGrades(counted: readonly YearResult[], advised: boolean): Block[] {
  const missing = counted.filter((result) => !result.outcomesAssessed).map((result) => result.subject);
  return [
    ...(missing.length > 0 ? [{ rule: 'MK 11 25.1', words: NOT_ASSESSED, subjects: missing }] : []),
    ...(advised ? [{ rule: 'MK 11 25.1', words: COUNCIL, subjects: [] }] : []),
  ];
}

/** Not below 4 in all subjects, or after post-examinations at most one result below 4. */
function upToEight(counted: readonly YearResult[]): Block[] {
  const below = failing(counted);
  const retaken = counted.every((result) => passes(result.points) || typeof result.postPoints === 'number');
  if (below.length === 0 || (below.length === 1 && retaken)) return [];
  return [{ rule: 'MK 11 25.2', words: retaken ? SEVERAL_BELOW : BELOW, subjects: below }];
}

const passes = (points: number | null | undefined) => typeof points === 'number' && points >= PASS;
const failing = (counted: readonly YearResult[]) => counted.filter((result) => !passes(result.postPoints ?? result.points)).map((result) => result.subject);

const NOT_ASSESSED: Text = { lv: 'nav novērtēti visi sasniedzamie rezultāti', en: 'not all outcomes are assessed' };
const COUNCIL: Text = { lv: 'pedagoģiskā padome pamatoti iesaka mācīties atkārtoti', en: 'the teachers’ council advises repeating, with reasons' };
const BELOW: Text = { lv: 'gada vērtējums zem 4 ballēm vai nav vērtējuma, un pēcpārbaudījuma vēl nav', en: 'a year mark below 4 or none, and no post-examination yet' };
const SEVERAL_BELOW: Text = { lv: 'arī pēc pēcpārbaudījumiem vairāk nekā viens vērtējums ir zem 4 ballēm', en: 'more than one mark below 4, post-examinations included' };
const BELOW_IN_SECONDARY: Text = { lv: 'vērtējums zem 4 ballēm vai nav vērtējuma', en: 'a mark below 4 or none' };
const NO_DOCUMENT: Text = { lv: 'nav izglītības dokumenta', en: 'no document of education' };
