import type { Text } from '#kernel/text.js';
import { exportedFile } from '#web/exported-file.js';
import { button, download, formPage, showPage, type WebRoute } from '#web/page-route.js';
import { bindUser } from '../../actions/bind-user.js';
import { exportUsers } from '../../actions/exports.js';
import { readUser } from '../../actions/user-details.js';
import { changeUser } from '../../actions/change-user.js';
import { createUser, listOwnUsers, openUserForm, reactivateUser, suspendUser, type UserRow } from '../../actions/users.js';
import { mapFileColumns, mapLines } from '../map-columns.js';
import { dayLine, WORDS } from '../words.js';
import { userFileColumns } from './columns.js';
import { BindUserPage } from './bind.js';
import { ChangeUserPage } from './change.js';
import { NewUserPage, UserPage, UsersPage } from './page.js';

export const usersRoutes: readonly WebRoute[] = [
  showPage({ path: '/access/users', action: listOwnUsers, render: (found, view) => <UsersPage view={view} found={found} /> }),
  download({ path: '/access/users/export', action: exportUsers, file: (exported, view) => exportedFile(view, WORDS.users, exported, [...userFileColumns(view.lang), ...mapFileColumns<UserRow>(view.lang, exported.maps)], [dayLine(exported.day, view.lang), ...mapLines(exported.maps, view.lang)]) }),
  formPage({
    path: '/access/users/new',
    load: openUserForm,
    render: (places, view, attempt) => <NewUserPage view={view} attempt={attempt} places={places} />,
    action: createUser,
    done: (id) => ({ to: `/access/users/${id}`, notice: CREATED }),
  }),
  formPage({
    path: '/access/users/:id',
    load: readUser,
    render: (details, view, attempt) => <UserPage view={view} details={details} attempt={attempt} />,
    action: suspendUser,
    done: (_, view) => ({ to: view.path, notice: SUSPENDED }),
  }),
  formPage({
    path: '/access/users/:id/person',
    load: readUser,
    render: (details, view, attempt) => <BindUserPage view={view} details={details} attempt={attempt} />,
    action: bindUser,
    done: (_, _view, raw) => ({ to: `/access/users/${String(raw['id'])}`, notice: BOUND }),
  }),
  formPage({
    path: '/access/users/:id/details',
    load: readUser,
    render: (details, view, attempt) => <ChangeUserPage view={view} details={details} attempt={attempt} />,
    action: changeUser,
    done: (_, _view, raw) => ({ to: `/access/users/${String(raw['id'])}`, notice: CHANGED }),
  }),
  button({ path: '/access/users/reactivate', action: reactivateUser, done: (_, _view, raw) => ({ to: `/access/users/${String(raw['id'])}`, notice: REACTIVATED }) }),
];

const CREATED: Text = { lv: 'Lietotājs ir izveidots; saiti, ar kuru sākt, viņš saņems pa e-pastu.', en: 'The user has been created and will get a link to begin with by mail.' };
const CHANGED: Text = { lv: 'Konta dati ir mainīti, lietotājam paziņots.', en: 'The details have been changed, and the user told.' };
const BOUND: Text = { lv: 'Konta persona ir norādīta.', en: 'The account’s person has been named.' };
const SUSPENDED: Text = { lv: 'Lietotājs ir apturēts, viņa sesijas izbeigtas.', en: 'The user has been suspended and their sessions ended.' };
const REACTIVATED: Text = { lv: 'Lietotājs ir atjaunots.', en: 'The user has been reactivated.' };
