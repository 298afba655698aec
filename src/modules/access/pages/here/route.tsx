import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { exportedFile } from '#web/exported-file.js';
import { download, formPage, type RawInput, showPage, type WebRoute } from '#web/page-route.js';
import { exportRightsHere } from '../../actions/exports.js';
import { endGrantEarly, giveGrant } from '../../actions/give-grant.js';
import { type GrantRow, listRightsHere } from '../../actions/here.js';
import { openEndForm, openGiveForm } from '../../actions/open-grant-forms.js';
import { mapFileColumns, mapLines } from '../map-columns.js';
import { dayLine, WORDS } from '../words.js';
import { grantFileColumns } from './columns.js';
import { EndPage, GivePage, HerePage } from './page.js';

export const hereRoutes: readonly WebRoute[] = [
  showPage({ path: '/access/here', action: listRightsHere, render: (here, view) => <HerePage view={view} here={here} /> }),
  download({ path: '/access/here/export', action: exportRightsHere, file: (exported, view) => exportedFile(view, WORDS.here, exported, [...grantFileColumns(view.lang), ...mapFileColumns<GrantRow>(view.lang, exported.maps)], [dayLine(exported.day, view.lang), ...mapLines(exported.maps, view.lang)]) }),
  formPage({
    path: '/access/grants/new',
    load: openGiveForm,
    render: ({ places, roles }, view, attempt) => <GivePage view={view} attempt={attempt} places={places} roles={roles} />,
    action: giveGrant,
    done: ({ userId }, _view, raw) => ({ to: backTo(userId, raw), notice: GIVEN }),
  }),
  formPage({
    path: '/access/grants/:id/end',
    load: openEndForm,
    render: (grant, view, attempt) => <EndPage view={view} grant={grant} attempt={attempt} />,
    action: endGrantEarly,
    done: ({ userId, on }, { today }, raw) => ({ to: backTo(userId, raw), notice: on > today ? fill(ENDS_LATER, { day: readableDay(on) }) : ENDED }),
  }),
];

/** Whoever came from a person's card goes back to it. */
const backTo = (userId: string, { back }: RawInput): string => (back === 'user' ? `/access/users/${userId}` : '/access/here');

const GIVEN: Text = { lv: 'Tiesības ir piešķirtas.', en: 'The right has been given.' };
const ENDS_LATER: Text = { lv: 'Tiesības beigsies {day}', en: 'The right ends on {day}' };
const ENDED: Text = { lv: 'Tiesības ir izbeigtas.', en: 'The right has been ended.' };
