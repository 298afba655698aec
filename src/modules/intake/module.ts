import { rememberReasons } from '#platform/audit/reason-words.js';
import type { Job } from '#platform/jobs/job.js';
import { defineModule } from '#web/module-definition.js';
import { batchRoutes } from './api/batch-routes.js';
import { journalApi } from './api/journal-routes.js';
import { intakeApi } from './api/routes.js';
import { oneRosterRoutes } from './api/oneroster-routes.js';
import { sandboxRoutes } from './api/sandbox-routes.js';
import { intakeSteps } from './first-steps.js';
import { retryWaitingRows } from './jobs/retry-waiting.js';
import { takeUpForsakenBatches } from './jobs/take-up-forsaken.js';
import { workBatches } from './jobs/work-batches.js';
import { pullEveryNight } from './jobs/pull-every-night.js';
import { pullResults } from './jobs/pull-results.js';
import { workPackages } from './jobs/work-packages.js';
import { countWork } from './actions/count-work.js';
import { contributeParcelSteps } from './actions/parcel-steps.js';
import { READING_REASONS } from './actions/oneroster/read-collection.js';
import { SERVER_CONSTRAINTS } from './actions/oneroster/servers.js';
import { addressRoutes } from './pages/addresses/route.js';
import { batchRoutes as batchPages } from './pages/batches/route.js';
import { checkRoutes } from './pages/check/route.js';
import { WORDS } from './pages/check/words.js';
import { W } from './pages/intake-words.js';
import { OWN } from './pages/journals/card.js';
import { expireForgottenPackages } from './jobs/expire-packages.js';
import { journalRoutes } from './pages/journals/route.js';
import { mappingRoutes } from './pages/mapping/route.js';
import { oneRosterPages } from './pages/oneroster/route.js';
import { O } from './pages/oneroster/words.js';
import { schoolRoutes } from './pages/schools/route.js';
import { templateRoutes } from './pages/template/route.js';
import { troubleRoutes } from './pages/troubles/route.js';
import { checkPackages, INTAKE_PERMISSIONS, keepJournals, mapNames, seeBatches, seeOwnJournal, takePackages } from './permissions.js';
import { nameIntake } from './store/names.js';
import { PIPELINE_CONSTRAINTS } from './texts/intake.js';
import { JOURNAL_CONSTRAINTS } from './texts/journals.js';

contributeParcelSteps();

rememberReasons(READING_REASONS);

export const intakeModule = defineModule({
  name: 'intake',
  title: { lv: 'Datu saņemšana', en: 'Intake of data' },
  permissions: INTAKE_PERMISSIONS,
  constraintTexts: { ...PIPELINE_CONSTRAINTS, ...JOURNAL_CONSTRAINTS, ...SERVER_CONSTRAINTS },
  pages: [...checkRoutes, ...oneRosterPages, ...journalRoutes, ...addressRoutes, ...schoolRoutes, ...batchPages, ...mappingRoutes, ...troubleRoutes, ...templateRoutes],
  api: [...intakeApi, ...journalApi, ...batchRoutes, ...sandboxRoutes, ...oneRosterRoutes],
  jobs: [workBatches, retryWaitingRows, workPackages, pullResults, pullEveryNight, takeUpForsakenBatches, expireForgottenPackages] as unknown as Job[],
  names: nameIntake,
  work: [{ name: 'intake.names', title: { lv: 'E-žurnālu nosaukumi, kas jāsaskaņo', en: 'Names of e-journals to be matched' }, href: '/intake/mapping', permission: mapNames, count: countWork }],
  firstSteps: intakeSteps,
  navigation: [
    { href: '/intake/troubles', text: W.troubles, section: 'my-work', permission: mapNames },
    { href: '/intake/schools', text: W.schools, section: 'my-work', permission: seeBatches },
    { href: '/intake/oneroster', text: O.title, section: 'my-work', permission: takePackages, often: 'yearly' },
    { href: '/intake/check', text: WORDS.check, section: 'my-work', permission: checkPackages, often: 'yearly' },
    { href: '/intake/mine', text: OWN, section: 'my-work', permission: seeOwnJournal, often: 'daily' },
    { href: '/intake/journals', text: W.journals, section: 'administration', permission: keepJournals },
  ],
});
