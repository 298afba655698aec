import type { VNode } from 'preact';
import { same } from '#kernel/text.js';
import { isNowhere } from '#platform/actions/actor.js';
import { scopeOf } from '#platform/actions/permission.js';
import { Button } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextArea } from '#ui/form/text-area.js';
import { instant, number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { showTask, TaskWithMatter } from '../../actions/read-task.js';
import { TEXTS } from '../../texts.js';
import { TASK_TEXTS, whatDecidingDoes } from '../../task-texts.js';
import { namesOf } from '../names-of.js';
import { kindTitle } from '../register-words.js';

type Shown = Awaited<ReturnType<typeof showTask.run>> & { view: View; attempt: Attempt };

/** What a task is about, with a link to it for whoever may follow it. */
export function About({ task, view }: { task: TaskWithMatter; view: View }): VNode {
  const { matter } = task;
  const label = view.t(namesOf(task));
  if (!matter) return <>{label}</>;
  const { href, permission, words } = matter;
  const may = permission === null || !isNowhere(scopeOf(view.actor, permission));
  return <>{may ? <a href={href}>{label}</a> : label}{` (${view.t(words)})`}</>;
}

/** How a task was decided: by whom and when, and with which successor. */
export function Outcome({ task: { decision, decidedBy, decidedAt, chosen, chosenPart, settledElsewhere }, view: { t } }: { task: TaskWithMatter; view: View }): VNode | null {
  if (!decidedAt) return null;
  if (settledElsewhere) return <>{`${t(TASK_TEXTS.settledElsewhere)}, ${instant(decidedAt)}`}</>;
  return <>{`${chosen === null ? '' : `${[chosenPart, chosen].filter(Boolean).join(', ')}. `}${decision ?? ''} – ${decidedBy ?? ''}, ${instant(decidedAt)}`}</>;
}

/** What a reform could not decide, and a person's word on it. */
export function TaskPage({ task, reform, candidates, parts, by, view, attempt }: Shown): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  const title = `${t(TEXTS.decide)}: ${t(namesOf(task))}`;
  return (
    <Page {...view.frame} title={title} breadcrumbs={[{ href: '/reforms', text: TEXTS.reforms }, { href: `/reforms/${reform.id}`, text: lang === 'lv' ? reform.titleLv : reform.titleEn }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{title}</h1>
      <Lead>{t(whatDecidingDoes(task))}</Lead>
      <SummaryList
        lang={lang}
        items={[
          { key: TEXTS.what, value: t(kindTitle(task)) },
          { key: TEXTS.whom, value: <About task={task} view={view} /> },
          { key: TEXTS.before, value: task.before },
          { key: TASK_TEXTS.candidates, value: candidates.map(({ name }) => name).join(', ') || '–' },
          ...(task.count > 1 ? [{ key: TEXTS.count, value: number(task.count, lang) }] : []),
          ...(task.decidedAt ? [{ key: TEXTS.decision, value: <Outcome task={task} view={view} /> }] : []),
        ]}
      />
      {!task.decidedAt && (
        <Form csrf={view.csrf}>
          {by === 'part' && (
            <SelectField {...field('part')} label={TASK_TEXTS.part} hint={TASK_TEXTS.partHint} emptyOption={TASK_TEXTS.choose} options={parts.map(({ part, to }) => ({ value: part, label: same(part), group: same(to.name) }))} />
          )}
          {by === 'successor' && (
            <SelectField
              {...field('successor')}
              label={TASK_TEXTS.successor}
              emptyOption={TASK_TEXTS.choose}
              options={candidates.flatMap(({ unitId, name }) => (unitId === null ? [] : [{ value: String(unitId), label: same(name) }]))}
            />
          )}
          <TextArea {...field('decision')} label={by ? TASK_TEXTS.basis : TEXTS.decision} hint={by ? TASK_TEXTS.basisHint : TEXTS.decisionHint} rows={3} />
          <Button>{t(by === null ? TEXTS.record : by === 'part' ? TASK_TEXTS.namePart : TASK_TEXTS.carryOut)}</Button>
        </Form>
      )}
    </Page>
  );
}
