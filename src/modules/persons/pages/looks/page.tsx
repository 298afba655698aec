import type { VNode } from 'preact';
import { fill, type Text } from '#kernel/text.js';
import { titleOfAction } from '#platform/actions/action-titles.js';
import { instant } from '#ui/format.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import { Tabs } from '#ui/tabs.js';
import type { Attempt } from '#web/page-route.js';
import { hrefWith, type View } from '#web/view.js';
import type { Looks } from '../../actions/read-looks.js';
import { type Look, whoIn } from '../../domain/look.js';
import { WORDS } from '../words.js';

export function LooksPage({ view, attempt, looks }: { view: View; attempt: Attempt; looks?: Looks }): VNode {
  const ward = looks?.wards.find(({ id }) => id === looks.personId);
  return (
    <Page {...view.frame} title={view.t(WORDS.looks)} width="work" breadcrumbs={[{ text: WORDS.myData, href: '/me' }, { text: WORDS.looks }]}>
      <ErrorSummary lang={view.lang} errors={attempt.errors} />
      <h1>{ward ? view.t(fill(OF_WARD, { given: ward.given, family: ward.family })) : view.t(WORDS.looks)}</h1>
      <Lead>{view.t(LEAD)}</Lead>
      {looks && looks.wards.length > 0 && <Whose view={view} looks={looks} />}
      {looks && <ByWhom view={view} looks={looks} />}
      <PeriodFilter view={view} attempt={attempt} />
      {looks && <Entries view={view} looks={looks} />}
    </Page>
  );
}

const Whose = ({ view, looks: { personId, wards } }: { view: View; looks: Looks }): VNode => (
  <Tabs
    lang={view.lang}
    label={WHOSE}
    items={[
      { href: hrefWith(view, { person: undefined, after: undefined }), text: WORDS.myData, current: wards.every((ward) => ward.id !== personId) },
      ...wards.map((ward) => ({ href: hrefWith(view, { person: ward.id, after: undefined }), text: ward.given, current: ward.id === personId })),
    ]}
  />
);

/** One's own looks apart: they are many, and would drown those of others. */
const ByWhom = ({ view, looks: { who } }: { view: View; looks: Looks }): VNode => (
  <Tabs
    lang={view.lang}
    label={BY_WHOM}
    items={[
      { href: hrefWith(view, { who: undefined, after: undefined }), text: OTHERS, current: who === 'others' },
      { href: hrefWith(view, { who: 'own', after: undefined }), text: YOU, current: who === 'own' },
      { href: hrefWith(view, { who: 'all', after: undefined }), text: EVERYBODY, current: who === 'all' },
    ]}
  />
);

function PeriodFilter({ view, attempt }: { view: View; attempt: Attempt }): VNode {
  const field = fieldsOf({ lang: view.lang, ...attempt });
  const { person, who } = view.query;
  return (
    <FilterForm lang={view.lang} clearHref={hrefWith(view, { from: undefined, to: undefined, after: undefined })} hidden={{ ...(person && { person }), ...(who && { who }) }}>
      <DateField {...field('from')} label={SINCE} max={view.today} optional />
      <DateField {...field('to')} label={UNTIL} max={view.today} optional />
    </FilterForm>
  );
}

const Entries = ({ view, looks: { items, next } }: { view: View; looks: Looks }): VNode => (
  <DataTable
    lang={view.lang}
    caption={WORDS.looks}
    captionHidden
    rows={items}
    rowKey={(look) => look.id}
    empty={{ title: NOBODY, hint: NOBODY_HINT }}
    paging={{ first: 1, ...(next && { next: hrefWith(view, { after: next }) }) }}
    columns={[
      { key: 'at', header: WHEN, rowHeader: true, cell: (look) => instant(look.at) },
      { key: 'organisation', header: WHO, cell: (look) => view.t(whoIn(look)) },
      { key: 'action', header: WHAT, cell: (look) => view.t(titleOfAction(look.action)) },
      { key: 'reason', header: WHY, cell: (look) => why(view, look) },
    ]}
  />
);

const why = (view: View, { reason, caseReference }: Look) => [view.t(reason), caseReference && `${view.t(NUMBER)} ${caseReference}`].filter(Boolean).join(', ');

const LEAD: Text = {
  lv: 'Katra reize, kad kāds skatījies vai mainījis datus, visos vienotās sistēmas reģistros. Ja kāds ieraksts nav saprotams, vaicājiet nosauktajai iestādei vai pašvaldībai, norādot dienu un lietas numuru; ja nosaukta tikai loma visā valstī – tam, kurš uztur reģistru, kurā tā strādā.',
  en: 'Every time someone looked at the data or changed it, in all registers of the system. If an entry is unclear, ask the institution or municipality named, with the day and the number of the case; where only a role for the whole country is named, ask the keeper of the register it works for.',
};
const OF_WARD: Text = { lv: 'Kas skatījies bērna datus: {given} {family}', en: 'Who looked at the child’s data: {given} {family}' };
const WHOSE: Text = { lv: 'Kura dati', en: 'Whose data' };
const SINCE: Text = { lv: 'No', en: 'From' };
const UNTIL: Text = { lv: 'Līdz', en: 'To' };
const BY_WHOM: Text = { lv: 'Kas skatījies', en: 'Who looked' };
const OTHERS: Text = { lv: 'Citi', en: 'Others' };
const YOU: Text = { lv: 'Jūs', en: 'You' };
const EVERYBODY: Text = { lv: 'Visi', en: 'All' };
const WHEN: Text = { lv: 'Kad', en: 'When' };
const WHO: Text = { lv: 'Kas', en: 'Who' };
const WHAT: Text = { lv: 'Kas darīts', en: 'What was done' };
const WHY: Text = { lv: 'Kāpēc', en: 'Why' };
const NUMBER: Text = { lv: 'Nr.', en: 'No.' };
const NOBODY: Text = { lv: 'Šajā laikā datus neviens nav skatījies', en: 'Nobody looked at the data in this time' };
const NOBODY_HINT: Text = { lv: 'Izvēlieties citu periodu.', en: 'Choose another period.' };
