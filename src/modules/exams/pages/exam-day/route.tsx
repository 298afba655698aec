import { namedPage, standingReasonOf } from '#modules/education/public.js';
import { Conflict, InvalidInput } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';
import type { Action } from '#platform/actions/action.js';
import { custom, formPage, type RawInput, type WebRoute } from '#web/page-route.js';
import { approveProtocol, markAttendance, openAttendance, returnProtocol, submitProtocol, viewProtocol } from '../../actions/exam-day.js';
import { sittingPath } from '../sitting/tabs.js';
import { SITTINGS } from '../sittings/page.js';
import { W } from '../words.js';
import { AttendancePage, marksOf } from './attendance.js';
import { ProtocolPage } from './protocol.js';

const SITTING = `${SITTINGS}/sittings/:id`;
const AT_FIRST = { values: {}, errors: [] } as const;
/** Why whoever hands in or answers looks again at the protocol on which a refusal is shown; they stood on it with a reason. */
const ON_PROTOCOL = 'education';

/** A step of the protocol: a refusal is shown on the protocol itself, with what was typed. */
const step = <Input, Output>(path: string, action: Action<Input, Output>, input: (raw: RawInput) => unknown, notice: Text): WebRoute =>
  custom({
    method: 'POST',
    path: `${SITTING}/protocol/${path}`,
    async handle(_request, _reply, at) {
      const id = String(at.raw['id']);
      try {
        await at.perform(action, input(at.raw));
        return at.redirect({ to: sittingPath(id, '/protocol'), notice });
      } catch (error) {
        if (!(error instanceof InvalidInput || error instanceof Conflict)) throw error;
        const shown = await at.perform(viewProtocol, { id }, standingReasonOf(at.view.actor, viewProtocol.permission) ?? ON_PROTOCOL);
        const errors = error instanceof InvalidInput ? error.fields : [{ field: '', message: error.text }];
        return at.send(<ProtocolPage view={at.view} shown={shown} attempt={{ values: at.raw, errors }} />, error.status);
      }
    },
  });

const SUBMITTED: Text = { lv: 'Protokols iesniegts apstiprināšanai.', en: 'The protocol has been handed in for approval.' };
const APPROVED: Text = { lv: 'Protokols apstiprināts.', en: 'The protocol has been approved.' };
const RETURNED: Text = { lv: 'Protokols atdots labošanai.', en: 'The protocol has been given back.' };

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
  step('submit', submitProtocol, ({ id, remarks }) => ({ id, remarks }), SUBMITTED),
  step('approve', approveProtocol, ({ id }) => ({ id }), APPROVED),
  step('return', returnProtocol, ({ id, why }) => ({ id, why }), RETURNED),
];
