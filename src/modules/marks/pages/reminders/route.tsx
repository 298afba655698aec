import type { Text } from '#kernel/text.js';
import { showPage, type WebRoute } from '#web/page-route.js';
import { parameterRoutes } from '#web/parameters/routes.js';
import { completenessParameterActions } from '../../actions/completeness-parameters.js';
import { openReminders } from '../../actions/reminders.js';
import { BOARD_PATH, W } from '../completeness/frame.js';
import { RemindersView } from './page.js';

const PARAMETERS: Text = { lv: 'Atgādinājumu dienas un kavējumu robežas', en: 'Days of reminders and limits of absences' };

export const reminderRoutes: readonly WebRoute[] = [
  showPage({ path: `${BOARD_PATH}/reminders`, action: openReminders, render: (found, view) => <RemindersView view={view} found={found} /> }),
  ...parameterRoutes({ path: `${BOARD_PATH}/parameters`, title: PARAMETERS, above: [{ text: W.title, href: BOARD_PATH }] }, completenessParameterActions),
];
