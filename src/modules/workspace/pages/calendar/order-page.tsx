import type { VNode } from 'preact';
import { fill, type Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { WORDS } from './words.js';

export interface OrderPageProps {
  readonly view: View;
  readonly attempt: Attempt;
  readonly year: number;
  readonly order: { readonly legalRef: string; readonly source: string | null } | null;
}

/** Records a Cabinet order, one moved day at a time. */
export function OrderPage({ view, attempt, year, order }: OrderPageProps): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  const title = fill(WORDS.recordFor, { year });
  return (
    <Page {...view.frame} title={t(title)} breadcrumbs={[{ href: `/calendar?year=${year}`, text: WORDS.title }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(title)}</h1>
      <Lead>{t(ORDER_WORDS.lead)}</Lead>
      <Form csrf={view.csrf} action={`/calendar/orders/${year}`}>
        <TextField {...field('legalRef', order?.legalRef)} label={ORDER_WORDS.legalRef} hint={ORDER_WORDS.legalRefHint} width="full" maxLength={300} />
        <TextField {...field('source', order?.source ?? '')} label={ORDER_WORDS.source} hint={ORDER_WORDS.sourceHint} width="full" maxLength={500} />
        <DateField {...field('off')} label={ORDER_WORDS.off} hint={order ? undefined : ORDER_WORDS.offHint} optional={!order} />
        <DateField {...field('on')} label={ORDER_WORDS.on} optional={!order} />
        <ButtonRow>
          <Button>{t(ORDER_WORDS.save)}</Button>
          <ButtonLink href={`/calendar?year=${year}`} variant="quiet">
            {t(ORDER_WORDS.cancel)}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const ORDER_WORDS = {
  lead: {
    lv: 'Katru pārcelto dienu ierakstiet atsevišķi. Visi termiņi turpmāk tiks skaitīti ar to.',
    en: 'Record each moved day by itself. All terms will be counted with it from now on.',
  },
  legalRef: { lv: 'Rīkojums', en: 'Order' },
  legalRefHint: { lv: 'Datums, numurs un nosaukums.', en: 'Date, number and title.' },
  source: { lv: 'Kur to var izlasīt', en: 'Where it can be read' },
  sourceHint: { lv: 'Adrese, kas sākas ar https://, piemēram, likumi.lv lapa.', en: 'An address that begins with https://, for example of likumi.lv.' },
  off: { lv: 'Darba diena, kas kļūst brīva', en: 'Working day that becomes free' },
  offHint: { lv: 'Ja rīkojums nevienu dienu nepārceļ, atstājiet abas dienas tukšas.', en: 'If the order moves no day, leave both days empty.' },
  on: { lv: 'Sestdiena, kurā to atstrādā', en: 'Saturday on which it is worked' },
  save: { lv: 'Ierakstīt', en: 'Record' },
  cancel: { lv: 'Atcelt', en: 'Cancel' },
} as const satisfies Record<string, Text>;
