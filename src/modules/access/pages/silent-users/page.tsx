import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { EmptyState } from '#ui/empty-state.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import { Tabs } from '#ui/tabs.js';
import { pagingByKey } from '#web/list-links.js';
import { hrefWith, type View } from '#web/view.js';
import type { SilentUsers } from '../../actions/silent-users.js';
import { WORDS } from '../words.js';

export const SilentUsersPage = ({ view, silent }: { view: View; silent: SilentUsers }): VNode => (
  <Page {...view.frame} title={view.t(WORDS.silent)} width="work">
    <h1>{view.t(WORDS.silent)}</h1>
    {silent.reform ? <Users view={view} silent={silent} reform={silent.reform} /> : <EmptyState lang={view.lang} title={NO_REFORM} hint={NO_REFORM_HINT} />}
  </Page>
);

const Users = ({ view, silent, reform }: { view: View; silent: SilentUsers; reform: NonNullable<SilentUsers['reform']> }): VNode => (
  <>
    <Lead>{view.t(fill(LEAD, { day: readableDay(reform.effective) }))}</Lead>
    {silent.reforms.length > 1 && (
      <Tabs
        lang={view.lang}
        label={REFORMS}
        items={silent.reforms.map((one) => ({
          href: hrefWith(view, { reform: one.id, after: undefined }),
          text: { lv: one.titleLv, en: one.titleEn },
          current: one.id === reform.id,
        }))}
      />
    )}
    <DataTable
      lang={view.lang}
      caption={{ lv: reform.titleLv, en: reform.titleEn }}
      rows={silent.users}
      rowKey={(user) => `${user.userId} ${user.unitId}`}
      empty={{ title: EVERYONE }}
      paging={pagingByKey(view, { shown: silent.users.length, next: silent.next })}
      columns={[
        { key: 'user', header: WORDS.user, rowHeader: true, cell: (user) => `${user.userName} (${user.login})` },
        { key: 'unit', header: WORDS.place, cell: (user) => user.unit ?? '' },
        { key: 'roles', header: WORDS.role, cell: (user) => user.titles.map((title) => view.t(title)).join(', ') },
      ]}
    />
  </>
);

const LEAD: Text = {
  lv: 'Šiem lietotājiem tiesības beigsies {day}, jo viņu pašvaldība beidz pastāvēt, un viņi vēl nav pieprasījuši tiesības jaunajā.',
  en: 'These users’ rights end on {day}, because their municipality ceases to exist, and they have not yet asked for rights at the new one.',
};
const REFORMS: Text = { lv: 'Reformas', en: 'Reforms' };
const NO_REFORM: Text = { lv: 'Neviena reforma nav sagatavota.', en: 'No reform is prepared.' };
const NO_REFORM_HINT: Text = { lv: 'Saraksts parādīsies, kad ministrija sagatavos reformu.', en: 'The list appears when the ministry prepares a reform.' };
const EVERYONE: Text = { lv: 'Visi jau ir pieprasījuši tiesības.', en: 'Everyone has already asked.' };
