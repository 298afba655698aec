import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { scopeOf } from '#platform/actions/permission.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { SummaryList } from '#ui/summary-list.js';
import { type Column, DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import type { Attempt } from '#web/page-route.js';
import { orderKept, pagingByKey, sortingOf } from '#web/list-links.js';
import { hrefWith, type View } from '#web/view.js';
import type { GrantRow, PlaceChoice } from '../../actions/here.js';
import { writtenPlace } from '../../actions/place-input.js';
import type { UserDetails } from '../../actions/user-details.js';
import type { UserRow, UsersPage as Found } from '../../actions/users.js';
import { manageUsers } from '../../permissions.js';
import { grantColumns, roleTitle } from '../grant-cells.js';
import { EditionField, EqualTotals, mapColumns } from '../map-columns.js';
import { WORDS } from '../words.js';

export function UsersPage({ view, found }: { view: View; found: Found }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, values: view.query, errors: [] });
  const file = (format: string) => hrefWith({ path: '/access/users/export', query: view.query }, { format, after: undefined, seen: undefined });
  return (
    <Page {...view.frame} title={t(WORDS.users)} width="work">
      <h1>{t(WORDS.users)}</h1>
      <ButtonRow>
        <ButtonLink href="/access/users/new">{t(NEW)}</ButtonLink>
      </ButtonRow>
      <FilterForm lang={lang} clearHref="/access/users" hidden={orderKept(view)}>
        <TextField {...field('words')} label={SEARCH} width="medium" optional />
        <SelectField {...field('state')} label={WORDS.state} emptyOption={ALL} options={[{ value: 'active', label: ACTIVE }, { value: 'suspended', label: SUSPENDED }]} optional />
        <DateField {...field('on', found.day)} label={WORDS.day} max={view.today} optional />
        <EditionField {...field('edition')} editions={found.editions} />
      </FilterForm>
      <EqualTotals view={view} maps={found.maps} total={found.total} />
      <DataTable
        lang={lang}
        caption={WORDS.users}
        captionHidden
        rows={found.users}
        rowKey={(user) => user.id}
        empty={{ title: NOBODY, hint: NOBODY_HINT }}
        sort={sortingOf(view, found.order)}
        paging={pagingByKey(view, { shown: found.users.length, total: found.total, next: found.next })}
        exports={{ xlsx: file('xlsx'), csv: file('csv') }}
        columns={[
          { key: 'name', header: WORDS.name, sort: true, rowHeader: true, cell: (user) => <a href={`/access/users/${user.id}`}>{user.name}</a> },
          { key: 'login', header: WORDS.login, sort: true, cell: (user) => user.login },
          { key: 'organisation', header: ORGANISATION, sort: true, cell: (user) => user.organisation ?? '' },
          ...mapColumns<UserRow>(view, found.maps),
          { key: 'state', header: WORDS.state, sort: true, cell: (user) => <UserState view={view} user={user} /> },
          { key: 'last', header: LAST, sort: true, cell: (user) => (user.lastSignIn ? instant(user.lastSignIn) : '–') },
        ]}
      />
    </Page>
  );
}

const UserState = ({ view: { t }, user }: { view: View; user: UserRow }): VNode =>
  user.state === 'active' ? <StatusTag tone="success">{t(ACTIVE)}</StatusTag> : <StatusTag tone="ended">{[t(SUSPENDED), user.stateReason].filter(Boolean).join(': ')}</StatusTag>;

export function NewUserPage({ view, attempt, places }: { view: View; attempt: Attempt; places: readonly PlaceChoice[] }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  const { everywhere } = scopeOf(view.actor, manageUsers);
  return (
    <Page {...view.frame} title={t(NEW)} breadcrumbs={[{ text: WORDS.users, href: '/access/users' }, { text: NEW }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(NEW)}</h1>
      <Lead>{t(NEW_LEAD)}</Lead>
      <Form csrf={view.csrf}>
        <TextField {...field('name')} label={WORDS.name} autoComplete="off" width="full" />
        <TextField {...field('login')} label={WORDS.login} hint={LOGIN_HINT} autoComplete="off" width="medium" />
        <TextField {...field('email')} label={EMAIL} type="email" autoComplete="off" width="full" />
        <SelectField {...field('place')} label={ORGANISATION} options={[...places.map(({ place, name }) => ({ value: writtenPlace(place), label: name })), ...(everywhere ? [{ value: 'institution', label: WORDS.institution }] : [])]} />
        {everywhere && <TextField {...field('regNr')} label={WORDS.regNr} hint={WORDS.regNrHint} inputMode="numeric" width="medium" optional />}
        <ButtonRow>
          <Button>{t(CREATE)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

export function UserPage({ view, details: { user, grants, mayGive, mayEnd }, attempt }: { view: View; details: UserDetails; attempt: Attempt }): VNode {
  const { lang, t } = view;
  return (
    <Page {...view.frame} title={user.name} width="work" breadcrumbs={[{ text: WORDS.users, href: '/access/users' }, { text: user.name }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{user.name}</h1>
      <SummaryList
        lang={lang}
        items={[
          { key: WORDS.login, value: user.login },
          { key: EMAIL, value: user.email, action: { href: `/access/users/${user.id}/details`, text: CHANGE } },
          { key: ORGANISATION, value: user.organisation ?? '–' },
          { key: WORDS.state, value: <UserState view={view} user={user} /> },
          { key: PERSON, value: t(!user.hasPerson ? NOT_NAMED : user.personProven ? PROVEN : NAMED), ...(!user.hasPerson && { action: { href: `/access/users/${user.id}/person`, text: NAME_PERSON } }) },
        ]}
      />
      {user.hasPerson && <p class="hint">{t(OTHER_PERSON)}</p>}
      <h2>{t(RIGHTS)}</h2>
      {mayGive && (
        <ButtonRow>
          <ButtonLink href={`/access/grants/new?login=${encodeURIComponent(user.login)}&back=user`} variant="secondary">
            {t(GIVE)}
          </ButtonLink>
        </ButtonRow>
      )}
      <DataTable lang={lang} caption={RIGHTS} captionHidden rows={grants} rowKey={(grant) => grant.id} columns={[...grantColumns(view), ...(mayEnd.size > 0 ? [endColumn(view, mayEnd)] : [])]} empty={{ title: NO_RIGHTS }} />
      <h2>{t(MANAGE)}</h2>
      <Manage view={view} user={user} attempt={attempt} />
    </Page>
  );
}

const endColumn = ({ t }: View, mayEnd: ReadonlySet<string>): Column<GrantRow> => ({
  key: 'end',
  header: END,
  cell: (grant) =>
    mayEnd.has(grant.id) && (
      <a href={`/access/grants/${grant.id}/end?back=user`}>
        {t(END)}
        <span class="visually-hidden">{`: ${t(roleTitle(grant))}`}</span>
      </a>
    ),
});

function Manage({ view, user, attempt }: { view: View; user: UserRow; attempt: Attempt }): VNode {
  const { csrf, t } = view;
  const field = fieldsOf({ lang: view.lang, ...attempt });
  return (
    <>
      <ButtonRow>
        <ButtonLink href={`/access/users/${user.id}/means`} variant="secondary">
          {t(MEANS)}
        </ButtonLink>
        {user.state === 'suspended' && !user.joined && (
          <PostButton action="/access/users/reactivate" csrf={csrf} hidden={{ id: user.id }} variant="secondary">
            {t(REACTIVATE)}
          </PostButton>
        )}
      </ButtonRow>
      {user.state === 'active' && (
        <Form csrf={csrf} action={`/access/users/${user.id}`}>
          <TextField {...field('why')} label={WHY} width="full" />
          <ButtonRow>
            <Button variant="danger">{t(SUSPEND)}</Button>
          </ButtonRow>
        </Form>
      )}
    </>
  );
}

const NEW: Text = { lv: 'Jauns lietotājs', en: 'New user' };
const NEW_LEAD: Text = { lv: 'Lietotājs pa e-pastu saņems saiti, ar kuru sāk. Tiesības piešķir atsevišķi.', en: 'The user gets a link by mail and chooses the password. Rights are given separately.' };
const LOGIN_HINT: Text = { lv: 'Mazie latīņu burti bez garumzīmēm, cipari, punkts', en: 'Lower-case letters without diacritics, digits, dots' };
const SEARCH: Text = { lv: 'Vārds vai lietotājvārds', en: 'Name or user name' };
const ALL: Text = { lv: 'Visi', en: 'All' };
const ACTIVE: Text = { lv: 'aktīvs', en: 'active' };
const SUSPENDED: Text = { lv: 'apturēts', en: 'suspended' };
const NOBODY: Text = { lv: 'Šādu lietotāju nav.', en: 'There are no such users.' };
const NOBODY_HINT: Text = { lv: 'Notīriet filtru vai izveidojiet jaunu lietotāju.', en: 'Clear the filter or create a new user.' };
const ORGANISATION: Text = { lv: 'Iestāde vai pašvaldība', en: 'Institution or municipality' };
const LAST: Text = { lv: 'Pēdējoreiz pierakstījies', en: 'Last signed in' };
const EMAIL: Text = { lv: 'E-pasts', en: 'E-mail' };
const CREATE: Text = { lv: 'Izveidot', en: 'Create' };
const RIGHTS: Text = { lv: 'Tiesības', en: 'Rights' };
const GIVE: Text = { lv: 'Piešķirt tiesības', en: 'Give a right' };
const END: Text = { lv: 'Izbeigt', en: 'End' };
const NO_RIGHTS: Text = { lv: 'Lietotājam nav tiesību.', en: 'The user has no rights.' };
const MANAGE: Text = { lv: 'Pārvaldība', en: 'Management' };
const PERSON: Text = { lv: 'Konta persona', en: 'Account’s person' };
const PROVEN: Text = { lv: 'apstiprināta', en: 'confirmed' };
const NAMED: Text = { lv: 'norādīta, pati vēl nav apstiprinājusi', en: 'named, not confirmed by the person yet' };
const NOT_NAMED: Text = { lv: 'nav norādīta', en: 'not named' };
const CHANGE: Text = { lv: 'Mainīt vārdu vai e-pastu', en: 'Change the name or mail address' };
const OTHER_PERSON: Text = {
  lv: 'Konta personu nemaina. Ja tā ir nepareiza vai kontu vajag citam, apturiet šo un izveidojiet jaunu kontu ar citu lietotājvārdu.',
  en: 'The account’s person is not changed. If it is wrong, or somebody else needs the account, suspend this one and create a new one with another user name.',
};
const NAME_PERSON: Text = { lv: 'Norādīt', en: 'Name' };
const MEANS: Text = { lv: 'Pierakstīšanās līdzekļi', en: 'Means of sign-in' };
const REACTIVATE: Text = { lv: 'Atjaunot', en: 'Reactivate' };
const WHY: Text = { lv: 'Apturēšanas iemesls', en: 'Reason for suspending' };
const SUSPEND: Text = { lv: 'Apturēt', en: 'Suspend' };
