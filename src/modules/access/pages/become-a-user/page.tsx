import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { View } from '#web/view.js';
import { UNDERTAKINGS } from '../../domain/undertaking.js';

/** For whoever has no account or no rights yet: the way in, and what they will sign. */
export function BecomeAUserPage({ view }: { view: View }): VNode {
  const { t } = view;
  return (
    <Page {...view.frame} title={t(BECOME_A_USER)}>
      <h1>{t(BECOME_A_USER)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <ol>
        {STEPS.map(({ head, text }) => (
          <li key={head.en}>
            <strong>{t(head)}</strong>
            <p>{t(text)}</p>
          </li>
        ))}
      </ol>
      <ButtonRow>
        <ButtonLink href="/my/rights/request">{t(ASK)}</ButtonLink>
        <ButtonLink href="/become-a-user/form" variant="secondary">
          {t(FORM)}
        </ButtonLink>
      </ButtonRow>
      <h2>{t(WHAT)}</h2>
      <ol>
        {UNDERTAKINGS.map((one) => (
          <li key={one.en}>{t(one)}</li>
        ))}
      </ol>
      <h2>{t(ADMINISTRATOR)}</h2>
      <p>{t(ADMINISTRATOR_TEXT)}</p>
    </Page>
  );
}

export const BECOME_A_USER: Text = { lv: 'Kā kļūt par lietotāju', en: 'How to become a user' };
const LEAD: Text = {
  lv: 'Savus datus redz ikviens, kas pierakstās. Lai strādātu ar citu cilvēku datiem, vajag tiesības; tās piešķir cilvēks, kas atbild par iestādi vai pašvaldību.',
  en: 'Everybody who signs in sees their own data. To work with data of other people you need rights, which the one responsible for the institution or municipality gives.',
};
const STEPS: readonly { readonly head: Text; readonly text: Text }[] = [
  {
    head: { lv: 'Pierakstieties.', en: 'Sign in.' },
    text: {
      lv: 'Darbiniekam kontu izveido iestādes vai pašvaldības lietotāju administrators, un saite atnāk e-pastā. Ar Smart-ID, eParakstu vai Latvija.lv var pierakstīties arī bez iepriekš veidota konta.',
      en: 'The user administrator of the institution or municipality makes an account for an employee, and a link comes by mail. By Smart-ID, eParaksts or Latvija.lv you can also sign in without an account made beforehand.',
    },
  },
  {
    head: { lv: 'Aizpildiet tiesību pieprasījumu.', en: 'Fill in the request for rights.' },
    text: { lv: 'Izvēlieties lomu, vietu un laiku, uzrakstiet, kādēļ tiesības vajadzīgas.', en: 'Choose the role, the place and the time, and write why the rights are needed.' },
  },
  {
    head: { lv: 'Ja iestāde prasa parakstītu iesniegumu, lejupielādējiet to un parakstiet.', en: 'If the institution asks for a signed application, download and sign it.' },
    text: {
      lv: 'Veidlapā poga “Lejupielādēt iesniegumu parakstīšanai” dod aizpildītu iesniegumu ar apliecinājumu. Parakstiet to elektroniski ar laika zīmogu (.edoc vai .asice).',
      en: 'The button “Download the application to sign” of the form gives the filled-in application with the undertaking. Sign it electronically with a time stamp (.edoc or .asice).',
    },
  },
  {
    head: { lv: 'Pievienojiet parakstīto failu un iesniedziet.', en: 'Attach the signed file and submit.' },
    text: {
      lv: 'Parakstu pārbaudām tūlīt; “Manas tiesības” rāda, kas atrasts. Par lēmumu saņemsiet paziņojumu. Dažām lomām vispirms jāapgūst īss kurss.',
      en: 'The signature is checked at once, and “My rights” shows what was found. You will be told of the decision. Some roles ask for a short course first.',
    },
  },
];
const ASK: Text = { lv: 'Pieprasīt tiesības', en: 'Request a right' };
const FORM: Text = { lv: 'Tukša iesnieguma veidlapa (PDF)', en: 'Blank form of the application (PDF, in Latvian)' };
const WHAT: Text = { lv: 'Ko apliecina iesniedzējs', en: 'What the applicant undertakes' };
const ADMINISTRATOR: Text = { lv: 'Iestādes lietotāju administrators', en: 'The user administrator of an institution' };
const ADMINISTRATOR_TEXT: Text = {
  lv: 'Iestādes pirmo lietotāju administratoru piesaka tās vadītājs ar parakstītu iesniegumu tādā pašā veidā; lemj pašvaldības vai ministrijas tiesību administrators. Tālāk administrators pats veido iestādes lietotājus.',
  en: 'The first user administrator of an institution is put forward by its head, by a signed application in the same way; the rights administrator of the municipality or the ministry decides. From then on the administrator makes the users of the institution.',
};
