import type { Job } from '#platform/jobs/job.js';
import { defineModule } from '#web/module-definition.js';
import * as events from './events.js';
import { reformsSteps } from './first-steps.js';
import { applyDueReforms } from './jobs/apply-due-reforms.js';
import { rehearseReform } from './jobs/rehearse-reform.js';
import { settlingFounderTasks } from './jobs/settle-founder-tasks.js';
import { settlingRequestTasks } from './jobs/settle-request-task.js';
import { tellLateUsers, tellUsersOfCancelled, tellUsersOfCeasingUnits } from './jobs/tell-users.js';
import { watchFit, watchingFit } from './jobs/watch-fit.js';
import { changesRoutes } from './pages/changes/route.js';
import { correctionRoutes } from './pages/correction/route.js';
import { differencesRoutes } from './pages/differences/route.js';
import { draftRoute } from './pages/draft/route.js';
import { preparationRoutes } from './pages/preparation/route.js';
import { reformListRoute } from './pages/reform-list/route.js';
import { reformRoutes } from './pages/reform/route.js';
import { taskRoute } from './pages/task/route.js';
import { decide, operate } from './permissions.js';
import { countMisfits } from './store/misfits.js';
import { countOpenTasks } from './store/tasks.js';
import { CONSTRAINTS, TEXTS } from './texts.js';

export const reformsModule = defineModule({
  name: 'reforms',
  title: TEXTS.reforms,
  permissions: [operate, decide],
  constraintTexts: CONSTRAINTS,
  pages: [reformListRoute, draftRoute, ...reformRoutes, ...preparationRoutes, ...changesRoutes, ...differencesRoutes, ...correctionRoutes, taskRoute],
  jobs: [rehearseReform, applyDueReforms, watchFit, tellLateUsers] as unknown as Job[],
  subscriptions: [tellUsersOfCeasingUnits, tellUsersOfCancelled, ...settlingFounderTasks, settlingRequestTasks, ...watchingFit],
  work: [
    { name: 'reforms.misfits', title: TEXTS.misfitting, href: '/reforms', permission: operate, count: ({ tx, scope }) => countMisfits(tx, scope) },
    { name: 'reforms.tasks', title: { lv: 'Reformu jautājumi, kas jāizlemj', en: 'Questions of reforms to be decided' }, href: '/reforms', permission: operate, count: ({ tx, scope }) => countOpenTasks(tx, scope) },
  ],
  publishes: Object.values(events),
  firstSteps: reformsSteps,
  navigation: [{ href: '/reforms', text: { lv: 'Reformas', en: 'Reforms' }, section: 'administration', permission: operate, often: 'daily' }],
});
