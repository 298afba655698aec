import type { VNode } from 'preact';
import { type IsoDate, isoDate, readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import type { View } from '#web/view.js';

/** When this text was last held against the program. */
const ASSESSED: IsoDate = isoDate('2026-11-21');

/**
 * The accessibility statement in the form of Cabinet Regulation No. 445 of 14 July 2020, "Kārtība, kādā iestādes ievieto
 * informāciju internetā"; the operator's contact stands in the notices of its own installation.
 */
export const AccessibilityPage = ({ view: { frame, lang, t } }: { view: View }): VNode => (
  <Page {...frame} title={t(WORDS.title)}>
    <h1>{t(WORDS.title)}</h1>
    <p>{t(WORDS.promise)}</p>
    <h2>{t(WORDS.statusTitle)}</h2>
    <p>{t(WORDS.status)}</p>
    <h2>{t(WORDS.notAccessibleTitle)}</h2>
    <ul>
      {NOT_ACCESSIBLE.map((one) => (
        <li key={one.en}>{t(one)}</li>
      ))}
    </ul>
    <h2>{t(WORDS.assessmentTitle)}</h2>
    <SummaryList
      lang={lang}
      items={[
        { key: WORDS.prepared, value: readableDay(ASSESSED) },
        { key: WORDS.assessed, value: readableDay(ASSESSED) },
        { key: WORDS.method, value: t(WORDS.methodWords) },
      ]}
    />
    <h2>{t(WORDS.contactTitle)}</h2>
    <p>
      {t(WORDS.contact)} <a href="mailto:pieklustamiba@example.lv">pieklustamiba@example.lv</a>
    </p>
    <h2>{t(WORDS.complaintTitle)}</h2>
    <p>{t(WORDS.complaint)}</p>
  </Page>
);

const NOT_ACCESSIBLE: readonly Text[] = [
  {
    lv: 'Kartes un diagrammas ir attēli: tajās redzamais pieejams arī kā teksts vai tabula zem attēla, taču pašu attēlu nevar izpētīt ar tastatūru punktu pa punktam.',
    en: 'Maps and charts are pictures: what they show also stands as text or a table below, but the picture itself cannot be explored point by point with a keyboard.',
  },
  {
    lv: 'API interaktīvais apraksts (Swagger UI) ir citu izstrādātāju programma un nav pilnībā piekļūstams; to pašu saturu bez skripta rāda API lapa.',
    en: 'The interactive documentation of the API (Swagger UI) is made by others and is not fully accessible; the API page shows the same without script.',
  },
];

const WORDS = {
  title: { lv: 'Piekļūstamības paziņojums', en: 'Accessibility statement' },
  promise: {
    lv: 'Vienkopus uzturētājs ir apņēmies nodrošināt tīmekļvietnes piekļūstamību atbilstoši Ministru kabineta 2020. gada 14. jūlija noteikumiem Nr. 445 “Kārtība, kādā iestādes ievieto informāciju internetā”.',
    en: 'The operator of Vienkopus is committed to making this website accessible, in accordance with Cabinet Regulation No. 445 of 14 July 2020 on how institutions publish information on the internet.',
  },
  statusTitle: { lv: 'Atbilstības statuss', en: 'Compliance status' },
  status: {
    lv: 'Tīmekļvietne daļēji atbilst standarta EN 301 549 un WCAG 2.2 AA līmeņa prasībām turpmāk minēto izņēmumu dēļ.',
    en: 'This website partially complies with EN 301 549 and WCAG 2.2 level AA, because of the exceptions below.',
  },
  notAccessibleTitle: { lv: 'Nepiekļūstamais saturs', en: 'Content that is not accessible' },
  assessmentTitle: { lv: 'Paziņojuma un izvērtējuma sagatavošana', en: 'Preparation of this statement' },
  prepared: { lv: 'Paziņojums sagatavots', en: 'Statement prepared' },
  assessed: { lv: 'Piekļūstamība izvērtēta', en: 'Accessibility assessed' },
  method: { lv: 'Izvērtēšanas metode', en: 'Method of assessment' },
  methodWords: {
    lv: 'Pašnovērtējums: automātiska pārbaude ar axe (WCAG 2.2 AA) katrā lapā abās valodās, pārbaude bez skripta un ar tastatūru.',
    en: 'Self-assessment: automatic checks by axe (WCAG 2.2 AA) of each page in both languages, and trials without script and by keyboard.',
  },
  contactTitle: { lv: 'Atsauksmes un saziņa', en: 'Feedback and contact' },
  contact: {
    lv: 'Ja kāds saturs jums nav piekļūstams vai tas vajadzīgs citā formātā, rakstiet; atbildēsim 15 darbdienu laikā:',
    en: 'If something is not accessible to you, or you need it in another form, write to us; we answer within 15 working days:',
  },
  complaintTitle: { lv: 'Sūdzības', en: 'Complaints' },
  complaint: {
    lv: 'Ja uz ziņojumu par piekļūstamību neatbildam vai atbilde neapmierina, varat vērsties pie Latvijas Republikas tiesībsarga.',
    en: 'If we do not answer, or the answer does not satisfy you, you can turn to the Ombudsman of the Republic of Latvia.',
  },
} as const satisfies Record<string, Text>;
