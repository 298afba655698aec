import { classTitleKey } from '#modules/education/public.js';
import { inLatvianOrder } from '#kernel/latvian-order.js';
import { mostAlike } from './likeness.js';

/** Why something is suggested, from the strongest to the weakest. */
export type Reason =
  | { readonly kind: 'own' }
  /** The classes of the rows learn it in this school year. */
  | { readonly kind: 'learnt'; readonly classes: readonly string[] }
  | { readonly kind: 'journal' }
  | { readonly kind: 'schools'; readonly schools: number }
  | { readonly kind: 'likeness'; readonly likeness: number }
  | { readonly kind: 'pupils' }
  | { readonly kind: 'grade' };

export interface Suggestion<Id> {
  readonly id: Id;
  readonly name: string;
  readonly reasons: readonly Reason[];
}

/** What was decided before about a name: by this school, by the e-journal for all of its schools, by other schools. */
export interface Decided {
  readonly subjectId: number;
  readonly own: boolean;
  readonly journal: boolean;
  readonly schools: number;
}

interface Subject {
  readonly id: number;
  readonly name: string;
}

/** More decisions of other schools than this weigh no more. */
const ENOUGH_SCHOOLS = 10;

const weightOf = (reason: Reason): number => {
  switch (reason.kind) {
    case 'own':
      return 4;
    // Before all that others decided and all likeness: “Sports” of a class that learns “Sports un veselība” is that.
    case 'learnt':
      return 5;
    case 'journal':
      return 2;
    case 'schools':
      return 1 + Math.min(reason.schools, ENOUGH_SCHOOLS) / ENOUGH_SCHOOLS;
    case 'likeness':
      return reason.likeness;
    case 'pupils':
      return 3;
    case 'grade':
      return 0.5;
  }
};

const weigh = ({ reasons }: Suggestion<unknown>): number => reasons.reduce((sum, reason) => sum + weightOf(reason), 0);

/** So many of the most alike subjects are looked at for a name. */
const ALIKE = 5;

/** Which of the classes of the rows learn a subject, by the subject. */
export type Learnt = ReadonlyMap<number, readonly string[]>;

/**
 * The subjects that a name most likely means: those that the classes of the rows learn go before what was decided about it before, and that before
 * how alike the names are. A subject is never suggested for being learnt alone. Nothing is chosen here.
 */
export function suggestSubjects(written: string, subjects: readonly Subject[], decided: readonly Decided[], learnt: Learnt = new Map(), most = 3): Suggestion<number>[] {
  const nearest = (among: readonly Subject[]) => mostAlike(written, among, ({ name }) => name, ALIKE).map(({ thing, likeness }) => [thing.id, likeness] as const);
  const alike = new Map([...nearest(subjects), ...nearest(subjects.filter(({ id }) => learnt.has(id)))]);
  return subjects
    .map(({ id, name }): Suggestion<number> => {
      const before = decided.find(({ subjectId }) => subjectId === id);
      const likeness = alike.get(id);
      return {
        id,
        name,
        reasons: [
          ...(before?.own ? [{ kind: 'own' } as const] : []),
          ...(learnt.has(id) ? [{ kind: 'learnt', classes: learnt.get(id)! } as const] : []),
          ...(before?.journal ? [{ kind: 'journal' } as const] : []),
          ...(before && before.schools > 0 ? [{ kind: 'schools', schools: before.schools } as const] : []),
          ...(likeness === undefined ? [] : [{ kind: 'likeness', likeness } as const]),
        ],
      };
    })
    .filter(({ reasons }) => reasons.some(({ kind }) => kind !== 'learnt'))
    .toSorted((a, b) => weigh(b) - weigh(a) || a.id - b.id)
    .slice(0, most);
}

interface SchoolClass {
  readonly id: string;
  readonly title: string;
  readonly grade: number | null;
}

/** The classes that a title most likely means: the one where the pupils named are (`likely`), then those of the same grade by how far the titles agree. */
export function suggestClasses(title: string, classes: readonly SchoolClass[], likely: string | null = null, most = 3): Suggestion<string>[] {
  const key = classTitleKey(title);
  const grade = Number.parseInt(/\d+/.exec(key)?.[0] ?? '', 10);
  return classes
    .map((one): Suggestion<string> => {
      const likeness = agreementOf(key, classTitleKey(one.title));
      return { id: one.id, name: one.title, reasons: [...(one.title === likely ? [{ kind: 'pupils' } as const] : []), ...(one.grade === grade ? [{ kind: 'grade' } as const] : []), ...(likeness > 0 ? [{ kind: 'likeness', likeness } as const] : [])] };
    })
    .filter(({ reasons }) => reasons.some(({ kind }) => kind !== 'likeness'))
    .toSorted((a, b) => weigh(b) - weigh(a) || inLatvianOrder(a.name, b.name))
    .slice(0, most);
}

/** How far two short keys agree from their beginning, as a share of both. */
function agreementOf(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  return (2 * shared) / (a.length + b.length);
}
