import type { VNode } from 'preact';
import { addDays, readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import type { View } from '#web/view.js';
import { unitInAddress } from '../../actions/people-of.js';
import { GREETING, type Letters, WHOM_TO_ASK } from '../../actions/remind.js';
import { passwordsEndFor, stepsFor, untilWhen } from '../../domain/steps.js';
import { WORDS } from './words.js';

/** A letter for each who is not ready, one a printed page, for those whom mail does not reach. */
export function LettersPage({ view, letters }: { view: View; letters: Letters }): VNode {
  const { lang, t } = view;
  const { unitId, name, people, help } = letters;
  const board = `/sign-in-programme/${unitInAddress(unitId)}`;
  return (
    <Page {...view.frame} title={t(WORDS.letters)} breadcrumbs={[{ text: WORDS.title, href: '/sign-in-programme' }, { text: name, href: board }, { text: WORDS.letters }]}>
      <div class="no-print">
        <h1>{t(WORDS.letters)}</h1>
        <Lead>{t({ lv: `Vēstules: ${people.length}. Drukājot katra ir savā lapā.`, en: `Letters: ${people.length}. Printed, each has a page of its own.` })}</Lead>
        {people.length === 0 && <Notice lang={lang} tone="success" title={NOBODY} />}
        {people.length > 0 && help === '' && (
          <Notice lang={lang} tone="warning" title={NO_TELEPHONE}>
            <p>
              <a href={`${board}/policy`}>{t(SAY_IT)}</a>
            </p>
          </Notice>
        )}
      </div>
      {people.map((person) => (
        <Letter key={person.id} view={view} letters={letters} person={person} />
      ))}
    </Page>
  );
}

/** One sheet: who writes, when, to whom, what is to be done until when, step by step, and who helps. */
function Letter({ view: { t, today }, letters, person }: { view: View; letters: Letters; person: Letters['people'][number] }): VNode {
  const { name, help, helpers, publicUrl, advice } = letters;
  const end = passwordsEndFor(letters, person);
  return (
    <article class="letter" aria-label={person.name}>
      <header class="letter-head">
        <p class="letter-sender">{t(name)}</p>
        <p>{`${t(name)}, ${readableDay(today)}`}</p>
      </header>
      <p class="letter-addressee">
        {person.name}
        {person.institution && (
          <>
            <br />
            {person.institution}
          </>
        )}
      </p>
      <h2>{t(SUBJECT)}</h2>
      <p>{`${t(GREETING)}, ${person.name}!`}</p>
      <p>{t(WHY)}</p>
      <p>
        <strong>{t(untilWhen(end))}</strong>
      </p>
      {person.exceptedUntil && <p>{t(exceptedTo(readableDay(addDays(person.exceptedUntil, -1))))}</p>}
      <h3>{t(STEPS)}</h3>
      <ol>
        {stepsFor(person, publicUrl, advice, end).map((step) => (
          <li key={step.lv}>{t(step)}</li>
        ))}
      </ol>
      <h3>{t(WHOM_TO_ASK)}</h3>
      <ul>
        {helpers.map((one) => (
          <li key={one.name}>{[one.name, one.email].filter(Boolean).join(', ')}</li>
        ))}
        {help && <li>{help}</li>}
      </ul>
      <p>{t(NEVER)}</p>
      <p class="letter-sender">{t(name)}</p>
    </article>
  );
}

const exceptedTo = (last: string): Text => ({ lv: `Jums piešķirts izņēmums: kā līdz šim varat pierakstīties līdz ${last} (ieskaitot).`, en: `You have an exception: you may sign in as before until ${last} (included).` });
const NOBODY: Text = { lv: 'Visi ir gatavi: vēstuļu nav.', en: 'Everybody is ready: there are no letters.' };
const NO_TELEPHONE: Text = { lv: 'Vēstulēs nav tālruņa, pa kuru zvanīt', en: 'The letters have no telephone to call' };
const SAY_IT: Text = { lv: 'Ierakstiet to kārtībā, laukā “Kur zvanīt, ja neizdodas”', en: 'Write it in the policy, under “Where to call if it does not work”' };
const SUBJECT: Text = { lv: 'Kā turpmāk pierakstīties Vienkopus', en: 'How to sign in to Vienkopus from now on' };
const WHY: Text = {
  lv: 'Paroli var uzminēt vai izkrāpt, tāpēc pašvaldība pāriet uz pierakstīšanos ar ierīci, kas ir tikai jums: tālruni, datoru vai drošības atslēgu. Tas prasa dažas minūtes.',
  en: 'A password can be guessed or tricked out of you, so the municipality changes to signing in with a device that only you have: a phone, computer or security key. It takes a few minutes.',
};
const STEPS: Text = { lv: 'Kas jādara', en: 'What to do' };
const NEVER: Text = { lv: 'Paroli vai kodu jums nekad neprasīs ne pa tālruni, ne vēstulē. Ja kāds to prasa, nesakiet un paziņojiet mums.', en: 'Nobody will ever ask for your password or a code by telephone or letter. If someone does, do not tell it and let us know.' };
