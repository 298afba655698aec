import type { ReportKind } from '../reports/report-kind.js';
import type { WorkKind } from './work-kind.js';

/** What modules add to the pages that all of them share: reports to ask for, and work that waits. */
export interface Contributions {
  readonly reports: readonly ReportKind[];
  readonly work: readonly WorkKind[];
}
