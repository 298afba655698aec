import { namedPage, standingReasonOf } from '#modules/education/public.js';
import { fill, type Text } from '#kernel/text.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { TextField } from '#ui/form/text-field.js';
import { button, custom, formPage, type WebRoute } from '#web/page-route.js';
import { exportedFile } from '#web/exported-file.js';
import { addRoom, openRooms, removeRoom, seatEverybody } from '../../actions/exam-day.js';
import { confirmSitting } from '../../actions/register.js';
import { exportSitting, viewSitting } from '../../actions/view-sittings.js';
import { examTitle } from '../../domain/exam-words.js';
import { FormFrame } from '../frame.js';
import { SITTINGS } from '../sittings/page.js';
import { W } from '../words.js';
import { fileColumns } from './columns.js';
import { SittingPage } from './page.js';
import { sittingPath, TAB_WORDS } from './tabs.js';

const SITTING = `${SITTINGS}/sittings/:id`;
const rooms = (id: string) => sittingPath(id, '?tab=rooms');

export const sittingRoutes: readonly WebRoute[] = [
  namedPage({ path: SITTING, action: viewSitting, render: (shown, view) => <SittingPage view={view} shown={shown} /> }),
  custom({
    method: 'GET',
    path: `${SITTING}/export`,
    async handle(_request, reply, { view, raw, perform }) {
      const { sitting, list, format, rows } = await perform(exportSitting, raw, standingReasonOf(view.actor, exportSitting.permission));
      const title: Text = { lv: `${examTitle(sitting).lv} ${TAB_WORDS[list.tab].lv}`, en: `${examTitle(sitting).en}: ${TAB_WORDS[list.tab].en}` };
      const file = exportedFile(view, title, { format, rows }, fileColumns(view, { withCodes: list.withCodes, parts: sitting.parts }));
      return reply.type(file.type).header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name.replaceAll('/', '-'))}`).send(file.content);
    },
  }),
  button({ path: `${SITTING}/confirm`, action: confirmSitting, done: ({ sitting, subjects, codes }) => ({ to: sittingPath(sitting.id, '?tab=takers'), notice: fill(CONFIRMED, { n: subjects.length, codes }) }) }),
  formPage({
    path: `${SITTING}/rooms/new`,
    load: openRooms,
    loadInput: ({ id }) => ({ id }),
    render: ({ sitting }, view, attempt) => {
      const field = fieldsOf({ lang: view.lang, ...attempt });
      return (
        <FormFrame view={view} attempt={attempt} title={ADD_ROOM} back={[{ text: TAB_WORDS.rooms, href: rooms(sitting.id) }]}>
          <TextField {...field('name')} label={ROOM_NAME} hint={ROOM_HINT} width="medium" maxLength={60} />
          <TextField {...field('seats', '15')} label={SEATS} width="short" inputMode="numeric" maxLength={3} />
        </FormFrame>
      );
    },
    action: addRoom,
    done: ({ sitting }) => ({ to: rooms(sitting.id), notice: W.saved }),
  }),
  button({ path: `${SITTING}/rooms/remove`, action: removeRoom, done: ({ sitting }) => ({ to: rooms(sitting.id), notice: REMOVED }) }),
  button({ path: `${SITTING}/rooms/seat`, action: seatEverybody, done: ({ sitting, seated }) => ({ to: rooms(sitting.id), notice: fill(SEATED, { n: seated }) }) }),
];

const CONFIRMED: Text = { lv: 'Apstiprināti kārtotāji: {n}. Piešķirti jauni kodi: {codes}.', en: 'Candidates confirmed: {n}. New codes given: {codes}.' };
const ADD_ROOM: Text = { lv: 'Pievienot telpu', en: 'Add a room' };
const ROOM_NAME: Text = { lv: 'Telpas nosaukums', en: 'Name of the room' };
const ROOM_HINT: Text = { lv: 'Piemēram, 204. kabinets', en: 'As in room 204' };
const SEATS: Text = { lv: 'Vietu skaits', en: 'Number of seats' };
const REMOVED: Text = { lv: 'Telpa noņemta.', en: 'The room has been removed.' };
const SEATED: Text = { lv: 'Nosēdināti kārtotāji: {n}.', en: 'Candidates seated: {n}.' };
