import type { VNode } from 'preact';
import type { IsoDate } from '#kernel/iso-date.js';
import { readablePeriod } from '#kernel/period.js';
import type { Text } from '#kernel/text.js';
import { number } from '#ui/format.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { ListedForm } from '../../actions/forms.js';
import { STAGE_WORDS, STAGES } from '../../domain/form.js';
import { CERTIFICATES, formPath, FORMS, W } from '../words.js';

export const ConfirmedTag = ({ view: { t }, form }: { view: View; form: Pick<ListedForm, 'verified'> }): VNode => <StatusTag tone={form.verified ? 'success' : 'warning'}>{t(form.verified ? CONFIRMED : UNCONFIRMED)}</StatusTag>;

/** Every form with its days, basis and what was made by it. */
export function FormsPage({ view, found: { forms, today } }: { view: View; found: { readonly forms: readonly ListedForm[]; readonly today: IsoDate } }): VNode {
  const { lang, t } = view;
  const whenOf = ({ validFrom, validTo }: ListedForm) => (validFrom > today ? PLANNED : validTo !== null && validTo <= today ? PAST : PRESENT);
  return (
    <Page {...view.frame} title={t(W.forms)} width="work" breadcrumbs={[{ text: W.certificates, href: CERTIFICATES }, { text: W.forms }]}>
      <h1>{t(W.forms)}</h1>
      <Lead>{t(LEAD)}</Lead>
      {STAGES.map((stage) => (
        <section key={stage}>
          <h2>{t(STAGE_WORDS[stage])}</h2>
          <DataTable
            lang={lang}
            caption={STAGE_WORDS[stage]}
            captionHidden
            rows={forms.filter((one) => one.stage === stage)}
            rowKey={({ id }) => id}
            empty={{ title: NONE, hint: NONE_HINT }}
            columns={[
              { key: 'days', header: DAYS, rowHeader: true, cell: (one) => <a href={formPath(one.id)}>{readablePeriod({ from: one.validFrom, to: one.validTo }, lang)}</a> },
              { key: 'when', header: W.state, cell: (one) => t(whenOf(one)) },
              { key: 'issuer', header: ISSUER, cell: ({ issuer }) => <span lang="lv">{issuer}</span> },
              { key: 'basis', header: BASIS, cell: ({ legalBasis }) => <span lang="lv">{legalBasis}</span> },
              { key: 'used', header: USED, number: true, cell: ({ used }) => number(used, lang) },
              { key: 'confirmed', header: COMPARED, cell: (one) => <ConfirmedTag view={view} form={one} /> },
            ]}
          />
          <ButtonRow>
            <ButtonLink href={`${FORMS}/new?stage=${stage}`} variant="secondary">{t(NEW)}<span class="visually-hidden">{` ${t(STAGE_WORDS[stage])}`}</span></ButtonLink>
          </ButtonRow>
        </section>
      ))}
    </Page>
  );
}

const LEAD: Text = {
  lv: 'Kādiem vārdiem un kā vārdā sertifikātus izdod. Sertifikātu sagatavo pēc veidlapas, kas ir spēkā izdošanas dienā; reiz saglabātas veidlapas teksts nemainās.',
  en: 'In which words, and in whose name, certificates are issued. A certificate is made by the form of its day of issue; the words of a form do not change once kept.',
};
const DAYS: Text = { lv: 'Izdošanas dienas', en: 'Days of issue' };
const PRESENT: Text = { lv: 'Spēkā', en: 'In force' };
const PLANNED: Text = { lv: 'Plānota', en: 'Planned' };
const PAST: Text = { lv: 'Agrāka', en: 'Earlier' };
const ISSUER: Text = { lv: 'Izdevējs', en: 'Issuer' };
const BASIS: Text = { lv: 'Tiesiskais pamats', en: 'Legal basis' };
const USED: Text = { lv: 'Sertifikāti pēc tās', en: 'Certificates made by it' };
const COMPARED: Text = { lv: 'Apstiprināta', en: 'Confirmed' };
const CONFIRMED: Text = { lv: 'apstiprināta', en: 'confirmed' };
const UNCONFIRMED: Text = { lv: 'nav apstiprināta', en: 'not confirmed' };
const NONE: Text = { lv: 'Šim posmam veidlapas nav', en: 'There is no form of this stage' };
const NONE_HINT: Text = { lv: 'Bez veidlapas sertifikātus nevar sagatavot.', en: 'Certificates cannot be drafted without one.' };
const NEW: Text = { lv: 'Jauna veidlapa no citas dienas', en: 'New form from another day on' };
