import type { VNode } from 'preact';
import { yearName } from '#modules/education/public.js';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { instant, number } from '#ui/format.js';
import { PostButton } from '#ui/form/post-button.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import { Tabs } from '#ui/tabs.js';
import type { View } from '#web/view.js';
import type { Catalogue } from '../../actions/show-catalogue.js';
import { KIND_WORDS, LEVEL_WORDS, STAGE_WORDS } from '../../domain/exam-words.js';
import { keepExams } from '../../permissions.js';
import { holds, ShortLink, Source } from '../frame.js';
import { perCent, W } from '../words.js';

export const CATALOGUE = '/exams/catalogue';

/** What is examined in a school year, with its thresholds and sessions. */
export function CataloguePage({ view, found }: { view: View; found: Catalogue }): VNode {
  const { t, lang } = view;
  const { years, year, exams, thresholds, sessions } = found;
  const keep = holds(view, keepExams);
  const nameOf = (one: { nameLv: string; nameEn: string }) => (lang === 'lv' ? one.nameLv : one.nameEn);
  return (
    <Page {...view.frame} title={t(W.catalogue)} width="work">
      <h1>{t(W.catalogue)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <Tabs lang={lang} label={W.year} items={years.map((one) => ({ href: `${CATALOGUE}?year=${one}`, text: yearName(one), current: one === year }))} />
      {keep && year === years[0] && (
        <PostButton action={`${CATALOGUE}/prepare`} csrf={view.csrf} hidden={{ from: String(year) }}>
          {t({ lv: `Sagatavot ${yearName(year + 1).lv} mācību gadu pēc šī parauga`, en: `Prepare ${yearName(year + 1).en} by the pattern of this year` })}
        </PostButton>
      )}
      <DataTable
        lang={lang}
        caption={W.exams}
        rows={exams}
        rowKey={(exam) => exam.id}
        columns={[
          { key: 'name', header: W.exam, rowHeader: true, cell: (exam) => <a href={`${CATALOGUE}/${year}/${exam.code}`}>{nameOf(exam)}</a> },
          { key: 'level', header: W.level, cell: (exam) => t(LEVEL_WORDS[exam.level]) },
          { key: 'code', header: W.code, cell: (exam) => <>{exam.code}{exam.certainty === 'inferred' && <> <StatusTag tone="warning">{t(INFERRED)}</StatusTag></>}</> },
          { key: 'kind', header: W.kind, cell: (exam) => t(KIND_WORDS[exam.kind]) },
          { key: 'parts', header: W.parts, number: true, cell: (exam) => number(exam.parts, lang) },
          { key: 'main', header: W.mainTerm, cell: (exam) => (exam.mainOn ? readableDay(exam.mainOn) : '–') },
          { key: 'extra', header: W.extraTerm, cell: (exam) => (exam.extraOn ? readableDay(exam.extraOn) : '–') },
        ]}
      />
      <h2>{t(THRESHOLDS)}</h2>
      <p>{t(THRESHOLDS_LEAD)}</p>
      <DataTable
        lang={lang}
        caption={THRESHOLDS}
        captionHidden
        rows={thresholds.filter((one) => one.supersededAt === null)}
        rowKey={(one) => one.id}
        columns={[
          { key: 'level', header: W.level, rowHeader: true, cell: (one) => t(LEVEL_WORDS[one.level]) },
          { key: 'percent', header: W.threshold, number: true, cell: (one) => perCent(one.percent, lang) },
          { key: 'basis', header: W.basis, cell: (one) => <Source view={view} source={one.legalBasis} verified={one.verified} /> },
          ...(keep ? [{ key: 'do', header: W.correct, cell: (one: (typeof thresholds)[number]) => <ShortLink href={`${CATALOGUE}/${year}/thresholds/${one.level}`} text={t(W.correct)} about={t(LEVEL_WORDS[one.level])} /> }] : []),
        ]}
      />
      <h2>{t(SESSIONS)}</h2>
      <DataTable
        lang={lang}
        caption={SESSIONS}
        captionHidden
        rows={sessions}
        rowKey={(one) => one.id}
        columns={[
          { key: 'stage', header: STAGE, rowHeader: true, cell: (one) => t(STAGE_WORDS[one.stage]) },
          { key: 'applications', header: APPLICATIONS_UNTIL, cell: (one) => readableDay(one.applicationsUntil) },
          { key: 'changes', header: CHANGES_UNTIL, cell: (one) => readableDay(one.changesUntil) },
          { key: 'days', header: SESSION_DAYS, cell: (one) => `${readableDay(one.startsOn)}–${readableDay(one.endsOn)}` },
          { key: 'announced', header: ANNOUNCED_ON, cell: (one) => (one.announcedOn ? readableDay(one.announcedOn) : '–') },
          { key: 'basis', header: W.basis, cell: (one) => <Source view={view} source={one.legalBasis} verified={one.verified} /> },
          ...(keep ? [{ key: 'do', header: W.correct, cell: (one: (typeof sessions)[number]) => <ShortLink href={`${CATALOGUE}/${year}/sessions/${one.stage}`} text={t(W.correct)} about={t(STAGE_WORDS[one.stage])} /> }] : []),
        ]}
      />
      <Before view={view} found={found} />
    </Page>
  );
}

/** What thresholds and sessions were before they were changed; nothing where they never were. */
function Before({ view: { t, lang }, found: { thresholds, sessions, before } }: { view: View; found: Catalogue }): VNode | null {
  const stageOf = (id: string) => sessions.find((one) => one.id === id)!.stage;
  const lines = [
    ...thresholds.flatMap((one) => (one.supersededAt ? [{ what: `${t(W.threshold)}, ${t(LEVEL_WORDS[one.level])}`, was: perCent(one.percent, lang), source: one.legalBasis, until: one.supersededAt }] : [])),
    ...before.map((one) => ({ what: t(STAGE_WORDS[stageOf(one.ofId)]), was: one.days.map(readableDay).join(', '), source: one.legalBasis, until: one.supersededAt })),
  ];
  if (lines.length === 0) return null;
  return (
    <>
      <h2>{t(W.before)}</h2>
      <DataTable
        lang={lang}
        caption={W.before}
        captionHidden
        rows={lines}
        rowKey={(line) => `${line.what} ${line.until.toISOString()}`}
        columns={[
          { key: 'what', header: WHAT, rowHeader: true, cell: (line) => line.what },
          { key: 'was', header: WAS, cell: (line) => line.was },
          { key: 'source', header: W.basis, cell: (line) => <span lang="lv">{line.source}</span> },
          { key: 'until', header: CHANGED, cell: (line) => instant(line.until) },
        ]}
      />
    </>
  );
}

export const WHAT: Text = { lv: 'Kas', en: 'What' };
export const WAS: Text = { lv: 'Bija', en: 'Was' };
export const CHANGED: Text = { lv: 'Mainīts', en: 'Changed' };
export const INFERRED: Text = { lv: 'secināts', en: 'inferred' };
export const APPLICATIONS_UNTIL: Text = { lv: 'Pieteikšanās līdz', en: 'Applications until' };
export const CHANGES_UNTIL: Text = { lv: 'Izvēli maina līdz', en: 'Choice changed until' };
export const ANNOUNCED_ON: Text = { lv: 'Rezultātus paziņo', en: 'Results announced' };
const LEAD: Text = { lv: 'Katra mācību gada pārbaudījumi, to sliekšņi un sesijas ir dati ar avotu; mainās gandrīz katru gadu.', en: 'The exams of each school year, their thresholds and sessions are data with a source; they change almost every year.' };
const THRESHOLDS: Text = { lv: 'Sertifikāta sliekšņi', en: 'Thresholds of the certificate' };
const THRESHOLDS_LEAD: Text = { lv: 'Sertifikātu saņem, ja kopvērtējums, noapaļots uz leju, sasniedz slieksni.', en: 'There is a certificate when the total, rounded down, reaches the threshold.' };
const SESSIONS: Text = { lv: 'Sesijas', en: 'Sessions' };
const STAGE: Text = { lv: 'Posms', en: 'Stage' };
const SESSION_DAYS: Text = { lv: 'Sesija', en: 'Session' };
