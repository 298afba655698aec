import type { Text } from '#kernel/text.js';
import type { Directory, NamesOfThings } from '#platform/actions/directory.js';
import type { FirstStep } from '#platform/actions/first-step.js';
import type { StartNotice } from '#platform/actions/start-notice.js';
import type { WorkKind } from '#platform/actions/work-kind.js';
import type { Permission } from '#platform/actions/permission.js';
import type { Room } from '#platform/actions/room.js';
import type { ConstraintTexts } from '#platform/db/constraint-errors.js';
import type { EventKind, Subscription } from '#platform/events/event.js';
import type { ApiRoute } from '#platform/http/api-route.js';
import type { Job } from '#platform/jobs/job.js';
import type { ReportKind } from '#platform/reports/report-kind.js';
import type { WebRoute } from './page-route.js';

/** A module as the app sees it: everything it adds to the program, in one list. */
export interface ModuleDefinition {
  readonly name: string;
  readonly title: Text;
  readonly permissions: readonly Permission[];
  readonly constraintTexts: ConstraintTexts;
  readonly pages: readonly WebRoute[];
  readonly api: readonly ApiRoute[];
  readonly jobs: readonly Job[];
  readonly subscriptions: readonly Subscription[];
  readonly navigation: readonly Room[];
  /** Where those whose work it is begin, on the start page. */
  readonly firstSteps: readonly FirstStep[];
  /** What has happened to a user, told on their first page. */
  readonly startNotices: readonly StartNotice[];
  /** Reports that can be asked for under `/reports`. */
  readonly reports: readonly ReportKind[];
  /** Kinds of events fit for machine readers of `/api/events`: identities and days, and nothing that tells of a person. */
  readonly publishes: readonly EventKind<unknown>[];
  /** Work that may wait for a person, counted on the start page. */
  readonly work: readonly WorkKind[];
  /** Names what the module keeps where the audit log holds only an identifier. */
  readonly names?: NamesOfThings;
  /** Given by the module that keeps the users. */
  readonly directory?: Directory;
}

/** A module from the parts that differ from "none". */
export const defineModule = (parts: Pick<ModuleDefinition, 'name' | 'title'> & Partial<ModuleDefinition>): ModuleDefinition => ({
  permissions: [],
  constraintTexts: {},
  pages: [],
  api: [],
  jobs: [],
  subscriptions: [],
  navigation: [],
  firstSteps: [],
  startNotices: [],
  reports: [],
  publishes: [],
  work: [],
  ...parts,
});
