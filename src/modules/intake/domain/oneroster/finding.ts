import { CATALOGUE, type Code } from './catalogue/catalogue.js';

/** One thing that is wrong. Its words stand in the catalogue under its code, so it needs no language. */
export interface Finding {
  readonly code: Code;
  readonly file: string;
  /** As a spreadsheet program counts: the header is row 1. Null where it is about the whole file. */
  readonly row: number | null;
  readonly column: string | null;
  /** What should stand there, in words of the standard; null where the catalogue says it. */
  readonly expected: string | null;
  /** What stands there; values that tell of a person are masked. */
  readonly actual: string | null;
  /** A value that would be right, where there is only one. */
  readonly suggestion: string | null;
}

export type Place = Pick<Finding, 'file' | 'row' | 'column'>;
export type About = Partial<Pick<Finding, 'expected' | 'actual' | 'suggestion'>>;

export interface CodeCount {
  readonly code: Code;
  readonly count: number;
}

/** How many findings of a code are kept; all are counted. */
export const KEPT_PER_CODE = 100;

/** Gathers what is found: counts all of it, keeps the first of each code. */
export interface Findings {
  add(code: Code, place: Place, about?: About): void;
  readonly kept: readonly Finding[];
  counts(): readonly CodeCount[];
  ofFile(file: string): { errors: number; warnings: number };
}

export function findings(keptPerCode = KEPT_PER_CODE): Findings {
  const kept: Finding[] = [];
  const byCode = new Map<Code, number>();
  const byFile = new Map<string, { errors: number; warnings: number }>();
  const ofFile = (file: string) => byFile.get(file) ?? { errors: 0, warnings: 0 };
  return {
    kept,
    add(code, { file, row, column }, { expected = null, actual = null, suggestion = null } = {}) {
      const count = (byCode.get(code) ?? 0) + 1;
      byCode.set(code, count);
      const { errors, warnings } = ofFile(file);
      const isError = CATALOGUE[code].severity === 'error';
      byFile.set(file, { errors: errors + (isError ? 1 : 0), warnings: warnings + (isError ? 0 : 1) });
      if (count <= keptPerCode) kept.push({ code, file, row, column, expected, actual, suggestion });
    },
    counts: () => [...byCode].map(([code, count]) => ({ code, count })),
    ofFile,
  };
}
