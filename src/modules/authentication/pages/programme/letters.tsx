import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import type { View } from '#web/view.js';
import { unitInAddress } from '../../actions/people-of.js';
import type { readLetters } from '../../actions/remind.js';
import { STILL_TO_DO } from '../../domain/readiness.js';
import { WORDS } from './words.js';

type Letters = Awaited<ReturnType<typeof readLetters.run>>;

/** A letter for each who is not ready, one a printed page, for those whom mail does not reach. */
export function LettersPage({ view, letters: { unitId, name, policy, people } }: { view: View; letters: Letters }): VNode {
  const { lang, t } = view;
  const day = policy?.passwordsEndOn;
  return (
    <Page {...view.frame} title={t(WORDS.letters)} breadcrumbs={[{ text: WORDS.title, href: '/sign-in-programme' }, { text: name, href: `/sign-in-programme/${unitInAddress(unitId)}` }, { text: WORDS.letters }]}>
      <h1>{t(WORDS.letters)}</h1>
      <Lead>{t({ lv: `Vēstules: ${people.length}. Drukājot katra sākas jaunā lapā.`, en: `Letters: ${people.length}. Printed, each begins on a new page.` })}</Lead>
      {people.length === 0 && <Notice lang={lang} tone="success" title={NOBODY} />}
      {people.map((person) => (
        <article key={person.id} class="letter">
          <h2>{person.name}</h2>
          <p>{[person.institution, person.login].filter(Boolean).join(' · ')}</p>
          <p>{day ? t({ lv: `No ${readableDay(day)} ar paroli pierakstīties vairs nevarēs.`, en: `From ${readableDay(day)} the password will no longer sign you in.` }) : t(SOON)}</p>
          <p>{t(STILL_TO_DO[person.readiness]!)}</p>
          <p>{t(WHERE)}</p>
        </article>
      ))}
    </Page>
  );
}

const NOBODY: Text = { lv: 'Visi ir gatavi: vēstuļu nav.', en: 'Everybody is ready: there are no letters.' };
const SOON: Text = { lv: 'Drīz ar paroli vien pierakstīties vairs nevarēs.', en: 'Soon the password alone will no longer sign you in.' };
const WHERE: Text = { lv: 'Pierakstieties un atveriet “Mani pierakstīšanās līdzekļi”. Ja kas neizdodas, zvaniet savam lietotāju administratoram.', en: 'Sign in and open “My means of sign-in”. If something does not work, call your user administrator.' };
