import { showPage } from '#web/page-route.js';
import { openStart } from '../../actions/open-start.js';
import { StartPage } from './page.js';

export const startRoute = showPage({ path: '/', action: openStart, input: ({ on }) => ({ on }), render: (start, view) => <StartPage view={view} start={start} /> });
