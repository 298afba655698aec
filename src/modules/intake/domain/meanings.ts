import { classTitleKey, nameKey, type SchoolBook } from '#modules/education/public.js';
import { once } from './once.js';

type BookSubject = SchoolBook['subjects'][number];
type BookClass = SchoolBook['classes'][number];
type BookOutcome = SchoolBook['outcomes'][number];

/** What a school or a journal calls something, as a person confirmed it. */
export interface Aliases {
  /** Subject by the key of its name; what the school said goes before what the journal says everywhere. */
  readonly subjects: ReadonlyMap<string, number>;
  /** Class by the key of its title. */
  readonly classes: ReadonlyMap<string, string>;
}

/** What names in rows mean; each distinct name is looked up once. */
export interface Meanings {
  /** By identifier, then alias of the school, alias of the journal, and a name that only one subject has. Nothing is guessed. */
  subject(id: number | null | undefined, name: string | null | undefined): BookSubject | undefined;
  outcome(code: string): BookOutcome | undefined;
  /** A class by its title as the school, or its journal, writes it. */
  class(title: string): BookClass | undefined;
}

export function meaningsOf({ subjects, classes, outcomes }: SchoolBook, aliases: Aliases): Meanings {
  const byId = new Map(subjects.map((one) => [one.id, one]));
  const byKey = Map.groupBy(subjects, ({ nameKey: key }) => key);
  const byCode = new Map(outcomes.map((one) => [codeKey(one.code), one]));
  const classById = new Map(classes.map((one) => [one.id, one]));
  const byTitle = new Map(classes.toSorted((a, b) => Number(isClass(a)) - Number(isClass(b))).map((one) => [one.titleKey, one]));

  const subjectNamed = once((name: string) => {
    const key = nameKey(name);
    const named = byId.get(aliases.subjects.get(key) ?? -1);
    if (named) return named;
    const same = byKey.get(key) ?? [];
    return same.length === 1 ? same[0] : undefined;
  });

  return {
    // A number that means nothing is a slip of whoever sent it, and the name beside it may not mend it: they might contradict each other.
    subject: (id, name) => (id === null || id === undefined ? name ? subjectNamed(name) : undefined : byId.get(id)),
    outcome: once((code: string) => byCode.get(codeKey(code))),
    class: once((title: string) => {
      const key = classTitleKey(title);
      return classById.get(aliases.classes.get(key) ?? '') ?? byTitle.get(key);
    }),
  };
}

const isClass = ({ kind }: BookClass): boolean => kind === 'class' || kind === 'special';
const codeKey = (code: string): string => code.trim().toUpperCase();
