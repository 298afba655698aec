import type { VNode } from 'preact';
import { fill, type Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Details } from '#ui/details.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { CourseInWriting, WrittenRow } from '../../actions/write-courses.js';

import { titleOf, WORDS } from '../words.js';
import { EXAMPLE } from './example.js';

export const CoursesPage = ({ view, courses }: { view: View; courses: readonly WrittenRow[] }): VNode => (
  <Page {...view.frame} title={view.t(WORDS.write)} width="work">
    <h1>{view.t(WORDS.write)}</h1>
    <ButtonRow>
      <ButtonLink href="/training/write/new">{view.t(NEW)}</ButtonLink>
    </ButtonRow>
    <DataTable
      lang={view.lang}
      caption={WORDS.write}
      captionHidden
      rows={courses}
      rowKey={(course) => course.courseId}
      empty={{ title: NONE, hint: NONE_HINT }}
      columns={[
        { key: 'title', header: WORDS.course, rowHeader: true, cell: (course) => <a href={`/training/write/${course.courseId}`}>{view.t(titleOf(course))}</a> },
        { key: 'number', header: VERSION, number: true, cell: (course) => course.number },
        { key: 'state', header: WORDS.state, cell: (course) => <CourseState view={view} course={course} /> },
        { key: 'changed', header: CHANGED, cell: (course) => instant(course.changedAt) },
      ]}
    />
  </Page>
);

function CourseState({ view: { t }, course }: { view: View; course: WrittenRow }): VNode {
  if (course.retired) return <StatusTag tone="ended">{t(RETIRED)}</StatusTag>;
  if (course.publishedAt) return <StatusTag tone="success">{t(PUBLISHED)}</StatusTag>;
  return <StatusTag tone="info">{t(fill(DRAFT, { fit: course.fit, asked: course.asked }))}</StatusTag>;
}

export function EditPage({ view, attempt, course: { version, trials, retired } }: { view: View; attempt: Attempt; course: CourseInWriting }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  const title = version ? titleOf(version) : NEW;
  const draft = version && !version.publishedAt ? version : null;
  return (
    <Page {...view.frame} title={t(title)} width="work" breadcrumbs={[{ text: WORDS.write, href: '/training/write' }, { text: title }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(title)}</h1>
      {version && <Lead>{t(fill(draft ? IS_DRAFT : IS_PUBLISHED, { number: version.number }))}</Lead>}
      {version && (
        <ButtonRow>
          <ButtonLink href={`/training/drafts/${version.id}`} variant="secondary">
            {t(PREVIEW)}
          </ButtonLink>
          {draft && (
            <ButtonLink href={`/training/write/${version.courseId}/trial`} variant="secondary">
              {t(trials.length === 0 ? TRIAL : fill(TRIAL_OF, { fit: trials.filter((trial) => trial.verdict === 'fit').length, asked: trials.length }))}
            </ButtonLink>
          )}
          {!draft && (
            <PostButton action="/training/write/retire" csrf={view.csrf} hidden={{ courseId: version.courseId, retired: retired ? 'no' : 'yes' }} variant={retired ? 'secondary' : 'danger'}>
              {t(retired ? OFFER : RETIRE)}
            </PostButton>
          )}
        </ButtonRow>
      )}
      <Details summary={t(HOW)}>
        <p>{t(HOW_WORDS)}</p>
        <pre>
          <code>{EXAMPLE[lang]}</code>
        </pre>
      </Details>
      <Form csrf={view.csrf}>
        <TextField {...field('titleLv', version?.titleLv)} label={WORDS.titleLv} />
        <TextField {...field('titleEn', version?.titleEn)} label={WORDS.titleEn} optional />
        <TextArea {...field('aboutLv', version?.aboutLv)} label={WORDS.aboutLv} rows={2} optional />
        <TextArea {...field('aboutEn', version?.aboutEn)} label={WORDS.aboutEn} rows={2} optional />
        <TextArea {...field('textLv', version?.textLv ?? EXAMPLE.lv)} label={TEXT_LV} rows={24} />
        <TextArea {...field('textEn', version?.textEn)} label={TEXT_EN} hint={TEXT_EN_HINT} rows={12} optional />
        <TextField {...field('passPercent', String(version?.passPercent ?? 80))} label={PASS} inputMode="numeric" width="short" />
        <TextField {...field('validMonths', version ? String(version.validMonths ?? '') : '12')} label={VALID} hint={VALID_HINT} inputMode="numeric" width="short" optional />
        <ButtonRow>
          <Button>{t(draft || !version ? WORDS.save : SAVE_NEW)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

export function TrialPage({ view, attempt, course: { version, trials } }: { view: View; attempt: Attempt; course: CourseInWriting }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  const title = version ? titleOf(version) : NEW;
  return (
    <Page {...view.frame} title={t(TRIAL)} width="work" breadcrumbs={[{ text: WORDS.write, href: '/training/write' }, { text: title, href: `/training/write/${version?.courseId}` }, { text: TRIAL }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(TRIAL)}</h1>
      <Lead>{t(TRIAL_LEAD)}</Lead>
      <DataTable
        lang={lang}
        caption={TRIAL}
        captionHidden
        rows={trials}
        rowKey={(trial) => trial.userId}
        empty={{ title: NOBODY_ASKED }}
        columns={[
          { key: 'user', header: WORDS.user, rowHeader: true, cell: (trial) => `${trial.name} (${trial.login})` },
          { key: 'verdict', header: WORDS.state, cell: (trial) => <StatusTag tone={VERDICTS[trial.verdict].tone}>{t(VERDICTS[trial.verdict].text)}</StatusTag> },
          { key: 'remark', header: REMARK, cell: (trial) => trial.remark },
        ]}
      />
      {version?.publishedAt ? (
        <p>{t(NO_DRAFT)}</p>
      ) : (
        <Form csrf={view.csrf}>
          <TextField {...field('login')} label={WORDS.login} hint={ASK_HINT} autoComplete="off" width="medium" />
          <ButtonRow>
            <Button variant="secondary">{t(ASK)}</Button>
          </ButtonRow>
        </Form>
      )}
      {!version?.publishedAt && trials.some((trial) => trial.verdict === 'fit') && version && (
        <>
          <h2>{t(PUBLISHING)}</h2>
          <p>{t(PUBLISH_HINT)}</p>
          <PostButton action="/training/write/publish" csrf={view.csrf} hidden={{ courseId: version.courseId }} variant="primary">
            {t(PUBLISH)}
          </PostButton>
        </>
      )}
    </Page>
  );
}

const NEW: Text = { lv: 'Jauns kurss', en: 'New course' };
const NONE: Text = { lv: 'Neviens kurss vēl nav uzrakstīts.', en: 'No course has been written yet.' };
const NONE_HINT: Text = { lv: 'Sāciet ar jaunu kursu.', en: 'Begin with a new course.' };
const VERSION: Text = { lv: 'Redakcija', en: 'Version' };
const CHANGED: Text = { lv: 'Mainīts', en: 'Changed' };
const RETIRED: Text = { lv: 'vairs nepiedāvā', en: 'no longer offered' };
const PUBLISHED: Text = { lv: 'publicēts', en: 'published' };
const DRAFT: Text = { lv: 'melnraksts, par derīgu atzina {fit} no {asked}', en: 'draft, found fit by {fit} of {asked}' };
const IS_DRAFT: Text = { lv: 'Melnraksts, {number}. redakcija. Pēc izmaiņām tas jāizmēģina no jauna.', en: 'Draft, version {number}. After changes it is to be tried anew.' };
const IS_PUBLISHED: Text = { lv: 'Publicēta {number}. redakcija. Izmaiņas sāk jaunu melnrakstu.', en: 'Version {number} is published. Changes begin a new draft.' };
const PREVIEW: Text = { lv: 'Priekšskatīt', en: 'Preview' };
const TRIAL_OF: Text = { lv: 'Izmēģināšana un publicēšana ({fit} no {asked})', en: 'Trial and publication ({fit} of {asked})' };
const TRIAL: Text = { lv: 'Izmēģināšana un publicēšana', en: 'Trial and publication' };
const TRIAL_LEAD: Text = {
  lv: 'Pirms publicēšanas kursu izlasa vismaz viens cits lietotājs un atzīst par derīgu.',
  en: 'Before publication at least one other user reads the course and finds it fit.',
};
const RETIRE: Text = { lv: 'Vairs nepiedāvāt', en: 'Offer no more' };
const OFFER: Text = { lv: 'Atkal piedāvāt', en: 'Offer again' };
const HOW: Text = { lv: 'Kā rakstīt', en: 'How to write' };
const HOW_WORDS: Text = {
  lv: '“# ” sāk lapu, “## ? ” – jautājumu. Atbildes ir saraksts: “- [x]” pareiza, “- [ ]” nepareiza; pareizas var būt vairākas. Rinda ar “>” paskaidro. HTML un attēli nav atļauti.',
  en: '“# ” begins a page, “## ? ” a question. Its answers are a list: “- [x]” right, “- [ ]” wrong; several may be right. A line with “>” explains. HTML and pictures are not allowed.',
};
const TEXT_LV: Text = { lv: 'Kursa teksts latviski (Markdown)', en: 'Text of the course in Latvian (Markdown)' };
const TEXT_EN: Text = { lv: 'Kursa teksts angliski (Markdown)', en: 'Text of the course in English (Markdown)' };
const TEXT_EN_HINT: Text = { lv: 'Tās pašas lapas un jautājumi tajā pašā secībā', en: 'The same pages and questions in the same order' };
const PASS: Text = { lv: 'Cik procentu atbilžu jābūt pareizām', en: 'Share of answers that must be right, in per cent' };
const VALID: Text = { lv: 'Cik mēnešus rezultāts ir derīgs', en: 'For how many months a result is valid' };
const VALID_HINT: Text = { lv: 'Tukšs: bez termiņa', en: 'Empty: without end' };
const SAVE_NEW: Text = { lv: 'Saglabāt kā jaunu melnrakstu', en: 'Save as a new draft' };
const NO_DRAFT: Text = { lv: 'Šī redakcija ir publicēta. Izmēģināt varēs nākamo melnrakstu.', en: 'This version is published. The next draft can be tried.' };
const NOBODY_ASKED: Text = { lv: 'Neviens vēl nav uzaicināts.', en: 'Nobody has been asked yet.' };
const REMARK: Text = { lv: 'Piezīme', en: 'Remark' };
const ASK: Text = { lv: 'Uzaicināt', en: 'Ask' };
const ASK_HINT: Text = { lv: 'Kam lūgt kursu izmēģināt; viņš saņems paziņojumu', en: 'Who is asked to try the course; they will be told' };
const PUBLISHING: Text = { lv: 'Publicēšana', en: 'Publication' };
const PUBLISH: Text = { lv: 'Publicēt', en: 'Publish' };
const PUBLISH_HINT: Text = { lv: 'Publicētu redakciju vairs nemaina. Kas kursu jau nokārtojis, tā rezultāts paliek līdz sava termiņa beigām. Kas to patlaban pilda, var pabeigt iesākto; kas kursu atver vēlreiz, sāk jauno redakciju.', en: 'A published version does not change any more. Whoever has passed keeps their result until its end. Whoever is taking the course may finish what they have open; whoever opens it again begins the new version.' };
const VERDICTS = {
  none: { tone: 'neutral', text: { lv: 'vēl nav atbildējis', en: 'has not answered yet' } },
  fit: { tone: 'success', text: { lv: 'derīgs', en: 'fit' } },
  unfit: { tone: 'danger', text: { lv: 'jālabo', en: 'to be mended' } },
} as const;
