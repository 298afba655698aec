import { Button } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { Page } from '#ui/page.js';
import { formPage } from '#web/page-route.js';
import { draftReform } from '../../actions/draft-reform.js';
import { showReforms } from '../../actions/read-reforms.js';
import { TEXTS } from '../../texts.js';

/** Records a reform as data. */
export const draftRoute = formPage({
  path: '/reforms/new',
  load: showReforms,
  loadInput: () => ({}),
  render: (_, view, attempt) => {
    const { lang, t } = view;
    const field = fieldsOf({ lang, ...attempt });
    return (
      <Page {...view.frame} title={t(TEXTS.newReform)} breadcrumbs={[{ href: '/reforms', text: TEXTS.reforms }]}>
        <ErrorSummary lang={lang} errors={attempt.errors} />
        <h1>{t(TEXTS.newReform)}</h1>
        <Form csrf={view.csrf}>
          <TextField {...field('titleLv')} label={TEXTS.titleLv} />
          <TextField {...field('titleEn')} label={TEXTS.titleEn} />
          <DateField {...field('effective')} label={TEXTS.effective} />
          <TextField {...field('legalBasis')} label={TEXTS.legalBasis} />
          <TextArea {...field('units')} label={TEXTS.units} hint={TEXTS.unitsHint} rows={4} />
          <TextArea {...field('successions')} label={TEXTS.successions} hint={TEXTS.successionsHint} rows={8} />
          <Button>{t(TEXTS.record)}</Button>
        </Form>
      </Page>
    );
  },
  action: draftReform,
  done: ({ reformId }) => ({ to: `/reforms/${reformId}`, notice: TEXTS.drafted }),
});
