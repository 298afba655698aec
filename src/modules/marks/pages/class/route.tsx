import { namedPage } from '#modules/education/public.js';
import type { WebRoute } from '#web/page-route.js';
import { viewClassMarks } from '../../actions/view-class.js';
import { ClassPage } from './page.js';

export const classRoutes: readonly WebRoute[] = [namedPage({ path: '/marks/classes/:classId', action: viewClassMarks, render: (found, view) => <ClassPage view={view} found={found} /> })];
