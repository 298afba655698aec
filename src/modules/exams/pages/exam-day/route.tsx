import { namedPage } from '#modules/education/public.js';
import type { Text } from '#kernel/text.js';
import { button, formPage, type WebRoute } from '#web/page-route.js';
import { approveProtocol, markAttendance, openAttendance, returnProtocol, submitProtocol, viewProtocol } from '../../actions/exam-day.js';
import { sittingPath } from '../sitting/tabs.js';
import { SITTINGS } from '../sittings/page.js';
import { W } from '../words.js';
import { AttendancePage, marksOf } from './attendance.js';
import { ProtocolPage } from './protocol.js';

const SITTING = `${SITTINGS}/sittings/:id`;
const AT_FIRST = { values: {}, errors: [] } as const;

export const examDayRoutes: readonly WebRoute[] = [
  formPage({
    path: `${SITTING}/attendance`,
    load: openAttendance,
    loadInput: ({ id }) => ({ id }),
    render: (form, view, attempt) => <AttendancePage view={view} attempt={attempt} form={form} />,
    action: markAttendance,
    input: (raw) => ({ id: raw['id'], marks: marksOf(raw), rest: raw['rest'] === 'yes' }),
    done: ({ sitting }) => ({ to: sittingPath(sitting.id, '?tab=takers'), notice: W.saved }),
  }),
  namedPage({ path: `${SITTING}/protocol`, action: viewProtocol, render: (shown, view) => <ProtocolPage view={view} shown={shown} attempt={AT_FIRST} /> }),
  button({ path: `${SITTING}/protocol/submit`, action: submitProtocol, done: ({ sitting }) => ({ to: sittingPath(sitting.id, '/protocol'), notice: SUBMITTED }) }),
  button({ path: `${SITTING}/protocol/approve`, action: approveProtocol, done: ({ sitting }) => ({ to: sittingPath(sitting.id, '/protocol'), notice: APPROVED }) }),
  button({ path: `${SITTING}/protocol/return`, action: returnProtocol, done: ({ sitting }) => ({ to: sittingPath(sitting.id, '/protocol'), notice: RETURNED }) }),
];

const SUBMITTED: Text = { lv: 'Protokols iesniegts apstiprināšanai.', en: 'The protocol has been handed in for approval.' };
const APPROVED: Text = { lv: 'Protokols apstiprināts.', en: 'The protocol has been approved.' };
const RETURNED: Text = { lv: 'Protokols atdots labošanai.', en: 'The protocol has been given back.' };
