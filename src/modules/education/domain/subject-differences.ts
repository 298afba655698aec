import { fill, type Text } from '#kernel/text.js';
import type { CourseLine, FileProblem, ReadFile, SubjectLine } from './subject-files.js';

/** A subject as the register has it. */
export interface KnownSubject {
  readonly id: number;
  readonly name: string;
  readonly area: string;
  readonly validTo: string | null;
}

export interface KnownCourse {
  readonly id: number;
  readonly subjectId: number;
  readonly name: string;
  readonly kind: string;
  readonly level: string;
  readonly authorship: string;
  readonly validTo: string | null;
}

export interface ChangedSubject extends SubjectLine {
  readonly area: string;
  readonly was: { readonly name: string; readonly area: string; readonly ended: boolean };
}

/** What would change in the register if the files were read in. A file that was not given changes nothing of its kind. */
export interface Differences {
  readonly added: readonly (SubjectLine & { readonly area: string })[];
  readonly changed: readonly ChangedSubject[];
  readonly ended: readonly KnownSubject[];
  readonly unchanged: number;
  readonly coursesAdded: readonly CourseLine[];
  readonly coursesChanged: readonly CourseLine[];
  readonly coursesEnded: readonly KnownCourse[];
  readonly coursesUnchanged: number;
  readonly problems: readonly (FileProblem & { readonly file: 'subjects' | 'courses' })[];
}

interface Given {
  readonly subjects: readonly KnownSubject[];
  readonly courses: readonly KnownCourse[];
  readonly subjectsFile: ReadFile<SubjectLine> | null;
  readonly coursesFile: ReadFile<CourseLine> | null;
}

/** Compares the files with the register. Nothing is ended by a file in which something is wrong: the rest of it may be missing. */
export function differencesOf({ subjects, courses, subjectsFile, coursesFile }: Given): Differences {
  const areas = areasOf(coursesFile?.lines ?? []);
  const known = new Map(subjects.map((one) => [one.id, one]));
  const lines = subjectsFile?.lines ?? [];
  const compared = lines.map((line) => ({ ...line, area: areas.get(line.id) ?? known.get(line.id)?.area ?? '' }));
  const isSame = ({ id, name, area }: SubjectLine & { area: string }) => {
    const was = known.get(id);
    return was?.name === name && was.area === area && was.validTo === null;
  };
  const inFile = new Set(lines.map(({ id }) => id));
  const learned = new Set([...(subjectsFile && subjectsFile.problems.length === 0 ? [] : known.keys()), ...inFile]);
  const strange = (coursesFile?.lines ?? []).filter(({ subjectId }) => !learned.has(subjectId));
  return {
    added: compared.filter(({ id }) => !known.has(id)),
    changed: compared.filter((line) => known.has(line.id) && !isSame(line)).map((line) => {
      const { name, area, validTo } = known.get(line.id)!;
      return { ...line, was: { name, area, ended: validTo !== null } };
    }),
    ended: subjectsFile && subjectsFile.problems.length === 0 && lines.length > 0 ? subjects.filter(({ id, validTo }) => validTo === null && !inFile.has(id)) : [],
    unchanged: compared.filter(isSame).length,
    ...courseDifferences(courses, coursesFile, learned, strange.length === 0),
    problems: [
      ...(subjectsFile?.problems ?? []).map((one) => ({ ...one, file: 'subjects' as const })),
      ...(coursesFile?.problems ?? []).map((one) => ({ ...one, file: 'courses' as const })),
      ...[...new Set(strange.map(({ subjectId }) => subjectId))].map((id) => ({ line: 0, words: fill(STRANGE, { id }), file: 'courses' as const })),
    ],
  };
}

function courseDifferences(courses: readonly KnownCourse[], file: ReadFile<CourseLine> | null, learned: ReadonlySet<number>, whole: boolean) {
  const known = new Map(courses.map((one) => [keyOf(one), one]));
  const lines = (file?.lines ?? []).filter(({ subjectId }) => learned.has(subjectId));
  const isSame = (line: CourseLine) => {
    const was = known.get(keyOf(line));
    return was?.kind === line.kind && was.level === line.level && was.authorship === line.authorship && was.validTo === null;
  };
  const inFile = new Set(lines.map(keyOf));
  return {
    coursesAdded: lines.filter((line) => !known.has(keyOf(line))),
    coursesChanged: lines.filter((line) => known.has(keyOf(line)) && !isSame(line)),
    coursesEnded: file && whole && file.problems.length === 0 && lines.length > 0 ? courses.filter((one) => one.validTo === null && !inFile.has(keyOf(one))) : [],
    coursesUnchanged: lines.filter(isSame).length,
  };
}

const keyOf = ({ subjectId, name }: { subjectId: number; name: string }): string => `${subjectId} ${name}`;

/** The area of learning is told with the courses: that of most of a subject's courses. */
function areasOf(courses: readonly CourseLine[]): Map<number, string> {
  const counts = new Map<number, Map<string, number>>();
  for (const { subjectId, area } of courses) {
    if (area === '') continue;
    const own = counts.get(subjectId) ?? new Map<string, number>();
    counts.set(subjectId, own.set(area, (own.get(area) ?? 0) + 1));
  }
  return new Map([...counts].map(([id, own]) => [id, [...own].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]![0]]));
}

const STRANGE: Text = { lv: 'kursa priekšmets ar identifikatoru {id} nav zināms; kurss netiks pievienots', en: 'a course’s subject with identifier {id} is not known; the course will not be added' };
