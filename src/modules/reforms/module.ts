import { defineModule } from '#web/module-definition.js';
import type { Job } from '#platform/jobs/job.js';
import { applyDueReforms } from './jobs/apply-due-reforms.js';
import { rehearseReform } from './jobs/rehearse-reform.js';
import { decide, operate } from './permissions.js';

export const reformsModule = defineModule({
  name: 'reforms',
  title: { lv: 'Reformas', en: 'Reforms' },
  permissions: [operate, decide],
  jobs: [rehearseReform, applyDueReforms] as unknown as Job[],
});
