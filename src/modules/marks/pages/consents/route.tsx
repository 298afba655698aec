import type { VNode } from 'preact';
import { addDays, readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { Button } from '#ui/form/button.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { SelectField } from '#ui/form/select-field.js';
import { instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import { type Attempt, button, formPage, type WebRoute } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { MY_MARKS } from '../own/page.js';
import { type Consents, giveConsent, openConsents, withdraw } from '../../actions/admissions.js';

const PATH = '/my/marks/consents';

export const consentRoutes: readonly WebRoute[] = [
  formPage({
    path: PATH,
    load: openConsents,
    loadInput: () => ({}),
    render: (loaded, view, attempt) => <ConsentsPage view={view} attempt={attempt} found={loaded} />,
    action: giveConsent,
    done: () => ({ to: PATH, notice: GIVEN }),
  }),
  button({ path: `${PATH}/:id/withdraw`, action: withdraw, done: () => ({ to: PATH, notice: WITHDRAWN_NOW }) }),
];

function ConsentsPage({ view, attempt, found: { people, universities, consents, latest } }: { view: View; attempt: Attempt; found: Consents }): VNode {
  const { lang, t, today } = view;
  const field = fieldsOf({ lang, ...attempt });
  const nameOf = (id: string) => people.filter((one) => one.id === id).map(({ given, family }) => `${given} ${family}`)[0] ?? t(MYSELF);
  return (
    <Page {...view.frame} title={t(TITLE)} breadcrumbs={[{ text: MY_MARKS, href: '/my/marks' }, { text: TITLE }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(TITLE)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <DataTable
        lang={lang}
        caption={GIVEN_CONSENTS}
        rows={consents}
        rowKey={(row) => row.id}
        empty={{ title: NONE, hint: NONE_HINT }}
        columns={[
          { key: 'university', header: UNIVERSITY, rowHeader: true, cell: (row) => row.institution },
          { key: 'person', header: WHOSE, cell: (row) => nameOf(row.personId) },
          { key: 'what', header: WHAT, cell: (row) => t(row.coversExams ? MARKS_AND_EXAMS : MARKS_ALONE) },
          { key: 'number', header: NUMBER, cell: (row) => <code>{row.id}</code> },
          { key: 'until', header: THROUGH, cell: (row) => readableDay(addDays(row.validTo, -1)) },
          { key: 'read', header: TAKEN, cell: (row) => <Taken view={view} row={row} /> },
          {
            key: 'state', header: STATE,
            cell: (row) =>
              row.withdrawnAt ? <StatusTag tone="ended">{t(WITHDRAWN)}</StatusTag> : row.validTo <= today ? <StatusTag tone="ended">{t(OVER)}</StatusTag> : (
                <PostButton action={`${PATH}/${row.id}/withdraw`} csrf={view.csrf} variant="secondary">
                  {t(WITHDRAW)}
                  <span class="visually-hidden">{`: ${row.institution}, ${nameOf(row.personId)}`}</span>
                </PostButton>
              ),
          },
        ]}
      />
      {consents.length > 0 && <p class="hint">{t(NUMBER_HINT)}</p>}
      <h2>{t(GIVE)}</h2>
      {people.length === 0 ? <Notice lang={lang}>{t(NOBODY)}</Notice> : universities.length === 0 ? <Notice lang={lang}>{t(NO_UNIVERSITY)}</Notice> : (
        <Form csrf={view.csrf}>
          <SelectField {...field('person', people.length === 1 ? people[0]!.id : '')} label={WHOSE} options={people.map(({ id, given, family }) => ({ value: id, label: `${given} ${family}` }))} emptyOption={CHOOSE} />
          <SelectField {...field('university')} label={UNIVERSITY} options={universities.map(({ id, name }) => ({ value: id, label: name }))} emptyOption={CHOOSE} />
          <Checkboxes {...field('exams', [])} label={ALSO} hint={ALSO_HINT} options={[{ value: 'yes', label: t(EXAMS_TOO) }]} optional />
          <DateField {...field('until')} label={UNTIL} hint={UNTIL_HINT} min={addDays(today, 1)} max={latest} />
          <Button>{t(AGREE)}</Button>
        </Form>
      )}
    </Page>
  );
}

/** When marks were last taken, and facts of exams where the consent covers them: two programs of a university may ask. */
function Taken({ view: { t }, row: { coversExams, readAt, examsReadAt } }: { view: View; row: Consents['consents'][number] }): VNode {
  const at = (when: Date | null) => (when ? instant(when) : t(NOT_YET));
  return coversExams ? <>{`${t(MARKS_TAKEN)}: ${at(readAt)}`}<br />{`${t(EXAMS_TAKEN)}: ${at(examsReadAt)}`}</> : <>{at(readAt)}</>;
}

const MARKS_TAKEN: Text = { lv: 'vērtējumi', en: 'marks' };
const EXAMS_TAKEN: Text = { lv: 'eksāmeni', en: 'exams' };
const TITLE: Text = { lv: 'Vērtējumi augstskolām', en: 'Marks for universities' };
const LEAD: Text = {
  lv: 'Augstskola saņem gada, eksāmenu un gala vērtējumus no 10.–12. klases tikai tad, ja tam piekrītat. Katra saņemšana ir redzama žurnālā, un piekrišanu var atsaukt jebkurā brīdī.',
  en: 'A university receives year, examination and final marks of grades 10–12 only if you agree. Each time it takes them is seen in the log, and you may withdraw at any moment.',
};
const GIVEN_CONSENTS: Text = { lv: 'Dotās piekrišanas', en: 'Consents given' };
const NONE: Text = { lv: 'Neviena augstskola vērtējumus nesaņem.', en: 'No university receives marks.' };
const NONE_HINT: Text = { lv: 'Ja vēlaties, dodiet piekrišanu zemāk.', en: 'If you wish, agree below.' };
const UNIVERSITY: Text = { lv: 'Augstskola', en: 'University' };
const WHOSE: Text = { lv: 'Kura vērtējumi', en: 'Whose marks' };
const MYSELF: Text = { lv: 'mani', en: 'mine' };
const WHAT: Text = { lv: 'Ko saņem', en: 'What it receives' };
const MARKS_ALONE: Text = { lv: 'vērtējumus', en: 'marks' };
const MARKS_AND_EXAMS: Text = { lv: 'vērtējumus, eksāmenu rezultātus un sertifikātus', en: 'marks, results of exams and certificates' };
const ALSO: Text = { lv: 'Vai arī valsts pārbaudījumi', en: 'State exams too' };
const ALSO_HINT: Text = {
  lv: 'Procenti katrā daļā un kopā, sertifikāta numurs un datnes kontrolsumma, atbrīvojumi un aizstāšana, no rezultātu paziņošanas brīža.',
  en: 'Per cent of each part and in all, number of the certificate and checksum of its file, exemptions and replacements, from the instant of publication.',
};
const EXAMS_TOO: Text = { lv: 'Arī centralizēto eksāmenu rezultāti un sertifikāti', en: 'Also results of centralised exams and certificates' };
const THROUGH: Text = { lv: 'Spēkā līdz', en: 'Holds through' };
const TAKEN: Text = { lv: 'Pēdējoreiz saņemti', en: 'Last taken' };
const NOT_YET: Text = { lv: 'vēl nav', en: 'not yet' };
const STATE: Text = { lv: 'Stāvoklis', en: 'State' };
const WITHDRAWN: Text = { lv: 'atsaukta', en: 'withdrawn' };
const OVER: Text = { lv: 'beigusies', en: 'over' };
const WITHDRAW: Text = { lv: 'Atsaukt', en: 'Withdraw' };
const NUMBER: Text = { lv: 'Piekrišanas numurs', en: 'Number of the consent' };
const NUMBER_HINT: Text = {
  lv: 'Ja jūsu dati ir aizsargāti vai jums nav Latvijas personas koda, augstskola jūs sarakstā neredz: pasakiet tai piekrišanas numuru (vai personas kodu). Ja dati ir aizsargāti, skola augstskolai netiek nosaukta.',
  en: 'If your data is protected, or you have no Latvian personal code, the university does not see you in its list: tell it the number of the consent (or your personal code). If your data is protected, the school is not named to it.',
};
const GIVE: Text = { lv: 'Dot piekrišanu', en: 'Agree' };
const NOBODY: Text = { lv: 'Līdz 18 gadu vecumam piekrišanu dod vecāks vai aizbildnis.', en: 'Until the age of 18 a parent or guardian gives the consent.' };
const NO_UNIVERSITY: Text = { lv: 'Pašlaik neviena augstskola nav pieslēgta.', en: 'No university is connected at present.' };
const CHOOSE: Text = { lv: 'Izvēlieties', en: 'Choose' };
const UNTIL: Text = { lv: 'Līdz kurai dienai (neieskaitot)', en: 'Until (not including)' };
const UNTIL_HINT: Text = { lv: 'Ne vairāk kā divi gadi.', en: 'At most two years.' };
const AGREE: Text = { lv: 'Piekrītu', en: 'I agree' };
const GIVEN: Text = { lv: 'Piekrišana dota.', en: 'The consent has been given.' };
const WITHDRAWN_NOW: Text = { lv: 'Piekrišana atsaukta: augstskola vairs neko nesaņem.', en: 'The consent is withdrawn: the university receives nothing any more.' };
