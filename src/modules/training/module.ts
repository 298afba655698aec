import { SIGNED_IN } from '#platform/actions/permission.js';
import type { Job } from '#platform/jobs/job.js';
import { defineModule } from '#web/module-definition.js';
import { trainingWork } from './actions/waiting-work.js';
import { trainingSteps } from './first-steps.js';
import { followJoinedUsers } from './jobs/follow-joined.js';
import { remind } from './jobs/remind.js';
import { attemptRoutes } from './pages/attempt/route.js';
import { certificateRoutes } from './pages/certificate/route.js';
import { mineRoutes } from './pages/mine/route.js';
import { registerRoutes } from './pages/register/route.js';
import { remoteRoutes } from './pages/remote/route.js';
import { requirementsRoutes } from './pages/requirements/route.js';
import { WORDS } from './pages/words.js';
import { nameCourses } from './store/names.js';
import { writeRoutes } from './pages/write/route.js';
import { requireTraining, seeRegister, TRAINING_PERMISSIONS, writeCourses } from './permissions.js';
import { TRAINING_CONSTRAINTS } from './texts.js';

export const trainingModule = defineModule({
  name: 'training',
  title: { lv: 'Mācības', en: 'Training' },
  permissions: TRAINING_PERMISSIONS,
  constraintTexts: TRAINING_CONSTRAINTS,
  pages: [...mineRoutes, ...attemptRoutes, ...writeRoutes, ...requirementsRoutes, ...registerRoutes, ...remoteRoutes, ...certificateRoutes],
  names: nameCourses,
  jobs: [remind] as unknown as Job[],
  subscriptions: [followJoinedUsers],
  work: trainingWork,
  firstSteps: trainingSteps,
  navigation: [
    { href: '/training', text: WORDS.training, section: 'mine', permission: SIGNED_IN },
    { href: '/training/register', text: WORDS.register, section: 'administration', permission: seeRegister, often: 'yearly' },
    { href: '/training/requirements', text: WORDS.required, section: 'administration', permission: requireTraining, often: 'yearly' },
    { href: '/training/write', text: WORDS.write, section: 'administration', permission: writeCourses, often: 'yearly' },
  ],
});
