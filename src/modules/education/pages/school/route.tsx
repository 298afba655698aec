import { fill, type Text } from '#kernel/text.js';
import { button, custom, showPage, type WebRoute } from '#web/page-route.js';
import { copyGroupsFromLastYear } from '../../actions/classes.js';
import { listToPutInOrder, openEducation, openSchool } from '../../actions/start-page.js';
import { SchoolPage, SchoolsPage, ToPutInOrderPage } from './start-page.js';

export const schoolRoutes: readonly WebRoute[] = [
  custom({
    method: 'GET',
    path: '/education',
    async handle(_request, _reply, at) {
      const choices = await at.perform(openEducation, at.raw);
      return choices.only ? at.redirect({ to: `/education/institutions/${choices.only.regNr}` }) : at.send(<SchoolsPage view={at.view} choices={choices} />);
    },
  }),
  showPage({ path: '/education/institutions/:regNr', action: openSchool, render: (start, view) => <SchoolPage view={view} start={start} /> }),
  showPage({ path: '/education/institutions/:regNr/to-do/:kind', action: listToPutInOrder, render: (found, view) => <ToPutInOrderPage view={view} found={found} /> }),
  button({
    path: '/education/institutions/:regNr/copy-groups',
    action: copyGroupsFromLastYear,
    done: ({ year, copied }, _view, raw) => ({ to: `/education/institutions/${String(raw['regNr'])}?year=${year}`, notice: fill(COPIED, { copied }) }),
  }),
];

const COPIED: Text = { lv: 'Nokopētas grupas: {copied}.', en: 'Groups copied: {copied}.' };
