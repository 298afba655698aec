import type { Text } from '#kernel/text.js';
import type { EventKind } from '../events/event.js';
import type { ReportKind } from '../reports/report-kind.js';
import type { Directory, NamesOfThings } from './directory.js';
import type { FirstStep } from './first-step.js';
import type { Permission } from './permission.js';
import type { Room } from './room.js';
import type { StartNotice } from './start-notice.js';
import type { WorkKind } from './work-kind.js';

/** What modules add to the pages that all of them share: permissions that roles may hold, reports to ask for, events for machine readers, work that waits, rooms to enter, where to begin, names of things, and who the users are. */
export interface Contributions {
  readonly modules: readonly { readonly name: string; readonly title: Text }[];
  readonly permissions: readonly Permission[];
  readonly reports: readonly ReportKind[];
  readonly events: readonly EventKind<unknown>[];
  readonly work: readonly WorkKind[];
  readonly rooms: readonly Room[];
  readonly firstSteps: readonly FirstStep[];
  readonly startNotices: readonly StartNotice[];
  /** Each module names what it keeps. */
  readonly names: readonly NamesOfThings[];
  readonly directory: Directory;
}
