import { Button } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { Page } from '#ui/page.js';
import { formPage } from '#web/page-route.js';
import { correctSuccession } from '../../actions/correct-succession.js';
import { showReform } from '../../actions/read-reforms.js';
import { TEXTS } from '../../texts.js';

/** Puts a wrong succession right; what was believed before stays. */
export const correctionRoute = formPage({
  path: '/reforms/:reformId/correction',
  load: showReform,
  render: ({ reform }, view, attempt) => {
    const { lang, t } = view;
    const field = fieldsOf({ lang, ...attempt });
    const name = lang === 'lv' ? reform.titleLv : reform.titleEn;
    return (
      <Page {...view.frame} title={t(TEXTS.correct)} breadcrumbs={[{ href: '/reforms', text: TEXTS.reforms }, { href: `/reforms/${reform.id}`, text: name }]}>
        <ErrorSummary lang={lang} errors={attempt.errors} />
        <h1>{t(TEXTS.correct)}</h1>
        <Form csrf={view.csrf}>
          <TextArea {...field('successions')} label={TEXTS.successions} hint={TEXTS.successionsHint} rows={5} />
          <TextField {...field('reason')} label={TEXTS.correctionReason} />
          <Button>{t(TEXTS.record)}</Button>
        </Form>
      </Page>
    );
  },
  action: correctSuccession,
  done: ({ reformId }) => ({ to: `/reforms/${reformId}`, notice: TEXTS.corrected }),
});
