import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { FileField } from '#ui/form/file-field.js';
import { Form } from '#ui/form/form.js';
import { instant, number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { StatusTag, type StatusTone } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import { pagingByKey } from '#web/list-links.js';
import { type Attempt, formPage, type WebRoute } from '#web/page-route.js';
import { hrefWith, type View } from '#web/view.js';
import { type BroughtScans, bringScansOfSitting, openScans, type ScanAnswer, type ScansOfSitting } from '../../actions/bring-scans.js';
import { examTitle } from '../../domain/exam-words.js';
import { SCAN_HINTS, SCAN_WORDS, type ScanVerdict } from '../../domain/judge-scans.js';
import { SITTINGS } from '../sittings/page.js';
import { sittingPath } from '../sitting/tabs.js';
import { W } from '../words.js';
import { SCANS } from './words.js';

const MOST_FILES = 100;

const above = (view: View, { sitting }: Pick<ScansOfSitting, 'sitting'>) => [{ text: W.exams }, { text: W.sittings, href: SITTINGS }, { text: view.t(examTitle(sitting)), href: sittingPath(sitting.id) }];

/** Where scans are brought in, and which works still lack one. Works are known by codes alone, and nobody here sees their pictures. */
function ScansPage({ view, shown, attempt }: { view: View; shown: ScansOfSitting; attempt: Attempt }): VNode {
  const { t, lang } = view;
  const { sitting, counts, works, onlyWithout, next } = shown;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(SCANS)} width="work" breadcrumbs={[...above(view, shown), { text: SCANS }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(SCANS)}</h1>
      <Lead>{`${t(examTitle(sitting))}, ${sitting.institution}. ${t(LEAD)}`}</Lead>
      <StatTiles lang={lang} tiles={[{ label: WORKS, value: number(counts.works, lang) }, { label: SCANNED, value: number(counts.scanned, lang) }, { label: UNREADABLE, value: number(counts.unreadable, lang) }]} />
      {counts.works > 0 && (
        <Form csrf={view.csrf} action={sittingPath(sitting.id, '/scans')} upload>
          <FileField {...field('files')} label={FILES} hint={FILES_HINT} accept=".pdf,.png,.jpg,.jpeg,.zip" multiple />
          <ButtonRow>
            <Button>{t(BRING)}</Button>
          </ButtonRow>
        </Form>
      )}
      <p>
        <a href={hrefWith({ path: sittingPath(sitting.id, '/scans'), query: {} }, { all: onlyWithout ? 'yes' : '' })}>{t(onlyWithout ? SHOW_ALL : SHOW_WITHOUT)}</a>
      </p>
      <DataTable
        lang={lang}
        caption={onlyWithout ? WITHOUT : WORKS}
        rows={works}
        rowKey={(one) => one.workId}
        empty={counts.works === 0 ? { title: NO_WORKS, hint: NO_WORKS_HINT } : { title: ALL_THERE, hint: ALL_THERE_HINT }}
        paging={pagingByKey(view, { shown: works.length, next })}
        columns={[
          { key: 'code', header: CODE, rowHeader: true, cell: (one) => `${one.candidateCode}-${one.part}` },
          { key: 'state', header: W.state, cell: (one) => <StatusTag tone={one.state === 'unreadable' ? 'danger' : one.pages === null ? 'warning' : 'success'}>{t(one.state === 'unreadable' ? UNREADABLE_ONE : one.pages === null ? MISSING : THERE)}</StatusTag> },
          { key: 'pages', header: PAGES, number: true, cell: (one) => (one.pages === null ? '–' : number(one.pages, lang)) },
          { key: 'at', header: WHEN, cell: (one) => (one.broughtAt ? instant(one.broughtAt) : '–') },
        ]}
      />
    </Page>
  );
}

const TONES: Readonly<Record<ScanVerdict, StatusTone>> = { taken: 'success', replaced: 'success', unchanged: 'neutral', 'no-code': 'danger', 'no-such-work': 'danger', 'already-there': 'danger', twice: 'danger', 'not-readable': 'danger' };
const isRefused = ({ verdict }: ScanAnswer) => TONES[verdict] === 'danger';

/** What came of each file, those that were not taken first. */
function AnswersPage({ view, brought }: { view: View; brought: BroughtScans }): VNode {
  const { t, lang } = view;
  const { sitting, answers } = brought;
  const refused = answers.filter(isRefused);
  const unchanged = answers.filter(({ verdict }) => verdict === 'unchanged').length;
  return (
    <Page {...view.frame} title={t(ANSWERS)} width="work" breadcrumbs={[...above(view, brought), { text: SCANS, href: sittingPath(sitting.id, '/scans') }, { text: ANSWERS }]}>
      <h1>{t(ANSWERS)}</h1>
      <Lead>{t(refused.length === 0 ? ALL_TAKEN : SOME_REFUSED)}</Lead>
      <StatTiles
        lang={lang}
        tiles={[{ label: FILES_CAME, value: number(answers.length, lang) }, { label: TAKEN, value: number(answers.length - refused.length - unchanged, lang) }, { label: UNCHANGED, value: number(unchanged, lang) }, { label: REFUSED, value: number(refused.length, lang) }]}
      />
      <DataTable
        lang={lang}
        caption={FILES_CAME}
        captionHidden
        rows={[...refused, ...answers.filter((one) => !isRefused(one))].map((one, at) => ({ ...one, at }))}
        rowKey={(one) => String(one.at)}
        columns={[
          { key: 'name', header: FILE, rowHeader: true, cell: (one) => one.name },
          { key: 'verdict', header: VERDICT, cell: (one) => <StatusTag tone={TONES[one.verdict]}>{t(SCAN_WORDS[one.verdict])}</StatusTag> },
          { key: 'do', header: WHAT_TO_DO, cell: (one) => { const hint = SCAN_HINTS[one.verdict]; return hint ? t(hint) : ''; } },
        ]}
      />
      <p>
        <a href={sittingPath(sitting.id, '/scans')}>{t(BACK)}</a>
      </p>
    </Page>
  );
}

export const scanRoutes: readonly WebRoute[] = [
  formPage({
    path: `${SITTINGS}/sittings/:id/scans`,
    mostFiles: MOST_FILES,
    load: openScans,
    loadInput: ({ id, all, after }) => ({ id, all, after }),
    render: (shown, view, attempt) => <ScansPage view={view} shown={shown} attempt={attempt} />,
    action: bringScansOfSitting,
    done: (brought, view) => <AnswersPage view={view} brought={brought} />,
  }),
];

const LEAD: Text = { lv: 'Darbus redz vērtētāji; viņi zina tikai kodu.', en: 'Assessors see the works; they know the code alone.' };
const WORKS: Text = { lv: 'Darbi', en: 'Works' };
const SCANNED: Text = { lv: 'Ar skenējumu', en: 'With a scan' };
const UNREADABLE: Text = { lv: 'Nesalasāmi', en: 'Unreadable' };
const UNREADABLE_ONE: Text = { lv: 'Nesalasāms: jāskenē vēlreiz', en: 'Unreadable: to be scanned again' };
const MISSING: Text = { lv: 'Skenējuma nav', en: 'No scan' };
const THERE: Text = { lv: 'Ir', en: 'There' };
const FILES: Text = { lv: 'Skenējumu datnes', en: 'Files of scans' };
const FILES_HINT: Text = {
  lv: 'PDF, PNG vai JPEG, katram darbam viena datne, kuras nosaukums ir darba kods, piemēram, 733100000012-1.pdf; vai ZIP arhīvs ar tām. Reizē līdz 100 datnēm, katra līdz 20 MB, kopā līdz 100 MB. Tās pašas datnes var sūtīt vēlreiz.',
  en: 'PDF, PNG or JPEG, one file for each work, named by its code, as in 733100000012-1.pdf; or a ZIP archive of them. At most 100 files at once, each up to 20 MB, together up to 100 MB. The same files may be sent again.',
};
const BRING: Text = { lv: 'Ielādēt skenējumus', en: 'Bring in the scans' };
const SHOW_ALL: Text = { lv: 'Rādīt visus darbus', en: 'Show all works' };
const SHOW_WITHOUT: Text = { lv: 'Rādīt tikai darbus bez skenējuma', en: 'Show only works without a scan' };
const WITHOUT: Text = { lv: 'Darbi bez skenējuma', en: 'Works without a scan' };
const NO_WORKS: Text = { lv: 'Darbus vēl negaida', en: 'No works are expected yet' };
const NO_WORKS_HINT: Text = { lv: 'Skenējumus var ielādēt, kad dalības protokols ir apstiprināts.', en: 'Scans can be brought in when the participation protocol is approved.' };
const ALL_THERE: Text = { lv: 'Visi darbi ir skenēti', en: 'All works are scanned' };
const ALL_THERE_HINT: Text = { lv: 'Ja vērtētājs kādu atdos kā nesalasāmu, tas parādīsies šeit.', en: 'Where an assessor gives one back as unreadable, it appears here.' };
const CODE: Text = { lv: 'Darba kods', en: 'Code of the work' };
const PAGES: Text = { lv: 'Lapas', en: 'Pages' };
const WHEN: Text = { lv: 'Ielādēts', en: 'Brought in' };
const ANSWERS: Text = { lv: 'Kas notika ar datnēm', en: 'What came of the files' };
const ALL_TAKEN: Text = { lv: 'Visi skenējumi ir saglabāti.', en: 'All scans are kept.' };
const SOME_REFUSED: Text = { lv: 'Pieņemtie skenējumi ir saglabāti. Pārējos izlabojiet un sūtiet vēlreiz; jau pieņemtie nemainīsies.', en: 'The scans that were taken are kept. Mend the others and send them again; those taken already do not change.' };
const FILES_CAME: Text = { lv: 'Saņemtās datnes', en: 'Files received' };
const TAKEN: Text = { lv: 'Pieņemtas', en: 'Taken' };
const UNCHANGED: Text = { lv: 'Jau bija', en: 'There already' };
const REFUSED: Text = { lv: 'Nav pieņemtas', en: 'Not taken' };
const FILE: Text = { lv: 'Datne', en: 'File' };
const VERDICT: Text = { lv: 'Atbilde', en: 'Answer' };
const WHAT_TO_DO: Text = { lv: 'Kas jādara', en: 'What to do' };
const BACK: Text = { lv: 'Atpakaļ uz darbu sarakstu', en: 'Back to the list of works' };
