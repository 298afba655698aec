import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';

/** A subject's result of the year as the rules of promotion see it. */
export interface YearResult {
  readonly subject: Text;
  /** The year's mark on the ten-point scale; null where there is none (nv), or where outcomes are assessed. */
  readonly points: number | null;
  /** A mark of the post-examination, which counts in the place of the year's. */
  readonly postPoints?: number | null | undefined;
  readonly exempt?: boolean | undefined;
  /** Grades 1 to 3: whether each outcome of the subject has been assessed. */
  readonly outcomesAssessed?: boolean | undefined;
  /** Whether something is entered for the year at all: nv is, silence is not. Of outcomes: of each of them. */
  readonly entered: boolean;
  /** Whether anything of it is; of a mark the same as `entered`. */
  readonly begun: boolean;
}

/** Until when the year's results are entered, and from when; null where no deadline is recorded, so that nobody can say they are late. */
export interface ResultsDue {
  readonly day: IsoDate;
  readonly opensOn: IsoDate | null;
  /** Through which day post-examinations may be taken, where the year’s deadlines say so. */
  readonly postDay?: IsoDate | null | undefined;
}

export interface ToPromote {
  readonly grade: number;
  readonly results: readonly YearResult[];
  readonly due: ResultsDue | null;
  readonly today: IsoDate;
  /** The teachers' council gave reasons for repeating the year (grades 1 to 3). */
  readonly councilAdvisesRepeating?: boolean | undefined;
}

/** Why someone cannot be promoted, or cannot yet be decided about, with the rule that says so. */
export interface Block {
  /** Act and item, `MK 11 25.2`; empty where no rule stands behind it. Read by `ruleWords`. */
  readonly rule: string;
  readonly words: Text;
  readonly subjects: readonly Text[];
  /** What is needed for the decision is not there yet: nobody is proposed to repeat or to finish for that. */
  readonly waits: boolean;
}

/** A mark from 4 is a pass (MK 11, items 25 and 26). */
const PASS = 4;

/**
 * What stands against promotion to the next grade, or against finishing, by items 25 and 26 of Cabinet regulations No. 11 (11.01.2022); nothing when
 * the way is open. While results may still come, what is missing waits and is no failure. The head's order decides; this only says what the
 * rule says. Sub-item numbers are to be verified against the act.
 */
export function promotionBlocks(pupil: ToPromote): Block[] {
  const { grade, results } = pupil;
  const counted = results.filter((result) => !result.exempt);
  const missing = counted.filter(({ entered }) => !entered);
  if (mayStillCome(pupil) && (missing.length > 0 || results.length === 0)) return [awaited(pupil, missing.length < counted.length ? missing : [])];
  // A school that is late has decided about nobody: silence about everything is no failure of the pupil's.
  if (counted.length > 0 && !counted.some(({ begun }) => begun)) return [{ rule: '', words: fill(LATE, { day: readableDay(pupil.due!.day) }), subjects: [], waits: true }];
  if (results.length === 0) return grade === 9 || grade === 12 ? [{ rule: '', words: NOTHING_TO_FINISH, subjects: [], waits: true }] : [];
  if (grade <= 3) return firstGrades(counted, pupil.councilAdvisesRepeating ?? false);
  const open = grade === 9 || grade === 12 ? [] : stillToRetake(pupil, counted);
  if (open.length > 0) return [{ rule: grade <= 8 ? 'MK 11 25.2' : 'MK 11 25.3', words: fill(RETAKE, { day: readableDay(pupil.due!.postDay!) }), subjects: open.map(({ subject }) => subject), waits: true }];
  if (grade <= 8) return upToEight(counted);
  const below = failing(counted);
  if (below.length === 0) return [];
  return [grade === 9 || grade === 12 ? blocks('MK 11 26', NO_DOCUMENT, below) : blocks('MK 11 25.3', BELOW_IN_SECONDARY, below)];
}

/** How people read a rule: as the act is cited. */
export function ruleWords(rule: string): Text | null {
  const parts = /^MK (\d+) (\d+(?:\.\d+)?)$/.exec(rule);
  if (!parts) return rule === '' ? null : { lv: rule, en: rule };
  const [, act = '', item = ''] = parts;
  return fill(item.includes('.') ? SUB_ITEM : ITEM, { act, item });
}

/** A block as one sentence: the rule as the act is cited, what it says, and of which subjects. */
export function blockWords({ rule, words, subjects }: Block): Text {
  const cited = ruleWords(rule);
  const said = (lang: 'lv' | 'en') => [...(cited ? [cited[lang]] : []), words[lang], ...(subjects.length > 0 ? [subjects.map((one) => one[lang]).join(', ')] : [])].join(': ');
  return { lv: said('lv'), en: said('en') };
}

const mayStillCome = ({ due, today }: ToPromote) => due === null || today <= due.day;

function awaited({ due, today }: ToPromote, missing: readonly YearResult[]): Block {
  // Before the entry opens every subject is missing, so that naming them says nothing.
  if (due?.opensOn && today < due.opensOn) return { rule: '', words: fill(NOT_OPEN, { from: readableDay(due.opensOn), day: readableDay(due.day) }), subjects: [], waits: true };
  const words = due === null ? NO_DEADLINE : fill(NOT_DUE, { day: readableDay(due.day) });
  return { rule: '', words, subjects: missing.map(({ subject }) => subject), waits: true };
}

const blocks = (rule: string, words: Text, of: readonly YearResult[]): Block => ({ rule, words, subjects: of.map(({ subject }) => subject), waits: false });

function firstGrades(counted: readonly YearResult[], advised: boolean): Block[] {
  const missing = counted.filter((result) => !result.outcomesAssessed);
  return [...(missing.length > 0 ? [blocks('MK 11 25.1', NOT_ASSESSED, missing)] : []), ...(advised ? [blocks('MK 11 25.1', COUNCIL, [])] : [])];
}

/** Not below 4 in all subjects, or after post-examinations at most one result below 4. */
function upToEight(counted: readonly YearResult[]): Block[] {
  const below = failing(counted);
  const retaken = counted.every((result) => passes(result.points) || typeof result.postPoints === 'number');
  if (below.length === 0 || (below.length === 1 && retaken)) return [];
  return [blocks('MK 11 25.2', retaken ? SEVERAL_BELOW : BELOW, below)];
}

/** Failed and not retaken, while the year’s post-examinations may still be taken. */
const stillToRetake = ({ due, today }: ToPromote, counted: readonly YearResult[]): YearResult[] =>
  due?.postDay && today <= due.postDay ? failing(counted).filter((result) => result.entered && typeof result.postPoints !== 'number') : [];

const passes = (points: number | null | undefined) => typeof points === 'number' && points >= PASS;
const failing = (counted: readonly YearResult[]) => counted.filter((result) => !passes(result.postPoints ?? result.points));

const ITEM: Text = { lv: 'MK noteikumi Nr. {act}, {item}. punkts', en: 'Cabinet Regulation No. {act}, paragraph {item}' };
const SUB_ITEM: Text = { lv: 'MK noteikumi Nr. {act}, {item}. apakšpunkts', en: 'Cabinet Regulation No. {act}, sub-paragraph {item}' };
const NOT_OPEN: Text = { lv: 'gada vērtējumu vēl nav: tos ievada no {from} līdz {day}', en: 'the year’s assessments are not there yet: they are entered from {from} to {day}' };
const NOT_DUE: Text = { lv: 'vēl nav visu gada vērtējumu; termiņš ir {day}', en: 'not all assessments of the year are there yet; they are due on {day}' };
const LATE: Text = { lv: 'gada vērtējumu nav neviena, kaut termiņš bija {day}: ievadiet tos (arī nv, ja nav vērtējuma)', en: 'no assessment of the year is there, though they were due on {day}: enter them (nv too, where there is none)' };
const NO_DEADLINE: Text = { lv: 'nav visu gada vērtējumu, un to termiņš reģistrā nav norādīts', en: 'not all assessments of the year are there, and the register has no deadline for them' };
const NOTHING_TO_FINISH: Text = { lv: 'klasei nav mācību plāna, tāpēc nav redzams, vai ir viss, kas vajadzīgs pabeigšanai', en: 'the class has no plan of subjects, so it cannot be seen whether all that finishing needs is there' };
const NOT_ASSESSED: Text = { lv: 'nav novērtēti visi sasniedzamie rezultāti', en: 'not all outcomes are assessed' };
const COUNCIL: Text = { lv: 'pedagoģiskā padome pamatoti iesaka mācīties atkārtoti', en: 'the teachers’ council advises repeating, with reasons' };
const RETAKE: Text = { lv: 'gada vērtējums zem 4 ballēm; pēcpārbaudījumu var kārtot līdz {day}', en: 'a year mark below 4; a post-examination may be taken through {day}' };
const BELOW: Text = { lv: 'gada vērtējums zem 4 ballēm vai nav vērtējuma, un pēcpārbaudījuma vēl nav', en: 'a year mark below 4 or none, and no post-examination yet' };
const SEVERAL_BELOW: Text = { lv: 'arī pēc pēcpārbaudījumiem vairāk nekā viens vērtējums ir zem 4 ballēm', en: 'more than one mark below 4, post-examinations included' };
const BELOW_IN_SECONDARY: Text = { lv: 'vērtējums zem 4 ballēm vai nav vērtējuma', en: 'a mark below 4 or none' };
const NO_DOCUMENT: Text = { lv: 'izglītības dokumentu nevar izsniegt: gada vērtējums zem 4 ballēm vai nav vērtējuma', en: 'no document of education can be issued: a year mark below 4 or none' };
