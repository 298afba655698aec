import type { Job } from '#platform/jobs/job.js';
import { defineModule } from '#web/module-definition.js';
import { takeUpExtracts, workOffExtract } from './actions/work-off-extract.js';
import { schoolageWork } from './actions/waiting-work.js';
import { schoolageApi } from './api/routes.js';
import { closeEnrolled, closeSettledInquiries } from './jobs/close-inquiries.js';
import { remind } from './jobs/remind.js';
import { schoolageRoutes } from './pages/routes.js';
import { PATH, W } from './pages/words.js';
import { SCHOOLAGE_PERMISSIONS, seeInquiries } from './permissions.js';
import { unregisteredChildren } from './reports/unregistered-children.js';
import { SCHOOLAGE_CONSTRAINTS } from './texts.js';

export const schoolageModule = defineModule({
  name: 'schoolage',
  title: { lv: 'Obligātās izglītības vecuma bērni', en: 'Children of compulsory school age' },
  permissions: SCHOOLAGE_PERMISSIONS,
  constraintTexts: SCHOOLAGE_CONSTRAINTS,
  pages: schoolageRoutes,
  api: schoolageApi,
  jobs: [workOffExtract, takeUpExtracts, closeSettledInquiries, remind] as unknown as Job[],
  subscriptions: closeEnrolled,
  reports: [unregisteredChildren],
  work: schoolageWork,
  navigation: [{ href: PATH, text: W.short, section: 'my-work', permission: seeInquiries }],
});
