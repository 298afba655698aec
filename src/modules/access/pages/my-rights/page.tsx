import type { VNode } from 'preact';
import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { holdsOn } from '#kernel/period.js';
import type { Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { FileField } from '#ui/form/file-field.js';
import { Form } from '#ui/form/form.js';
import type { Option } from '#ui/form/option.js';
import { PostButton } from '#ui/form/post-button.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { type Column, DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { GrantRow } from '../../actions/here.js';
import type { MyRights, RequestForm } from '../../actions/my-rights.js';
import { roleChoices } from '../../domain/role-choices.js';
import { grantColumns } from '../grant-cells.js';
import { BECOME_A_USER } from '../become-a-user/page.js';
import { RequestState, requestColumns } from '../request-cells.js';
import { WORDS } from '../words.js';

export const MyRightsPage = ({ view, rights }: { view: View; rights: MyRights }): VNode => (
  <Page {...view.frame} title={view.t(WORDS.myRights)} width="work">
    <h1>{view.t(WORDS.myRights)}</h1>
    <ButtonRow>
      <ButtonLink href="/my/rights/request">{view.t(WORDS.requestRight)}</ButtonLink>
    </ButtonRow>
    <DataTable lang={view.lang} caption={WORDS.myRights} captionHidden rows={rights.grants} rowKey={(grant) => grant.id} columns={myGrantColumns(view, rights)} empty={{ title: NO_RIGHTS, hint: NO_RIGHTS_HINT }} />
    <h2>{view.t(MY_REQUESTS)}</h2>
    <DataTable
      lang={view.lang}
      caption={MY_REQUESTS}
      captionHidden
      rows={rights.requests}
      rowKey={(request) => request.id}
      empty={{ title: NO_REQUESTS }}
      columns={[
        ...requestColumns(view),
        { key: 'state', header: WORDS.state, cell: (request) => <RequestState view={view} request={request} /> },
        {
          key: 'withdraw',
          header: WITHDRAW,
          cell: (request) =>
            request.state === 'submitted' && (
              <PostButton action="/my/rights/withdraw" csrf={view.csrf} hidden={{ id: request.id }} variant="quiet">
                {view.t(WITHDRAW)}
              </PostButton>
            ),
        },
      ]}
    />
  </Page>
);

/** The columns of grants, where one that holds but waits for something says so and leads there. */
const myGrantColumns = (view: View, { waits }: MyRights): Column<GrantRow>[] =>
  grantColumns(view).map((column) => (column.key === 'state' ? { ...column, cell: (grant) => waitingFor(view, grant, waits) ?? column.cell(grant) } : column));

function waitingFor({ t, today }: View, { id, validFrom, validTo }: GrantRow, waits: MyRights['waits']): VNode | null {
  const mine = waits.filter((one) => one.grantId === id);
  if (mine.length === 0 || !holdsOn({ from: validFrom, to: validTo }, today)) return null;
  return (
    <>
      <StatusTag tone="warning">{t(WORDS.waits)}</StatusTag>
      {mine.map((one) => (
        <p key={one.requirementId}>
          <a href={one.link}>{t({ lv: one.titleLv, en: one.titleEn || one.titleLv })}</a>
        </p>
      ))}
    </>
  );
}

export function RequestPage({ view, attempt, form }: { view: View; attempt: Attempt; form: RequestForm }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(WORDS.requestRight)} breadcrumbs={[{ text: WORDS.myRights, href: '/my/rights' }, { text: WORDS.requestRight }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(WORDS.requestRight)}</h1>
      <Lead>{t(REQUEST_LEAD)}</Lead>
      <Form csrf={view.csrf} upload>
        <SelectField {...field('roleCode', view.query['roleCode'] ?? '')} label={WORDS.role} emptyOption={CHOOSE} options={roleChoices(form.roles)} />
        <SelectField {...field('place', view.query['place'] ?? suggestedPlace(form))} label={WORDS.place} emptyOption={CHOOSE} options={placeOptions(form)} />
        <TextField {...field('regNr', form.own?.regNr ?? '')} label={WORDS.regNr} hint={WORDS.regNrHint} inputMode="numeric" width="medium" optional />
        <DateField {...field('from', view.today)} label={WORDS.from} min={view.today} />
        <DateField {...field('to')} label={WORDS.to} optional />
        <TextArea {...field('basis')} label={WORDS.basis} hint={BASIS_HINT} rows={3} />
        <p>
          {t(PREPARE_HINT)} <a href="/become-a-user">{t(BECOME_A_USER)}</a>
        </p>
        <FileField {...field('file')} label={SIGNED} hint={SIGNED_HINT} accept=".edoc,.asice,.pdf" optional />
        <ButtonRow>
          <Button>{t(SEND)}</Button>
          <Button variant="secondary" to="/my/rights/request/application">
            {t(PREPARE)}
          </Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const suggestedPlace = ({ own }: RequestForm) => (own?.regNr ? 'institution' : own?.unitId ? `unit:${own.unitId}` : '');

/** One list: an institution (by its number), municipalities of today, those that a reform will bring, and the country. */
const placeOptions = ({ units, comingUnits }: RequestForm): Option[] => [
  { value: 'institution', label: WORDS.institution },
  ...comingUnits.map((unit) => ({
    value: `coming:${unit.reformId}:${unit.atvk}`,
    label: { lv: `${unit.name} (no ${readableDay(unit.effective as IsoDate)})`, en: `${unit.name} (from ${readableDay(unit.effective as IsoDate)})` },
  })),
  ...units.map((unit) => ({ value: `unit:${unit.unitId}`, label: unit.name })),
  { value: 'country', label: WORDS.country },
];

const NO_RIGHTS: Text = { lv: 'Jums vēl nav piešķirtu tiesību.', en: 'You have no rights yet.' };
const NO_RIGHTS_HINT: Text = { lv: 'Savus datus redzat arī bez tām. Darbam pieprasiet tiesības.', en: 'You see your own data without any. For work, request a right.' };
const MY_REQUESTS: Text = { lv: 'Mani pieprasījumi', en: 'My requests' };
const NO_REQUESTS: Text = { lv: 'Jūs vēl neko neesat pieprasījis.', en: 'You have not asked for anything yet.' };
const WITHDRAW: Text = { lv: 'Atsaukt', en: 'Withdraw' };
const REQUEST_LEAD: Text = {
  lv: 'Lēmumu pieņem atbildīgais par izvēlēto vietu. Par to saņemsiet paziņojumu. Tiesības pašvaldībā, ko izveidos reforma, var pieprasīt jau tagad.',
  en: 'The one responsible for the place decides, and you will be told. Rights at a municipality that a reform will bring can be requested now.',
};
const CHOOSE: Text = { lv: 'Izvēlieties', en: 'Choose' };
const BASIS_HINT: Text = { lv: 'Kādēļ tiesības vajadzīgas: amats, rīkojums, līgums', en: 'Why the right is needed: position, order, contract' };
const SIGNED: Text = { lv: 'Parakstīts iesniegums', en: 'Signed application' };
const SIGNED_HINT: Text = { lv: 'Elektroniski parakstīts dokuments (.edoc, .asice vai .pdf), ne lielāks par 20 MB', en: 'Electronically signed document (.edoc, .asice or .pdf), of at most 20 MB' };
const PREPARE: Text = { lv: 'Lejupielādēt iesniegumu parakstīšanai (PDF)', en: 'Download the application to sign (PDF, in Latvian)' };
const PREPARE_HINT: Text = {
  lv: 'Ja vajag parakstītu iesniegumu: aizpildiet laukus, lejupielādējiet iesniegumu ar apliecinājumu, parakstiet to elektroniski, pievienojiet šeit un iesniedziet.',
  en: 'If a signed application is needed: fill in the fields, download the application with the undertaking, sign it electronically, attach it here and submit.',
};
const SEND: Text = { lv: 'Iesniegt', en: 'Submit' };
