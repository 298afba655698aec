import type { Text } from '#kernel/text.js';
import { formPage, type WebRoute } from '#web/page-route.js';
import { readMeansOfUser, resetMeans } from '../../actions/means-of-user.js';
import { MeansPage } from './page.js';

export const meansRoutes: readonly WebRoute[] = [
  formPage({
    path: '/access/users/:id/means',
    load: readMeansOfUser,
    render: (means, view, attempt) => <MeansPage view={view} means={means} attempt={attempt} />,
    action: resetMeans,
    done: (_, view) => ({ to: view.path, notice: DONE }),
  }),
];

const DONE: Text = { lv: 'Līdzekļi ir atiestatīti, saite nosūtīta.', en: 'The means have been reset and a link sent.' };
