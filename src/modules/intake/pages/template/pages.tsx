import type { VNode } from 'preact';
import { GRID_PERIODS, periodName } from '#modules/marks/public.js';
import { fill, type Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { FileField } from '#ui/form/file-field.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { TakenTemplate } from '../../actions/template-take.js';
import { CodeWords } from '../code-words.js';
import { GUIDE } from '../../domain/template-workbook.js';

const CRUMBS = (last: Text) => [{ text: { lv: 'Ievade klasēs', en: 'Entry in classes' }, href: '/marks/grids' }, { text: last }];

/** Where the template is fetched and brought back. */
export function TemplatePage({ view, classId, attempt }: { view: View; classId: string; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const [wrong] = attempt.errors;
  return (
    <Page {...view.frame} title={t(TITLE)} breadcrumbs={CRUMBS(TITLE)}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(TITLE)}</h1>
      <Lead>{t(LEAD)}</Lead>
      {classId === '' ? (
        <p>
          <a href="/marks/grids">{t(CHOOSE_CLASS)}</a>
        </p>
      ) : (
        <>
          <h2>{t(FETCH)}</h2>
          <ButtonRow>
            {GRID_PERIODS.map((period) => (
              <ButtonLink key={period} href={`/marks/template/file?class=${classId}&period=${period}`} variant="secondary">
                {t(periodName(period))}
              </ButtonLink>
            ))}
          </ButtonRow>
          <ol>
            {GUIDE.slice(0, 4).map((line) => (
              <li key={line.en}>{t(line).replace(/^\d\. /, '')}</li>
            ))}
          </ol>
        </>
      )}
      <h2>{t(BRING)}</h2>
      <Form csrf={view.csrf} action="/marks/template" upload>
        <HiddenFields values={{ class: classId }} />
        <FileField {...fieldsOf({ lang, ...attempt })('file')} label={FILE} hint={wrong ? AGAIN_HINT : FILE_HINT} accept=".xlsx" />
        <Button>{t(CHECK)}</Button>
      </Form>
    </Page>
  );
}

/** What a filled template would change, or has changed, and each cell that is wrong by its place. */
export function TakenPage({ view, taken, confirm }: { view: View; taken: TakenTemplate; confirm: string | null }): VNode {
  const { lang, t } = view;
  const { counts, changes, problems, className, period, classId } = taken;
  const title = fill(confirm === null ? TAKEN : PREVIEW, { class: className });
  const write = counts.taken + counts.corrected;
  return (
    <Page {...view.frame} title={t(title)} width="work" breadcrumbs={CRUMBS(title)}>
      <h1>{t(title)}</h1>
      <StatTiles
        lang={lang}
        tiles={[
          { label: confirm === null ? NEW_TAKEN : NEW, value: number(counts.taken, lang) },
          { label: CORRECTED, value: number(counts.corrected, lang) },
          { label: UNCHANGED, value: number(counts.unchanged, lang) },
          { label: REFUSED, value: number(counts.refused, lang) },
        ]}
      />
      {confirm !== null && (
        <form class="form" method="post" action="/marks/template/take">
          <HiddenFields values={{ _csrf: view.csrf, class: classId, period, key: confirm, cells: JSON.stringify(taken.cells) }} />
          {write > 0 ? (
            <ButtonRow>
              <Button>{t(fill(TAKE, { n: write }))}</Button>
              <ButtonLink href={`/marks/template?class=${classId}`} variant="secondary">{t(OTHER)}</ButtonLink>
            </ButtonRow>
          ) : (
            <Notice lang={lang}><p>{t(NOTHING)}</p></Notice>
          )}
        </form>
      )}
      <Problems view={view} title={PROBLEMS} problems={problems.filter(({ isWarning }) => !isWarning)} mended />
      <Problems view={view} title={confirm === null ? WARNINGS_TAKEN : WARNINGS} problems={problems.filter(({ isWarning }) => isWarning)} />
      {changes.length > 0 && (
        <>
          <h2>{t(confirm === null ? DONE : CHANGES)}</h2>
          <DataTable
            lang={lang}
            caption={confirm === null ? DONE : CHANGES}
            captionHidden
            tall
            rows={changes}
            rowKey={({ sheet, place }) => `${sheet} ${place}`}
            columns={[
              { key: 'pupil', header: PUPIL, rowHeader: true, cell: ({ pupil }) => pupil },
              { key: 'what', header: WHAT, cell: ({ title: what }) => t(what) },
              { key: 'was', header: WAS, cell: ({ was }) => was || '–' },
              { key: 'becomes', header: BECOMES, cell: ({ value }) => value },
              { key: 'place', header: CELL, cell: ({ sheet, place }) => `${sheet}!${place}` },
            ]}
          />
        </>
      )}
      <p>
        <a href={`/marks/classes/${classId}/grid?period=${period}`}>{t(GRID)}</a>
      </p>
    </Page>
  );
}

/** Cells by their place, what stands there, and what should; warnings are of cells that are taken, so nothing is proposed for them. */
function Problems({ view: { lang, t }, title, problems, mended = false }: { view: View; title: Text; problems: TakenTemplate['problems']; mended?: boolean }): VNode | null {
  if (problems.length === 0) return null;
  return (
    <>
      <h2>{t(title)}</h2>
      <DataTable
        lang={lang}
        caption={title}
        captionHidden
        rows={problems}
        rowKey={({ sheet, place, code, expected }) => `${sheet} ${place} ${code} ${expected.lv}`}
        columns={[
          { key: 'place', header: CELL, rowHeader: true, cell: ({ sheet, place }) => `${sheet}!${place}` },
          { key: 'pupil', header: PUPIL, cell: ({ pupil }) => pupil },
          { key: 'found', header: FOUND, cell: ({ value }) => value },
          { key: 'expected', header: mended ? EXPECTED : WHY, cell: ({ expected }) => t(expected) || '–' },
          ...(mended ? [{ key: 'nearest', header: NEAREST, cell: ({ nearest }: TakenTemplate['problems'][number]) => nearest.map(({ value, words }) => t(words) || value).join(lang === 'lv' ? ' vai ' : ' or ') || '–' }] : []),
          { key: 'code', header: CODE, cell: ({ code }) => <CodeWords lang={lang} code={code} /> },
        ]}
      />
    </>
  );
}

const TITLE: Text = { lv: 'Klases veidne (Excel)', en: 'Template of a class (Excel)' };
const LEAD: Text = { lv: 'Ja skolai nav e-žurnāla vai savienojums ir vājš, aizpildiet klases vērtējumus Excel failā.', en: 'Where the school has no e-journal, or a weak connection, fill in the marks of a class in an Excel file.' };
const FETCH: Text = { lv: '1. Lejupielādēt veidni', en: '1. Download the template' };
const BRING: Text = { lv: '2. Augšupielādēt aizpildīto', en: '2. Upload the filled one' };
const FILE: Text = { lv: 'Aizpildītā veidne', en: 'The filled template' };
const CHOOSE_CLASS: Text = { lv: 'Veidni lejupielādē pie klases: izvēlieties klasi', en: 'The template is downloaded beside its class: choose a class' };
const AGAIN_HINT: Text = { lv: 'Nekas nav mainīts. Labojiet failu un izvēlieties to vēlreiz: pārlūks to neatceras.', en: 'Nothing has been changed. Mend the file and choose it again: the browser does not remember it.' };
const FILE_HINT: Text = { lv: 'Excel fails (.xlsx). Vispirms redzēsiet, kas mainīsies.', en: 'An Excel file (.xlsx). You will first see what would change.' };
const CHECK: Text = { lv: 'Pārbaudīt', en: 'Check' };
const PREVIEW: Text = { lv: 'Klase {class}: kas mainīsies', en: 'Class {class}: what would change' };
const TAKEN: Text = { lv: 'Klase {class}: pieņemts', en: 'Class {class}: taken' };
const NEW: Text = { lv: 'Jauni', en: 'New' };
const NEW_TAKEN: Text = { lv: 'Pieņemti jauni', en: 'New ones taken' };
const CORRECTED: Text = { lv: 'Laboti', en: 'Corrected' };
const UNCHANGED: Text = { lv: 'Nemainīti', en: 'Unchanged' };
const REFUSED: Text = { lv: 'Nepieņemti', en: 'Not taken' };
const TAKE: Text = { lv: 'Pieņemt ({n})', en: 'Take ({n})' };
const OTHER: Text = { lv: 'Izvēlēties citu failu', en: 'Choose another file' };
const NOTHING: Text = { lv: 'Šajā failā nav nekā jauna, ko pieņemt.', en: 'There is nothing new to take in this file.' };
const PROBLEMS: Text = { lv: 'Šūnas, ko nevar pieņemt', en: 'Cells that cannot be taken' };
const WARNINGS: Text = { lv: 'Pieņems ar brīdinājumu: pārskatiet', en: 'To be taken with a warning: look at them' };
const WARNINGS_TAKEN: Text = { lv: 'Pieņemts ar brīdinājumu: pārskatiet', en: 'Taken with a warning: look at them' };
const CHANGES: Text = { lv: 'Kas mainīsies', en: 'What would change' };
const DONE: Text = { lv: 'Kas mainījās', en: 'What changed' };
const CELL: Text = { lv: 'Šūna', en: 'Cell' };
const PUPIL: Text = { lv: 'Izglītojamais', en: 'Learner' };
const FOUND: Text = { lv: 'Atrasts', en: 'Found' };
const EXPECTED: Text = { lv: 'Kam jābūt', en: 'Expected' };
const NEAREST: Text = { lv: 'Tuvākās derīgās vērtības', en: 'Nearest valid values' };
const WHY: Text = { lv: 'Kāpēc brīdina', en: 'Why it is warned of' };
const CODE: Text = { lv: 'Kods', en: 'Code' };
const WHAT: Text = { lv: 'Kas', en: 'What' };
const WAS: Text = { lv: 'Bija', en: 'Was' };
const BECOMES: Text = { lv: 'Būs', en: 'Becomes' };
const GRID: Text = { lv: 'Atvērt klases tabulu', en: 'Open the grid of the class' };
