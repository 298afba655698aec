import type { CodeCount, Finding } from './finding.js';
import type { Mode } from './manifest.js';

export interface FileReport {
  readonly name: string;
  /** Null where the manifest does not say. */
  readonly mode: Mode | null;
  readonly present: boolean;
  /** Records, without the header. */
  readonly rows: number;
  readonly errors: number;
  readonly warnings: number;
}

/** What a check found out about a package. */
export interface PackageReport {
  /** `1.2` where a header follows the text of the standard before its corrections. */
  readonly dialect: '1.2.1' | '1.2';
  readonly source: string | null;
  readonly rows: number;
  readonly errors: number;
  readonly warnings: number;
  readonly files: readonly FileReport[];
  readonly counts: readonly CodeCount[];
  /** The first findings of each code. */
  readonly findings: readonly Finding[];
}
