import type { Text } from '#kernel/text.js';
import { fill } from '#kernel/text.js';
import { Button } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { TextField } from '#ui/form/text-field.js';
import { Page } from '#ui/page.js';
import { formPage, showPage, type WebRoute } from '#web/page-route.js';
import { parameterRoutes } from '#web/parameters/routes.js';
import { portalNumberActions } from '../../actions/numbers.js';
import { closePlace, openPlace, readOpening, readOpenings, tryAddress } from '../../actions/openings.js';
import { NUMBERS, SETTINGS } from '../paths.js';
import { TITLE } from '../words.js';
import { CLOSE, placeName, SettingsPage, TryPage } from './page.js';

const NUMBERS_TITLE: Text = { lv: 'Rezultātu portāla rinda un termiņi', en: 'Queue and periods of the results portal' };
const above = [{ text: TITLE, href: SETTINGS }];

export const settingsRoutes: readonly WebRoute[] = [
  showPage({ path: SETTINGS, action: readOpenings, input: () => ({}), render: (settings, view) => <SettingsPage view={view} settings={settings} /> }),
  formPage({
    path: `${SETTINGS}/places/new`,
    load: readOpenings,
    loadInput: () => ({}),
    render: (_, view, attempt) => {
      const field = fieldsOf({ lang: view.lang, ...attempt });
      return (
        <Page {...view.frame} title={view.t(ADD)} breadcrumbs={[...above, { text: ADD }]}>
          <ErrorSummary lang={view.lang} errors={attempt.errors} />
          <h1>{view.t(ADD)}</h1>
          <Form csrf={view.csrf}>
            <TextField {...field('place')} label={PLACE} hint={PLACE_HINT} maxLength={50} />
            <DateField {...field('from', view.today)} label={FROM} min={view.today} />
            <TextField {...field('basis')} label={BASIS} hint={BASIS_HINT} maxLength={300} />
            <Button>{view.t(SAVE)}</Button>
          </Form>
        </Page>
      );
    },
    action: openPlace,
    done: () => ({ to: SETTINGS, notice: ADDED }),
  }),
  formPage({
    path: `${SETTINGS}/places/:id/close`,
    load: readOpening,
    loadInput: ({ id }) => ({ id }),
    render: (opening, view, attempt) => {
      const field = fieldsOf({ lang: view.lang, ...attempt });
      const title = fill(CLOSING, { place: placeName(opening, view) });
      return (
        <Page {...view.frame} title={view.t(title)} breadcrumbs={[...above, { text: title }]}>
          <ErrorSummary lang={view.lang} errors={attempt.errors} />
          <h1>{view.t(title)}</h1>
          <p>{view.t(CLOSING_HINT)}</p>
          <Form csrf={view.csrf}>
            <DateField {...field('from', view.today)} label={CLOSED_FROM} min={view.today} />
            <Button variant="danger">{view.t(CLOSE)}</Button>
          </Form>
        </Page>
      );
    },
    action: closePlace,
    done: () => ({ to: SETTINGS, notice: CLOSED }),
  }),
  // What is looked up goes in the body: an address may be somebody's.
  showPage({ path: `${SETTINGS}/try`, action: readOpenings, input: () => ({}), render: (_, view) => <TryPage view={view} attempt={{ values: {}, errors: [] }} found={null} /> }),
  showPage({ method: 'POST', path: `${SETTINGS}/try`, action: tryAddress, render: (found, view) => <TryPage view={view} attempt={{ values: {}, errors: [] }} found={found} />, whenInvalid: (attempt, view) => <TryPage view={view} attempt={attempt} found={null} /> }),
  ...parameterRoutes({ path: NUMBERS, title: NUMBERS_TITLE, above }, portalNumberActions),
];


const ADD: Text = { lv: 'Pievienot vietu, no kuras portāls atverams', en: 'Add a place from which the portal opens' };
const PLACE: Text = { lv: 'Valsts vai tīkls', en: 'Country or network' };
const PLACE_HINT: Text = { lv: 'Valsts divi burti (LV) vai tīkls (193.40.0.0/16, 2001:db8:1::/48)', en: 'The two letters of a country (LV) or a network (193.40.0.0/16, 2001:db8:1::/48)' };
const FROM: Text = { lv: 'No dienas', en: 'From' };
const BASIS: Text = { lv: 'Pamats', en: 'Basis' };
const BASIS_HINT: Text = { lv: 'Akts vai lēmums, ar ko tas noteikts', en: 'The act or decision by which it is set' };
const SAVE: Text = { lv: 'Saglabāt', en: 'Save' };
const ADDED: Text = { lv: 'Vieta ir pievienota.', en: 'The place has been added.' };
const CLOSING: Text = { lv: 'Izbeigt: {place}', en: 'End: {place}' };
const CLOSING_HINT: Text = { lv: 'No šīs dienas personiskās lapas no šīs vietas vairs neatversies. Ieraksts paliek redzams.', en: 'From this day on personal pages no longer open from this place. The record stays to be seen.' };
const CLOSED_FROM: Text = { lv: 'No kuras dienas vairs neatveras', en: 'From which day they no longer open' };
const CLOSED: Text = { lv: 'Vieta ir izbeigta.', en: 'The place has been ended.' };
