import type { Text } from '#kernel/text.js';
import { formPage, type WebRoute } from '#web/page-route.js';
import { attestInPerson } from '../../actions/confirm-again.js';
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
  formPage({
    path: '/access/users/:id/means/seen',
    load: readMeansOfUser,
    render: (means, view, attempt) => <MeansPage view={view} means={means} attempt={attempt} />,
    action: attestInPerson,
    done: (checks, view) => ({ to: view.path.replace(/\/seen$/, ''), notice: checks > 1 ? CONFIRMED_AGAIN : ONE_MORE }),
  }),
];

const ONE_MORE: Text = { lv: 'Apliecinājums saglabāts. Vajadzīgs vēl viena administratora apliecinājums.', en: 'Your word is kept. One more administrator’s is needed.' };
const CONFIRMED_AGAIN: Text = { lv: 'Konts ir apstiprināts no jauna, un tā tiesības darbojas.', en: 'The account is confirmed again, and its rights work.' };
const DONE: Text = { lv: 'Līdzekļi ir atiestatīti, saite nosūtīta.', en: 'The means have been reset and a link sent.' };
