import type { VNode } from 'preact';
import { fill, type Text } from '#kernel/text.js';
import type { Level } from '#modules/authentication/public.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { HiddenFields } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { View } from '#web/view.js';
import { asksEachTime } from '../domain/client.js';
import { LIFETIMES } from '../domain/lifetimes.js';
import type { OwnFacts } from './client-metadata.js';

const DAY = 86_400;

/** Which data of whom goes to which program, and for how long; the person decides (OWASP ASVS 5.0, 10.7.2). */
export function ConsentPage({ view, program, scopes, lasting, back }: { view: View; program: OwnFacts; scopes: readonly string[]; lasting: boolean; back: string }): VNode {
  const { t } = view;
  const title = t(fill(CONSENT, { program: t(program.title) }));
  return (
    <Page {...view.frame} title={title}>
      <h1>{title}</h1>
      <Lead>{t(fill(program.owner ? LEAD_OWNED : LEAD, { name: view.actor.name, program: t(program.title), owner: program.owner ?? '' }))}</Lead>
      <ul>
        <li>{t(SUBJECT)}</li>
        {scopes.includes('profile') && <li>{t(NAME)}</li>}
        {scopes.includes('email') && <li>{t(EMAIL)}</li>}
      </ul>
      <h2>{t(HOW_LONG)}</h2>
      <ul>
        <li>{t(lasting ? fill(FOR_DAYS, { days: LIFETIMES.Grant / DAY }) : WHILE_SIGNED_IN)}</li>
        <li>{t(asksEachTime(program.kind) ? ASKED_AGAIN : NOT_ASKED_AGAIN)}</li>
        <li>{t(TAKE_BACK)}</li>
      </ul>
      <p>{t(NOTHING_MORE)}</p>
      <form class="form" method="post" action={back}>
        <HiddenFields values={{ _csrf: view.csrf }} />
        <ButtonRow>
          <Button name="decision" value="yes">
            {t(ALLOW)}
          </Button>
          <Button variant="secondary" name="decision" value="no">
            {t(REFUSE)}
          </Button>
        </ButtonRow>
      </form>
    </Page>
  );
}

/** Leads on by itself; the link is for browsers that do not. */
export const GoOnPage = ({ view, to }: { view: View; to: string }): VNode => (
  <Page {...view.frame} title={view.t(GOING_ON)}>
    <h1>{view.t(GOING_ON)}</h1>
    <p>
      <a href={to}>{view.t(GO_ON)}</a>
    </p>
  </Page>
);

export const LatePage = ({ view }: { view: View }): VNode => (
  <Page {...view.frame} title={view.t(LATE)}>
    <h1>{view.t(LATE)}</h1>
    <Lead>{view.t(LATE_LEAD)}</Lead>
    <p>
      <a href="/">{view.t(HOME)}</a>
    </p>
  </Page>
);

/** Who cannot sign in as surely as a program needs sees what would be enough. */
export const TooLowPage = ({ view, program, level, again, back }: { view: View; program: OwnFacts; level: Level; again: string; back: string }): VNode => (
  <Page {...view.frame} title={view.t(TOO_LOW)}>
    <h1>{view.t(TOO_LOW)}</h1>
    <Lead>{view.t(fill(TOO_LOW_LEAD, { program: view.t(program.title) }))}</Lead>
    <p>{view.t(WAYS[level])}</p>
    <ButtonRow>
      <ButtonLink href={again}>{view.t(AGAIN)}</ButtonLink>
      <ButtonLink href="/my/sign-in" variant="secondary">
        {view.t(ADD)}
      </ButtonLink>
      <PostButton action={back} csrf={view.csrf} hidden={{ decision: 'no' }} variant="quiet">
        {view.t(BACK)}
      </PostButton>
    </ButtonRow>
  </Page>
);

const CONSENT: Text = { lv: 'Ieiet lietotnē “{program}”', en: 'Enter the program “{program}”' };
const LEAD: Text = { lv: 'Jūs esat pierakstījies kā {name}. Lietotnei “{program}” tiks nodots:', en: 'You are signed in as {name}. The program “{program}” will be given:' };
const LEAD_OWNED: Text = { lv: 'Jūs esat pierakstījies kā {name}. Lietotnei “{program}” ({owner}) tiks nodots:', en: 'You are signed in as {name}. The program “{program}” ({owner}) will be given:' };
const SUBJECT: Text = { lv: 'jūsu pastāvīgs apzīmējums, ko zina tikai šīs lietotnes turētājs, un tas, cik droši pierakstījāties', en: 'a lasting identifier of yours that only the keeper of this program knows, and how surely you signed in' };
const NAME: Text = { lv: 'jūsu vārds un uzvārds', en: 'your name' };
const EMAIL: Text = { lv: 'jūsu e-pasta adrese', en: 'your e-mail address' };
const HOW_LONG: Text = { lv: 'Cik ilgi', en: 'For how long' };
const FOR_DAYS: Text = {
  lv: 'Ne ilgāk kā {days} dienas no šī brīža lietotne šos datus var saņemt arī tad, kad būsiet izrakstījies. Lietošana šo laiku nepagarina.',
  en: 'For {days} days from now at the longest the program can get these data, also when you have signed out. Use does not prolong it.',
};
const WHILE_SIGNED_IN: Text = { lv: 'Lietotne šos datus var saņemt, kamēr esat šeit pierakstījies; pēc tam vairs ne.', en: 'The program can get these data while you are signed in here, and no longer.' };
const ASKED_AGAIN: Text = { lv: 'Nākamreiz, kad tajā iesiet, jautāsim no jauna.', en: 'The next time you enter it, you will be asked anew.' };
const NOT_ASKED_AGAIN: Text = { lv: 'Nākamreiz, kad tajā iesiet, par šiem datiem vairs nejautāsim, līdz atļauju atsauksiet.', en: 'The next time you enter it, you will not be asked about these data, until you take this back.' };
const TAKE_BACK: Text = { lv: 'Atsaukt var jebkurā brīdī lapā “Manas lietotnes”.', en: 'You can take it back at any time on the page “My programs”.' };
const NOTHING_MORE: Text = { lv: 'Neko citu lietotne neuzzina. Parole paliek tikai šeit.', en: 'The program learns nothing else. Your password stays here.' };
const ALLOW: Text = { lv: 'Nodot un ieiet', en: 'Give it and enter' };
const REFUSE: Text = { lv: 'Atteikt', en: 'Refuse' };
const GOING_ON: Text = { lv: 'Atgriežamies lietotnē', en: 'Going back to the program' };
const GO_ON: Text = { lv: 'Turpināt', en: 'Continue' };
const LATE: Text = { lv: 'Pierakstīšanās ir novecojusi', en: 'This sign-in is outdated' };
const LATE_LEAD: Text = { lv: 'Pagājis pārāk ilgs laiks, vai lapa ir atvērta citā pārlūkā. Atgriezieties lietotnē un sāciet vēlreiz.', en: 'Too much time has passed, or the page was opened in another browser. Go back to the program and begin again.' };
const HOME: Text = { lv: 'Uz sākumlapu', en: 'To the start page' };
const TOO_LOW: Text = { lv: 'Vajag drošāku pierakstīšanos', en: 'A surer sign-in is needed' };
const TOO_LOW_LEAD: Text = { lv: 'Lietotnē “{program}” ar šādu pierakstīšanos ieiet nevar.', en: 'The program “{program}” cannot be entered with this sign-in.' };
const WAYS: Readonly<Record<Level, Text>> = {
  low: { lv: 'Pietiek ar paroli.', en: 'A password is enough.' },
  substantial: { lv: 'Vajag otru līdzekli: piekļuves atslēgu vai vienreizēju kodu.', en: 'A second factor is needed: a passkey or a one-time code.' },
  high: { lv: 'Vajag kvalificētu līdzekli: Smart-ID, eParaksts vai eID karti.', en: 'A qualified means is needed: Smart-ID, eParaksts or an eID card.' },
};
const AGAIN: Text = { lv: 'Mēģināt vēlreiz', en: 'Try again' };
const ADD: Text = { lv: 'Pievienot līdzekli', en: 'Add a means' };
const BACK: Text = { lv: 'Atgriezties lietotnē', en: 'Back to the program' };
