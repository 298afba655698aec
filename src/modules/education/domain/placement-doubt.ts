import { fill, type Text } from '#kernel/text.js';
import { CLASS_KINDS, type ClassKind, isInGrade } from './class-kinds.js';

export interface PlacedClass {
  readonly title: string;
  readonly kind: ClassKind;
  readonly grade: number | null;
  readonly year: number;
}

/**
 * What looks like a slip in placing a member in a class: another kind or grade than the class they are in, or, without one, a kind that is not that
 * of their programme. Nothing is forbidden by it; whoever places them says that it is meant. Null where nothing is odd.
 * @param stage of the membership's programme
 */
export function placementDoubt(next: PlacedClass, before: PlacedClass | undefined, stage: string): Text | null {
  if (!before) return kindsOf(stage)(next.kind) ? null : fill(NOT_OF_PROGRAMME, named(next));
  const years = next.year - before.year;
  const grades = next.grade === null || before.grade === null ? 0 : next.grade - before.grade;
  const follows = next.kind === before.kind && grades >= 0 && grades <= Math.max(0, years);
  return follows ? null : fill(NOT_LIKE_BEFORE, { ...named(next), from: before.title, fromLv: whatIs(before).lv, fromEn: whatIs(before).en });
}

function kindsOf(stage: string): (kind: ClassKind) => boolean {
  if (stage === 'preschool') return (kind) => kind === 'preschool';
  if (stage === 'basic' || stage === 'secondary') return isInGrade;
  return (kind) => kind !== 'preschool' && !isInGrade(kind);
}

const named = (one: PlacedClass) => ({ to: one.title, toLv: whatIs(one).lv, toEn: whatIs(one).en });
const whatIs = ({ kind, grade }: PlacedClass): Text => {
  const { lv, en } = CLASS_KINDS[kind];
  return grade === null ? { lv: lv.toLowerCase(), en: en.toLowerCase() } : { lv: `${lv.toLowerCase()}, ${grade}. klašu grupa`, en: `${en.toLowerCase()}, grade ${grade}` };
};

const NOT_LIKE_BEFORE: Text = {
  lv: 'Izglītojamais ir {from} ({fromLv}), bet {to} ir cita ({toLv}). Ja tas ir pareizi, atzīmējiet to un saglabājiet vēlreiz.',
  en: 'The learner is in {from} ({fromEn}), but {to} is another ({toEn}). If that is right, say so here and save again.',
};
const NOT_OF_PROGRAMME: Text = {
  lv: '{to} ({toLv}) neatbilst izglītojamā programmai. Ja tas ir pareizi, atzīmējiet to un saglabājiet vēlreiz.',
  en: '{to} ({toEn}) does not go with the learner’s programme. If that is right, say so here and save again.',
};
