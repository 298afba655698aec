import type { Text } from '#kernel/text.js';
import { formPage, showPage, type WebRoute } from '#web/page-route.js';
import { changeParameter, openParameterForm, openParameters } from '../../actions/completeness-parameters.js';
import { openReminders } from '../../actions/reminders.js';
import { RemindersView } from './page.js';
import { BOARD_PATH } from '../completeness/frame.js';
import { ParameterForm, ParametersView, PATH as PARAMETERS } from './parameters.js';

export const reminderRoutes: readonly WebRoute[] = [
  showPage({ path: `${BOARD_PATH}/reminders`, action: openReminders, render: (found, view) => <RemindersView view={view} found={found} /> }),
  showPage({ path: PARAMETERS, action: openParameters, render: (found, view) => <ParametersView view={view} found={found} /> }),
  formPage({
    path: `${PARAMETERS}/:name`,
    load: openParameterForm,
    loadInput: (raw) => ({ name: raw['name'] }),
    render: (form, view, attempt) => <ParameterForm view={view} attempt={attempt} form={form} />,
    action: changeParameter,
    done: () => ({ to: PARAMETERS, notice: SAVED }),
  }),
];

const SAVED: Text = { lv: 'Saglabāts; iepriekšējie skaitļi paliek redzami.', en: 'Saved; the earlier numbers stay to be seen.' };
