import { accessModule } from '#modules/access/module.js';
import { appsModule } from '#modules/apps/module.js';
import { authenticationModule } from '#modules/authentication/module.js';
import { educationModule } from '#modules/education/module.js';
import { checkingModule } from '#modules/checking/module.js';
import { certificatesModule } from '#modules/certificates/module.js';
import { institutionsModule } from '#modules/institutions/module.js';
import { examsModule } from '#modules/exams/module.js';
import { intakeModule } from '#modules/intake/module.js';
import { marksModule } from '#modules/marks/module.js';
import { personsModule } from '#modules/persons/module.js';
import { territoriesModule } from '#modules/territories/module.js';
import { settlementsModule } from '#modules/settlements/module.js';
import { schoolageModule } from '#modules/schoolage/module.js';
import { trainingModule } from '#modules/training/module.js';
import { reformsModule } from '#modules/reforms/module.js';
import { reportingModule } from '#modules/reporting/module.js';
import { workspaceModule } from '#modules/workspace/module.js';
import { portalModule } from '#modules/portal/module.js';
import { platformModule } from './platform-module.js';
import type { Contributions } from '#platform/actions/contributions.js';
import { NOBODY_KNOWN } from '#platform/actions/directory.js';
import type { ModuleDefinition } from '#web/module-definition.js';

/** The modules of the program, each after those it asks. */
export const MODULES: readonly ModuleDefinition[] = [platformModule, territoriesModule, personsModule, institutionsModule, checkingModule, accessModule, authenticationModule, appsModule, trainingModule, educationModule, schoolageModule, marksModule, intakeModule, settlementsModule, examsModule, certificatesModule, portalModule, reformsModule, reportingModule, workspaceModule];

export const JOBS = MODULES.flatMap((module) => module.jobs);
export const SUBSCRIPTIONS = MODULES.flatMap((module) => module.subscriptions);
export const CONSTRAINT_TEXTS = Object.assign({}, ...MODULES.map((module) => module.constraintTexts)) as ModuleDefinition['constraintTexts'];
export const CONTRIBUTIONS: Contributions = {
  modules: MODULES.map(({ name, title }) => ({ name, title })),
  permissions: MODULES.flatMap((module) => module.permissions),
  reports: MODULES.flatMap((module) => module.reports),
  events: MODULES.flatMap((module) => module.publishes),
  work: MODULES.flatMap((module) => module.work),
  rooms: MODULES.flatMap((module) => module.navigation),
  firstSteps: MODULES.flatMap((module) => module.firstSteps),
  startNotices: MODULES.flatMap((module) => module.startNotices),
  names: MODULES.flatMap((module) => module.names ?? []),
  directory: MODULES.find((module) => module.directory)?.directory ?? NOBODY_KNOWN,
};
