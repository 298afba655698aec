import type { Text } from '#kernel/text.js';
import { formPage, type WebRoute } from '#web/page-route.js';
import { changeParameter, readParameters } from '../../actions/parameters.js';
import { ParametersPage } from './page.js';

export const parametersRoutes: readonly WebRoute[] = [
  formPage({
    path: '/access/parameters',
    load: readParameters,
    render: (rows, view, attempt) => <ParametersPage view={view} attempt={attempt} rows={rows} />,
    action: changeParameter,
    done: () => ({ to: '/access/parameters', notice: CHANGED }),
  }),
];

const CHANGED: Text = { lv: 'Ierobežojums ir mainīts.', en: 'The limit has been changed.' };
