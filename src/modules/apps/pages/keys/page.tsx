import type { VNode } from 'preact';
import { readablePeriod } from '#kernel/period.js';
import type { Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { instant, number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag, type StatusTone } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { ProviderSettings, ShownKey } from '../../actions/signing-keys.js';
import { PARAMETER_NAMES, type ParameterName, PARAMETERS } from '../../domain/parameters.js';
import { WORDS } from '../words.js';

export function KeysPage({ view, settings: { keys, parameters }, attempt }: { view: View; settings: ProviderSettings; attempt: Attempt }): VNode {
  const { lang, t, csrf } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(WORDS.keys)} width="work">
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(WORDS.keys)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <DataTable
        lang={lang}
        caption={WORDS.keys}
        captionHidden
        rows={keys}
        rowKey={(key) => key.kid}
        empty={{ title: NONE, hint: NONE_HINT }}
        columns={[
          { key: 'kid', header: KID, rowHeader: true, cell: (key) => <code>{key.kid}</code> },
          { key: 'use', header: WORDS.state, cell: (key) => <StatusTag tone={USES[key.use].tone}>{t(USES[key.use].text)}</StatusTag> },
          { key: 'from', header: FROM, cell: (key) => instant(key.signsFrom) },
          { key: 'made', header: MADE, cell: (key) => instant(key.madeAt) },
        ]}
      />
      <h2>{t(CHANGE_KEY)}</h2>
      <p>{t(CHANGE_KEY_HINT)}</p>
      <ButtonRow>
        <PostButton action="/apps/keys/new" csrf={csrf} variant="secondary">
          {t(MAKE)}
        </PostButton>
        <ButtonLink href="/apps/keys/leaked" variant="secondary">
          {t(LEAKED)}
        </ButtonLink>
      </ButtonRow>
      <h2>{t(PACE)}</h2>
      <DataTable
        lang={lang}
        caption={PACE}
        captionHidden
        rows={parameters}
        rowKey={(row) => `${row.name} ${row.validFrom}`}
        columns={[
          { key: 'name', header: WHAT, rowHeader: true, cell: (row) => t(PARAMETERS[row.name]) },
          { key: 'value', header: VALUE, number: true, cell: (row) => number(row.value, lang) },
          { key: 'period', header: PERIOD, cell: (row) => readablePeriod({ from: row.validFrom, to: row.validTo }, lang) },
          { key: 'basis', header: BASIS, cell: (row) => row.basis },
        ]}
      />
      <h3>{t(CHANGE)}</h3>
      <Form csrf={csrf}>
        <SelectField {...field('name')} label={WHAT} options={PARAMETER_NAMES.map((name) => ({ value: name, label: withRange(name) }))} />
        <TextField {...field('value')} label={VALUE} type="number" width="short" />
        <DateField {...field('validFrom', view.today)} label={SINCE} min={view.today} />
        <TextField {...field('basis')} label={BASIS} width="full" />
        <ButtonRow>
          <Button>{t(WORDS.save)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const withRange = (name: ParameterName): Text => {
  const { lv, en, least, most } = PARAMETERS[name];
  return { lv: `${lv}: ${least}–${most}`, en: `${en}: ${least}–${most}` };
};

const USES: Readonly<Record<ShownKey['use'], { tone: StatusTone; text: Text }>> = {
  signs: { tone: 'success', text: { lv: 'paraksta', en: 'signs' } },
  'signs-later': { tone: 'info', text: { lv: 'publicēta, parakstīs vēlāk', en: 'published, signs later' } },
  'still-published': { tone: 'neutral', text: { lv: 'vairs neparaksta, vēl publicēta', en: 'signs no more, still published' } },
  withdrawn: { tone: 'danger', text: { lv: 'izņemta', en: 'withdrawn' } },
  over: { tone: 'ended', text: { lv: 'beigusies', en: 'over' } },
};

const LEAD: Text = { lv: 'Ar šīm atslēgām Vienkopus paraksta to, ko lietotnēm saka par cilvēku. Lietotnes jauno atslēgu uzzina pašas.', en: 'With these keys Vienkopus signs what it tells programs about a person. Programs learn of a new key by themselves.' };
const NONE: Text = { lv: 'Atslēgu vēl nav.', en: 'There are no keys yet.' };
const NONE_HINT: Text = { lv: 'Pirmo izveido pati programma, kad tā vajadzīga.', en: 'The program makes the first one when it is needed.' };
const KID: Text = { lv: 'Atslēga', en: 'Key' };
const FROM: Text = { lv: 'Paraksta no', en: 'Signs from' };
const MADE: Text = { lv: 'Izveidota', en: 'Made' };
const CHANGE_KEY: Text = { lv: 'Nomainīt pirms laika', en: 'Change before its time' };
const CHANGE_KEY_HINT: Text = {
  lv: 'Jauna atslēga vispirms tiek publicēta un sāk parakstīt pēc noteiktā laika. Ja atslēga varēja nonākt svešās rokās, tā tiek izņemta un jaunā paraksta uzreiz; dažās lietotnēs tad īsu brīdi nevar ienākt.',
  en: 'A new key is published first and begins to sign after the set time. Where a key may have leaked it is withdrawn and the new one signs at once; some programs then cannot be entered for a short while.',
};
const MAKE: Text = { lv: 'Izveidot jaunu atslēgu', en: 'Make a new key' };
const LEAKED: Text = { lv: 'Atslēga noplūdusi …', en: 'The key has leaked …' };
const PACE: Text = { lv: 'Cik bieži', en: 'How often' };
const WHAT: Text = { lv: 'Noteikums', en: 'Rule' };
const VALUE: Text = { lv: 'Vērtība', en: 'Value' };
const PERIOD: Text = { lv: 'Spēkā', en: 'In force' };
const SINCE: Text = { lv: 'No', en: 'From' };
const BASIS: Text = { lv: 'Pamats', en: 'Basis' };
const CHANGE: Text = { lv: 'Mainīt', en: 'Change' };
