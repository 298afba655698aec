import type { ComponentChildren, VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { TextArea } from '#ui/form/text-area.js';
import { number } from '#ui/format.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import { type Attempt, formPage } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { cancelReform, foretellTold, prepareReform } from '../../actions/prepare-reform.js';
import { TEXTS } from '../../texts.js';

type Foretold = Awaited<ReturnType<typeof foretellTold.run>>;

/** What is asked once more before it is done: preparing a reform, which tells its users, and cancelling it, which needs a reason. */
export const preparationRoutes = [
  formPage({
    path: '/reforms/:reformId/preparation',
    load: foretellTold,
    render: (found, view, attempt) => (
      <Confirmation {...found} view={view} attempt={attempt} title={TEXTS.prepareTitle} button={TEXTS.prepare}>
        <p>{view.t(fill(TEXTS.prepareLead, { day: readableDay(found.reform.effective) }))}</p>
        {found.reform.effective <= view.today && <Notice lang={view.lang} tone="warning" title={fill(TEXTS.prepareLate, { day: readableDay(found.reform.effective) })} />}
        <Told {...found} view={view} />
      </Confirmation>
    ),
    action: prepareReform,
    done: ({ reformId }) => ({ to: `/reforms/${reformId}`, notice: TEXTS.prepared }),
  }),
  formPage({
    path: '/reforms/:reformId/cancellation',
    load: foretellTold,
    render: (found, view, attempt) => (
      <Confirmation
        {...found}
        view={view}
        attempt={attempt}
        title={TEXTS.cancelTitle}
        button={TEXTS.cancel}
        danger
        fields={<TextArea {...fieldsOf({ lang: view.lang, ...attempt })('reason')} label={TEXTS.cancelReason} hint={TEXTS.cancelReasonHint} rows={3} />}
      >
        <p>{view.t(TEXTS.cancelLead)}</p>
        {found.reform.state === 'prepared' && found.told.length > 0 && <p>{view.t(TEXTS.cancelTold)}</p>}
        {found.reform.state === 'prepared' && <Told {...found} view={view} />}
      </Confirmation>
    ),
    action: cancelReform,
    done: ({ reformId }) => ({ to: `/reforms/${reformId}`, notice: TEXTS.cancelled }),
  }),
];

interface Props extends Foretold {
  readonly view: View;
  readonly attempt: Attempt;
  readonly title: Text;
  readonly button: Text;
  readonly danger?: boolean;
  readonly fields?: ComponentChildren;
  readonly children: ComponentChildren;
}

function Confirmation({ reform, view, attempt, title, button, danger, fields, children }: Props): VNode {
  const { t, lang } = view;
  const name = lang === 'lv' ? reform.titleLv : reform.titleEn;
  const back = `/reforms/${reform.id}`;
  return (
    <Page {...view.frame} title={t(title)} breadcrumbs={[{ href: '/reforms', text: TEXTS.reforms }, { href: back, text: name }, { text: title }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{`${t(title)}: ${name}`}</h1>
      {children}
      <Form csrf={view.csrf}>
        {fields}
        <ButtonRow>
          <Button variant={danger ? 'danger' : 'primary'}>{t(button)}</Button>
          <ButtonLink href={back} variant="quiet">
            {t(BACK)}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  );
}

/** How many users of which municipality get a notice. */
function Told({ told, view }: Pick<Foretold, 'told'> & { view: View }): VNode {
  const { t, lang } = view;
  if (told.length === 0) return <p>{t(TEXTS.toldNobody)}</p>;
  return (
    <>
      <DataTable
        lang={lang}
        caption={TEXTS.toldUsers}
        rows={told}
        rowKey={(row) => row.unit}
        columns={[
          { key: 'unit', header: TEXTS.ceasing, rowHeader: true, cell: (row) => row.unit },
          { key: 'users', header: TEXTS.users, number: true, cell: (row) => number(row.users, lang) },
        ]}
      />
      <p>{t(fill(TEXTS.toldTotal, { n: number(told.reduce((sum, row) => sum + row.users, 0), lang) }))}</p>
    </>
  );
}

const BACK: Text = { lv: 'Atpakaļ pie reformas', en: 'Back to the reform' };
