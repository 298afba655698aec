import type { VNode } from 'preact';
import { namedPage, standingReasonOf } from '#modules/education/public.js';
import { readableDay } from '#kernel/iso-date.js';
import { Conflict, InvalidInput } from '#kernel/errors.js';
import { fill, type Text } from '#kernel/text.js';
import type { Action } from '#platform/actions/action.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Radios } from '#ui/form/radios.js';
import { type Attempt, button, custom, formPage, type RawInput, showPage, type WebRoute } from '#web/page-route.js';
import { addMember, decideAppeal, lodgeOwnAppeal, openAppealForm, openAppeals, openOwnAppealForm, registerAppeal, removeMember, viewAppeal } from '../../actions/appeals.js';
import { viewOwnAppeals } from '../../actions/own-appeals.js';
import { CHANNEL_WORDS, LODGED_BY, LODGED_WORDS } from '../../domain/appeals.js';
import { examName } from '../../domain/exam-words.js';
import { pointsFields } from '../entry/correction.js';
import { REGISTER_APPEAL } from '../entry/versions.js';
import { FormFrame } from '../frame.js';
import { sittingPath } from '../sitting/tabs.js';
import { SITTINGS } from '../sittings/page.js';
import { AppealPage } from './card.js';
import { AppealFields, OWN_APPEALS, OWN_APPEALS_PATH, OwnAppealsPage } from './own.js';
import { APPEALS_PATH, AppealsPage } from './page.js';

const AT_FIRST: Attempt = { values: {}, errors: [] };
/** Why whoever decides looks again at the card on which a mistake is shown; they stood on it with a reason. */
const DECIDING = 'education';

const ADDED: Text = { lv: 'Loceklis pievienots.', en: 'The member has been added.' };
const REMOVED: Text = { lv: 'Loceklis noņemts.', en: 'The member has been taken out.' };
const DECIDED: Text = { lv: 'Lēmums ierakstīts.', en: 'The decision has been recorded.' };

/** A form on the card itself: what was wrong is shown there, with what was typed. */
const onCard = <Input, Output>(path: string, action: Action<Input, Output>, input: (raw: RawInput) => unknown, notice: Text): WebRoute =>
  custom({
    method: 'POST',
    path: `${APPEALS_PATH}/:id/${path}`,
    async handle(_request, _reply, at) {
      const to = `${APPEALS_PATH}/${String(at.raw['id'])}?reason=${DECIDING}`;
      try {
        await at.perform(action, input(at.raw));
        return at.redirect({ to, notice });
      } catch (error) {
        if (!(error instanceof InvalidInput || error instanceof Conflict)) throw error;
        const errors = error instanceof InvalidInput ? error.fields : [{ field: '', message: error.text }];
        const shown = await at.perform(viewAppeal, { id: at.raw['id'] }, standingReasonOf(at.view.actor, viewAppeal.permission) ?? DECIDING);
        const page: VNode = <AppealPage view={at.view} shown={shown} attempt={{ values: at.raw, errors }} />;
        return at.send(page, error.status);
      }
    },
  });

export const appealRoutes: readonly WebRoute[] = [
  namedPage({ path: APPEALS_PATH, action: openAppeals, render: (found, view) => <AppealsPage view={view} found={found} /> }),
  namedPage({ path: `${APPEALS_PATH}/:id`, action: viewAppeal, render: (shown, view) => <AppealPage view={view} shown={shown} attempt={AT_FIRST} /> }),
  namedPage({ method: 'POST', path: `${APPEALS_PATH}/:id/members/find`, action: viewAppeal, render: (shown, view, raw) => <AppealPage view={view} shown={shown} attempt={{ values: { member: raw['member'], reason: raw['reason'] }, errors: [] }} /> }),
  onCard('members', addMember, ({ id, user, partIn }) => ({ id, user, partIn }), ADDED),
  button({ path: `${APPEALS_PATH}/:id/members/remove`, action: removeMember, done: ({ appeal }) => ({ to: `${APPEALS_PATH}/${appeal.id}?reason=${DECIDING}`, notice: REMOVED }) }),
  onCard('decide', decideAppeal, (raw) => ({ id: raw['id'], outcome: raw['outcome'], points: pointsFields(raw), decisionNr: raw['decisionNr'], decidedOn: raw['decidedOn'], explanation: raw['explanation'] }), DECIDED),
  formPage({
    path: `${SITTINGS}/entries/:id/appeal`,
    load: openAppealForm,
    loadInput: ({ id }) => ({ id }),
    render: ({ entry, sitting, parts, until }, view, attempt) => {
      const field = fieldsOf({ lang: view.lang, ...attempt });
      return (
        <FormFrame view={view} attempt={attempt} title={REGISTER_APPEAL} lead={fill(UNTIL, { day: readableDay(until) })} back={[{ text: examName(sitting), href: sittingPath(sitting.id) }, { text: `${entry.given} ${entry.family}`, href: `${SITTINGS}/entries/${entry.id}` }]}>
          <AppealFields view={view} parts={parts} attempt={attempt} />
          <Radios {...field('lodgedBy', 'pupil')} label={WHO} options={LODGED_BY.map((value) => ({ value, label: LODGED_WORDS[value] }))} />
          <Radios {...field('channel', 'paper')} label={HOW} options={(['paper', 'e-address'] as const).map((value) => ({ value, label: CHANNEL_WORDS[value] }))} />
          <DateField {...field('lodgedOn', view.today < until ? view.today : until)} label={ON} max={view.today} />
        </FormFrame>
      );
    },
    action: registerAppeal,
    done: ({ entry }) => ({ to: `${SITTINGS}/entries/${entry.id}`, notice: REGISTERED }),
  }),
  showPage({ path: OWN_APPEALS_PATH, action: viewOwnAppeals, render: (own, view) => <OwnAppealsPage view={view} own={own} /> }),
  formPage({
    path: `${OWN_APPEALS_PATH}/:id`,
    load: openOwnAppealForm,
    loadInput: ({ id }) => ({ id }),
    render: ({ parts, until }, view, attempt) => (
      <FormFrame view={view} attempt={attempt} title={LODGE} lead={fill(UNTIL, { day: readableDay(until) })} back={[{ text: OWN_APPEALS, href: OWN_APPEALS_PATH }]} save={SEND}>
        <AppealFields view={view} parts={parts} attempt={attempt} />
      </FormFrame>
    ),
    action: lodgeOwnAppeal,
    done: () => ({ to: OWN_APPEALS_PATH, notice: REGISTERED }),
  }),
];

const LODGE: Text = { lv: 'Iesniegt apelāciju', en: 'Lodge an appeal' };
const SEND: Text = { lv: 'Iesniegt', en: 'Lodge' };
const UNTIL: Text = { lv: 'Šo rezultātu var apstrīdēt līdz {day} Pēc apelācijas vērtējums var palikt, pieaugt vai samazināties.', en: 'This result can be contested until {day} On appeal a mark may stay, rise or fall.' };
const WHO: Text = { lv: 'Kas iesniedza', en: 'Who lodged it' };
const HOW: Text = { lv: 'Kā iesniegta', en: 'How it was lodged' };
const ON: Text = { lv: 'Iesniegšanas diena', en: 'Day of lodging' };
const REGISTERED: Text = { lv: 'Apelācija iesniegta.', en: 'The appeal has been lodged.' };
