import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { Radios } from '#ui/form/radios.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { OldAddressRow } from '../../actions/old-addresses.js';
import { WORDS } from '../words.js';

export function OldAddressesPage({ view, rows, attempt }: { view: View; rows: readonly OldAddressRow[]; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(WORDS.oldAddresses)} width="work">
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(WORDS.oldAddresses)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <DataTable
        lang={lang}
        caption={WORDS.oldAddresses}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        empty={{ title: NONE, hint: NONE_HINT }}
        columns={[
          { key: 'from', header: FROM, rowHeader: true, cell: (row) => `${row.host || '*'}${row.path}${row.withAllBelow ? ' …' : ''}` },
          { key: 'to', header: TO, cell: (row) => <a href={row.target}>{row.target}</a> },
          { key: 'lasting', header: LASTING, cell: (row) => t(row.lasting ? YES : NO) },
          { key: 'note', header: NOTE, cell: (row) => row.note },
          {
            key: 'remove',
            header: { lv: 'Darbība', en: 'Action' },
            cell: (row) => (
              <PostButton action="/apps/old-addresses/remove" csrf={view.csrf} hidden={{ id: row.id }} variant="quiet">
                {t(REMOVE)}
              </PostButton>
            ),
          },
        ]}
      />
      <h2>{t(ADD)}</h2>
      <Form csrf={view.csrf}>
        <TextField {...field('host')} label={HOST} hint={HOST_HINT} width="medium" optional />
        <TextField {...field('path')} label={PATH} hint={PATH_HINT} width="full" />
        <Checkboxes {...field('withAllBelow')} label={BELOW} options={[{ value: 'yes', label: BELOW_YES, hint: BELOW_HINT }]} optional />
        <TextField {...field('target')} label={TO} hint={TO_HINT} width="full" />
        <Radios {...field('lasting', 'no')} label={LASTING} options={[{ value: 'no', label: LASTING_NO }, { value: 'yes', label: LASTING_YES }]} />
        {attempt.values['lasting'] === 'yes' && <Checkboxes {...field('sure')} label={SURE} options={[{ value: 'yes', label: SURE_YES }]} />}
        <TextField {...field('note')} label={NOTE} width="full" optional />
        <ButtonRow>
          <Button>{t(ADD)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const LEAD: Text = { lv: 'Kurp aizvest to, kurš atver slēgta portāla adresi. Vienkopus pašas lapas šeit mainīt nevar.', en: 'Where to lead someone who opens an address of a closed portal. Pages of Vienkopus itself cannot be changed here.' };
const NONE: Text = { lv: 'Veco adrešu vēl nav.', en: 'There are no old addresses yet.' };
const NONE_HINT: Text = { lv: 'Pievienojiet pirmo zemāk.', en: 'Add the first one below.' };
const FROM: Text = { lv: 'Vecā adrese', en: 'Old address' };
const TO: Text = { lv: 'Jaunā lapa', en: 'New page' };
const TO_HINT: Text = { lv: 'Ceļš Vienkopus lapās; sākas ar “/”, piemēram, /institutions', en: 'A path within Vienkopus; begins with “/”, as in /institutions' };
const LASTING: Text = { lv: 'Uz visiem laikiem', en: 'For good' };
const YES: Text = { lv: 'jā', en: 'yes' };
const NO: Text = { lv: 'nē', en: 'no' };
const LASTING_YES: Text = { lv: 'Jā: pārlūki to iegaumē (308)', en: 'Yes: browsers remember it (308)' };
const LASTING_NO: Text = { lv: 'Nē: vēl var mainīties (302)', en: 'No: it may still change (302)' };
const SURE: Text = { lv: 'Apstiprinājums', en: 'Confirmation' };
const SURE_YES: Text = { lv: 'Adrese ir izmēģināta; zinu, ka pastāvīgu atsaukt nevar', en: 'The address has been tried; I know that a lasting one cannot be taken back' };
const NOTE: Text = { lv: 'Piezīme', en: 'Note' };
const REMOVE: Text = { lv: 'Izņemt', en: 'Take out' };
const ADD: Text = { lv: 'Pievienot adresi', en: 'Add an address' };
const HOST: Text = { lv: 'Vecā portāla domēns', en: 'Domain of the old portal' };
const HOST_HINT: Text = { lv: 'Tukšs: jebkurš domēns, kas ved uz šo serveri', en: 'Empty: any domain that leads to this server' };
const PATH: Text = { lv: 'Vecais ceļš', en: 'Old path' };
const PATH_HINT: Text = { lv: 'Bez domēna; sākas ar “/”, piemēram, /portals/iestades', en: 'Without the domain; begins with “/”, as in /portal/institutions' };
const BELOW: Text = { lv: 'Zemākās lapas', en: 'Pages below' };
const BELOW_YES: Text = { lv: 'Arī viss, kas zem šī ceļa', en: 'Whatever stands below this path, too' };
const BELOW_HINT: Text = { lv: 'Ceļa turpinājums un vaicājums tiek nodots tālāk', en: 'The rest of the path and the query go along' };
