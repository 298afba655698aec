import { Button } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { TextArea } from '#ui/form/text-area.js';
import { number } from '#ui/format.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import { formPage } from '#web/page-route.js';
import { decideTask } from '../../actions/decide-task.js';
import { showTask } from '../../actions/read-reforms.js';
import { TEXTS } from '../../texts.js';

/** What a reform could not decide, and a person's word on it. */
export const taskRoute = formPage({
  path: '/reforms/:reformId/tasks/:taskId',
  load: showTask,
  render: ({ task, reform }, view, attempt) => {
    const { lang, t } = view;
    const field = fieldsOf({ lang, ...attempt });
    return (
      <Page {...view.frame} title={t(TEXTS.decide)} breadcrumbs={[{ href: '/reforms', text: TEXTS.reforms }, { href: `/reforms/${reform.id}`, text: lang === 'lv' ? reform.titleLv : reform.titleEn }]}>
        <ErrorSummary lang={lang} errors={attempt.errors} />
        <h1>{t(TEXTS.decide)}</h1>
        <SummaryList
          lang={lang}
          items={[
            { key: TEXTS.whom, value: task.label },
            { key: TEXTS.before, value: task.before },
            { key: TEXTS.count, value: number(task.count, lang) },
          ]}
        />
        <Form csrf={view.csrf}>
          <TextArea {...field('decision')} label={TEXTS.decision} hint={TEXTS.decisionHint} rows={3} />
          <Button>{t(TEXTS.record)}</Button>
        </Form>
      </Page>
    );
  },
  action: decideTask,
  done: (_, __, raw) => ({ to: `/reforms/${String(raw['reformId'])}`, notice: TEXTS.decided }),
});
