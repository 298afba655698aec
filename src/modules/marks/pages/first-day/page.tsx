import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { ButtonLink } from '#ui/form/button.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { View } from '#web/view.js';

interface Step {
  readonly title: Text;
  readonly what: Text;
  /** Who of the demonstration's users does it. */
  readonly as: string | null;
  readonly href: string;
  readonly go: Text;
}

/** For whoever comes anew: how a semester's marks come in, in four steps that can be walked at once. */
export const FirstDayPage = ({ view: { frame, lang, t }, journals }: { view: View; journals: string | null }): VNode => (
  <Page {...frame} title={t(TITLE)} breadcrumbs={[{ text: TITLE }]}>
    <h1>{t(TITLE)}</h1>
    <Lead>{t(LEAD)}</Lead>
    <ol class="first-day">
      {stepsOf(journals).map(({ title, what, as, href, go }) => (
        <li key={title.en}>
          <h2>{t(title)}</h2>
          <p>{t(what)}</p>
          {journals !== null && as !== null && <p class="hint">{`${AS[lang]} ${as}`}</p>}
          <p>
            <ButtonLink href={href} variant="secondary">
              {t(go)}
            </ButtonLink>
          </p>
        </li>
      ))}
    </ol>
  </Page>
);

const stepsOf = (journals: string | null): readonly Step[] => [
  {
    title: { lv: 'E-žurnāls atsūta semestri', en: 'The e-journal sends a semester' },
    what: {
      lv: 'Derīgās rindas pieņem uzreiz. Par katru citu pasaka, kas tajā ir nepareizi, kas gaidīts, un piedāvā izlabotu rindu.',
      en: 'Valid rows are taken at once. Of each of the others it is said what is wrong and what was expected, with a corrected row.',
    },
    as: null, href: journals ?? '/intake/batches', go: journals ? { lv: 'Atvērt izdomātos e-žurnālus', en: 'Open the made-up e-journals' } : { lv: 'Apskatīt, kas saņemts', en: 'See what has come' },
  },
  {
    title: { lv: 'Skola vienreiz pasaka, ko nozīmē nosaukumi', en: 'The school says once what names mean' },
    what: {
      lv: '“Svešvaloda (angļu)” klasifikatorā ir “Angļu valoda”. Pēc viena apstiprinājuma viss, kas gaidīja, tiek pieņemts pats.',
      en: '“Svešvaloda (angļu)” is “Angļu valoda” in the classifier. After one confirmation everything that waited is taken by itself.',
    },
    as: 'lietvedis', href: '/intake/mapping', go: { lv: 'Saskaņot nosaukumus', en: 'Match names' },
  },
  {
    title: { lv: 'Skolotājs ieraksta trūkstošo', en: 'The teacher writes what is missing' },
    what: {
      lv: 'Kā tabulā: bultiņas, Enter, ielīmēšana no Excel. Saglabājas pats; ja savienojums pazūd, nekas nepazūd.',
      en: 'As in a spreadsheet: arrows, Enter, paste from Excel. It saves by itself, and a lost connection loses nothing.',
    },
    as: 'skolotajs', href: '/marks/grids', go: { lv: 'Atvērt ievadi klasēs', en: 'Open entry in classes' },
  },
  {
    title: { lv: 'Visi redz, kas vēl nav ievadīts un līdz kuram termiņam', en: 'Everyone sees what is missing and until when' },
    what: {
      lv: 'Skola, pašvaldība un ministrija redz pilnību līdz klasei un priekšmetam; vecāki redz sava bērna vērtējumus.',
      en: 'School, municipality and ministry see completeness down to class and subject; parents see the marks of their child.',
    },
    as: 'izglitiba', href: '/marks/completeness', go: { lv: 'Skatīt ievades pilnību', en: 'See completeness' },
  },
];

const TITLE: Text = { lv: 'Pirmā diena: vērtējumi četros soļos', en: 'The first day: marks in four steps' };
const LEAD: Text = { lv: 'Kā semestra vērtējumi un kavējumi nonāk reģistrā.', en: 'How the marks and absences of a semester come into the register.' };
const AS = { lv: 'Demonstrācijā pierakstieties kā', en: 'In the demonstration sign in as' };
