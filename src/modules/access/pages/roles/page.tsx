import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import type { Permission } from '#platform/actions/permission.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { PLACE_KINDS, type PlaceKind } from '../../domain/place.js';
import type { RoleRow } from '../../actions/roles.js';
import { WORDS } from '../words.js';

interface Roles {
  readonly roles: readonly RoleRow[];
  readonly permissions: readonly Permission[];
}

export function RolesPage({ view, roles, permissions }: { view: View } & Roles): VNode {
  const { lang, t } = view;
  const titles = new Map(permissions.map((one) => [one.name, t(one.title)]));
  return (
    <Page {...view.frame} title={t(WORDS.roles)} width="work">
      <h1>{t(WORDS.roles)}</h1>
      <DataTable
        lang={lang}
        caption={WORDS.roles}
        captionHidden
        rows={roles}
        rowKey={(role) => role.code}
        columns={[
          { key: 'role', header: WORDS.role, rowHeader: true, cell: (role) => <a href={`/access/roles/${role.code}`}>{t({ lv: role.titleLv, en: role.titleEn })}</a> },
          { key: 'kinds', header: PLACES, cell: (role) => role.scopeKinds.map((kind) => t(KINDS[kind])).join(', ') },
          { key: 'permissions', header: PERMISSIONS, cell: (role) => role.permissions.map((name) => titles.get(name) ?? name).join('; ') || '–' },
        ]}
      />
    </Page>
  );
}

export function RolePage({ view, attempt, role, seen, permissions }: { view: View; attempt: Attempt; role: RoleRow; seen: string; permissions: readonly Permission[] }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  const title = t({ lv: role.titleLv, en: role.titleEn });
  const chosen = (name: string, first: readonly string[]) => ({ ...field(name), values: name in attempt.values ? field(name).values : first });
  return (
    <Page {...view.frame} title={title} breadcrumbs={[{ text: WORDS.roles, href: '/access/roles' }, { text: title }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{title}</h1>
      <Lead>{t(LEAD)}</Lead>
      <Form csrf={view.csrf}>
        <HiddenFields values={{ seen }} />
        <TextField {...field('titleLv', role.titleLv)} label={TITLE_LV} width="full" />
        <TextField {...field('titleEn', role.titleEn)} label={TITLE_EN} width="full" />
        <Checkboxes {...chosen('scopeKinds', role.scopeKinds)} label={PLACES} options={PLACE_KINDS.map((kind) => ({ value: kind, label: KINDS[kind] }))} />
        <Checkboxes {...chosen('permissions', role.permissions)} label={PERMISSIONS} options={permissions.map((one) => ({ value: one.name, label: one.title, hint: one.name }))} />
        <ButtonRow>
          <Button>{t(WORDS.save)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const KINDS: Readonly<Record<PlaceKind, Text>> = {
  country: WORDS.country,
  municipality: { lv: 'Pašvaldība ar tās iestādēm', en: 'Municipality with its institutions' },
  institution: { lv: 'Iestāde', en: 'Institution' },
};
const PLACES: Text = { lv: 'Kur piešķirama', en: 'Where it may be granted' };
const PERMISSIONS: Text = { lv: 'Atļaujas', en: 'Permissions' };
const TITLE_LV: Text = { lv: 'Nosaukums latviski', en: 'Title in Latvian' };
const TITLE_EN: Text = { lv: 'Nosaukums angliski', en: 'Title in English' };
const LEAD: Text = { lv: 'Izmaiņas skar visus, kam šī loma ir piešķirta, jau ar nākamo darbību.', en: 'A change applies to everyone who holds this role, from their next request.' };
