import { sealAuditEveryMinute } from '#platform/audit/seal-audit.js';
import { deliverEvent } from '#platform/events/event.js';
import type { Job } from '#platform/jobs/job.js';
import { sendMail } from '#platform/mail/send-mail.js';
import { expireReports, resumeReports } from '#platform/reports/care-for-reports.js';
import { makeReport } from '#platform/reports/make-report.js';
import { defineModule } from '#web/module-definition.js';

/** What the platform itself adds to the program: its own jobs and pages, gathered like a module's. */
export const platformModule = defineModule({
  name: 'platform',
  title: { lv: 'Platforma', en: 'Platform' },
  jobs: [deliverEvent, sealAuditEveryMinute, sendMail, makeReport, resumeReports, expireReports] as unknown as Job[],
});
