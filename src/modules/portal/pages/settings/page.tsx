import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { readablePeriod } from '#kernel/period.js';
import { fill, type Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { TextField } from '#ui/form/text-field.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { ReleaseState } from '../../actions/read-packets.js';
import type { Standing } from '../../actions/sender.js';
import type { OpeningRow } from '../../actions/openings.js';
import { NUMBERS, SETTINGS } from '../paths.js';
import { PacketTable } from './packet-table.js';
import { TITLE } from '../words.js';

interface Settings {
  readonly openings: readonly (OpeningRow & { readonly counts: boolean })[];
  readonly table: { readonly asOf: OpeningRow['validFrom']; readonly kind: string };
  readonly releases: readonly ReleaseState[];
}

/** From where the portal opens, by which table that is told, and how one address is judged. */
export function SettingsPage({ view, settings: { openings, table, releases } }: { view: View; settings: Settings }): VNode {
  const { lang, t, today } = view;
  const isOver = ({ validTo }: OpeningRow) => validTo !== null && validTo <= today;
  return (
    <Page {...view.frame} title={t(TITLE)} width="work" breadcrumbs={[{ text: TITLE }]}>
      <h1>{t(TITLE)}</h1>
      <p>{t(LEAD)}</p>
      <ButtonRow>
        <ButtonLink href={`${SETTINGS}/places/new`} variant="secondary">{t(ADD)}</ButtonLink>
        <ButtonLink href={`${SETTINGS}/try`} variant="secondary">{t(TRY)}</ButtonLink>
        <ButtonLink href={NUMBERS} variant="secondary">{t(NUMBERS_LINK)}</ButtonLink>
        <ButtonLink href="/results" variant="quiet">{t(SEE)}</ButtonLink>
      </ButtonRow>
      <DataTable
        lang={lang}
        caption={PLACES}
        rows={openings}
        rowKey={({ id }) => id}
        empty={{ title: NO_PLACES, hint: NO_PLACES_HINT }}
        columns={[
          { key: 'place', header: PLACE, rowHeader: true, cell: (one) => placeName(one, view) },
          { key: 'days', header: DAYS, cell: (one) => <>{readablePeriod({ from: one.validFrom, to: one.validTo }, lang)} {isOver(one) ? <StatusTag tone="ended">{t(OVER)}</StatusTag> : one.validFrom > today ? <StatusTag tone="info">{t(COMING)}</StatusTag> : !one.counts ? <StatusTag tone="ended">{t(NOT_COUNTED)}</StatusTag> : <StatusTag tone="success">{t(NOW)}</StatusTag>}</> },
          { key: 'basis', header: BASIS, cell: ({ basis }) => <span lang="lv">{basis}</span> },
          { key: 'who', header: WHO, cell: ({ recordedBy }) => (recordedBy === 'migration' ? t(WITH_THE_PROGRAM) : recordedBy) },
          { key: 'do', header: DOING, cell: (one) => !isOver(one) && one.validTo === null && <a href={`${SETTINGS}/places/${one.id}/close`}>{t(CLOSE)}<span class="visually-hidden">: {placeName(one, view)}</span></a> },
        ]}
      />
      <PacketTable view={view} releases={releases} />
      <h2>{t(TABLE)}</h2>
      <p>{t(fill(TABLE_OF, { kind: table.kind, day: readableDay(table.asOf) }))}</p>
      <p>{t(TABLE_HINT)}</p>
    </Page>
  );
}

export const placeName = ({ country, network }: Pick<OpeningRow, 'country' | 'network'>, { lang }: Pick<View, 'lang'>): string =>
  country ? `${new Intl.DisplayNames([lang], { type: 'region' }).of(country) ?? country} (${country})` : (network ?? '');

/** How one address would be judged. */
export function TryPage({ view, attempt, found }: { view: View; attempt: Attempt; found: { readonly address: string; readonly standing: Standing } | null }): VNode {
  const { lang, t, csrf } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(TRY)} breadcrumbs={[{ text: TITLE, href: SETTINGS }, { text: TRY }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(TRY)}</h1>
      {found && (
        <Notice lang={lang} tone={found.standing.open ? 'success' : 'warning'} title={fill(found.standing.open ? OPENS : STAYS_CLOSED, { address: found.address })} announced>
          <p>{t(whyOf(found.standing, lang))}</p>
        </Notice>
      )}
      <Form csrf={csrf} action={`${SETTINGS}/try`}>
        <TextField {...field('address', found?.address ?? '')} label={ADDRESS} hint={ADDRESS_HINT} maxLength={60} />
        <Button>{t(TRY_IT)}</Button>
      </Form>
    </Page>
  );
}

function whyOf(standing: Standing, lang: View['lang']): Text {
  const country = standing.country ? placeName({ country: standing.country, network: null }, { lang }) : '–';
  if (standing.open && standing.by === 'network') return fill(BY_NETWORK, { country });
  return standing.country ? fill(BY_COUNTRY, { country }) : NO_COUNTRY;
}

const LEAD: Text = { lv: 'Pirmo lapu redz visi. Savus rezultātus var atvērt no šeit norādītajām valstīm un tīkliem; ja valsti nevar noteikt, personiskās lapas neatveras. Maiņa stājas spēkā dažās sekundēs.', en: 'Everybody sees the first page. Results open from the countries and networks that are set here; where the country cannot be told, personal pages stay closed. A change is in force within seconds.' };
const ADD: Text = { lv: 'Pievienot vietu', en: 'Add a place' };
const TRY: Text = { lv: 'Pārbaudīt adresi', en: 'Try an address' };
const NUMBERS_LINK: Text = { lv: 'Rinda un termiņi', en: 'Queue and periods' };
const SEE: Text = { lv: 'Atvērt portālu', en: 'Open the portal' };
const PLACES: Text = { lv: 'No kurienes portāls atverams', en: 'From where the portal opens' };
const PLACE: Text = { lv: 'Valsts vai tīkls', en: 'Country or network' };
const DAYS: Text = { lv: 'Spēkā', en: 'In force' };
const BASIS: Text = { lv: 'Pamats', en: 'Basis' };
const WHO: Text = { lv: 'Ierakstīja', en: 'Recorded by' };
const WITH_THE_PROGRAM: Text = { lv: 'nāk līdzi programmai', en: 'came with the program' };
const DOING: Text = { lv: 'Darbības', en: 'Actions' };
export const CLOSE: Text = { lv: 'Izbeigt', en: 'End' };
const NOW: Text = { lv: 'tagad', en: 'now' };
const NOT_COUNTED: Text = { lv: 'ekspluatācijā neskaitās', en: 'does not count in production' };
const COMING: Text = { lv: 'vēl nav spēkā', en: 'not in force yet' };
const OVER: Text = { lv: 'beidzies', en: 'over' };
const NO_PLACES: Text = { lv: 'Nav nevienas vietas: personiskās lapas ir slēgtas visiem.', en: 'No place is set: personal pages are closed to everybody.' };
const NO_PLACES_HINT: Text = { lv: 'Pievienojiet valsti vai tīklu.', en: 'Add a country or a network.' };
const TABLE: Text = { lv: 'Valstu tabula', en: 'Table of countries' };
const TABLE_OF: Text = { lv: 'Tīklu tabula “{kind}”, kas ir spēkā uz {day}', en: 'Table of networks “{kind}” as of {day}' };
const TABLE_HINT: Text = { lv: 'Tabulu nomaina sistēmas uzturētājs ar iestatījumu COUNTRY_TABLE. Programmai līdzi ņemtās tabulas izdevējs brīdina par kļūdām tajā: pirms rezultātu dienas jāieliek jaunāka.', en: 'The table is replaced by who runs the system, with the setting COUNTRY_TABLE. The publisher of the one that comes along warns of faults in it: put in a newer one before a results day.' };
const ADDRESS: Text = { lv: 'IP adrese', en: 'IP address' };
const ADDRESS_HINT: Text = { lv: 'IPv4 vai IPv6, kā to redz cilvēks, kas zvana. Adresi neglabā.', en: 'IPv4 or IPv6, as seen by who calls. The address is not kept.' };
const TRY_IT: Text = { lv: 'Pārbaudīt', en: 'Try' };
const OPENS: Text = { lv: 'No {address} portāls atveras', en: 'The portal opens from {address}' };
const STAYS_CLOSED: Text = { lv: 'No {address} personiskās lapas neatveras', en: 'Personal pages do not open from {address}' };
const BY_NETWORK: Text = { lv: 'Tīkls ir atļauto sarakstā. Valsts pēc tabulas: {country}.', en: 'The network is on the list. Country by the table: {country}.' };
const BY_COUNTRY: Text = { lv: 'Valsts pēc tabulas: {country}.', en: 'Country by the table: {country}.' };
const NO_COUNTRY: Text = { lv: 'Tabula šai adresei valsti nezina.', en: 'The table knows no country of this address.' };
