import type { VNode } from 'preact';
import { namedPage } from '#modules/education/public.js';
import type { Text } from '#kernel/text.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Radios } from '#ui/form/radios.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { type Attempt, formPage, type WebRoute } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { annulEntry, type FactForm, openAnnulForm, openFactForm, openTakeBack, recordFact, takeBack, viewEntry } from '../../actions/entry-facts.js';
import { openWithdrawForm, withdraw } from '../../actions/register.js';
import { CEFR_LEVELS, FACT_WORDS } from '../../domain/entry-facts.js';
import { FormFrame } from '../frame.js';
import { sittingPath } from '../sitting/tabs.js';
import { SITTINGS } from '../sittings/page.js';
import { W } from '../words.js';
import { EntryPage, entryPath, TAKE_BACK } from './page.js';

const ENTRY = `${SITTINGS}/entries/:id`;
/** The kind of a fact as an address writes it. */
const kindOf = (written: unknown) => (written === 'extra-term' ? 'extra term' : written);

export const entryRoutes: readonly WebRoute[] = [
  namedPage({ path: ENTRY, action: viewEntry, render: (shown, view) => <EntryPage view={view} shown={shown} /> }),
  formPage({
    path: `${ENTRY}/facts/:kind`,
    load: openFactForm,
    loadInput: ({ id, kind }) => ({ id, kind: kindOf(kind) }),
    render: (form, view, attempt) => <FactFields view={view} attempt={attempt} form={form} />,
    action: recordFact,
    input: (raw) => ({ ...raw, kind: kindOf(raw['kind']) }),
    done: (_done, _view, { id }) => ({ to: entryPath(String(id)), notice: W.saved }),
  }),
  formPage({
    path: `${ENTRY}/annul`,
    load: openAnnulForm,
    loadInput: ({ id }) => ({ id }),
    render: (form, view, attempt) => <FactFields view={view} attempt={attempt} form={form} />,
    action: annulEntry,
    done: (_done, _view, { id }) => ({ to: entryPath(String(id)), notice: W.saved }),
  }),
  formPage({
    path: `${ENTRY}/withdraw`,
    load: openWithdrawForm,
    loadInput: ({ id }) => ({ id }),
    render: ({ entry }, view, attempt) => (
      <FormFrame view={view} attempt={attempt} title={TAKE_OFF} back={[{ text: `${entry.given} ${entry.family}`, href: entryPath(entry.id) }]} lead={TAKE_OFF_LEAD} save={TAKE_OFF} danger>
        <TextArea {...fieldsOf({ lang: view.lang, ...attempt })('why')} label={WHY} rows={2} maxLength={500} />
      </FormFrame>
    ),
    action: withdraw,
    done: ({ sitting }) => ({ to: sittingPath(sitting.id), notice: TAKEN_OFF }),
  }),
  formPage({
    path: `${SITTINGS}/facts/:id/take-back`,
    load: openTakeBack,
    loadInput: ({ id }) => ({ id }),
    render: ({ fact, entry }, view, attempt) => (
      <FormFrame view={view} attempt={attempt} title={{ lv: `${TAKE_BACK.lv}: ${FACT_WORDS[fact.kind].lv}`, en: `${TAKE_BACK.en}: ${FACT_WORDS[fact.kind].en}` }} back={[{ text: `${entry.given} ${entry.family}`, href: entryPath(entry.id) }]} lead={TAKE_BACK_LEAD} save={TAKE_BACK} danger>
        <TextArea {...fieldsOf({ lang: view.lang, ...attempt })('why')} label={WHY} rows={2} maxLength={500} />
      </FormFrame>
    ),
    action: takeBack,
    done: ({ entryId }) => ({ to: entryPath(entryId), notice: IS_TAKEN_BACK }),
  }),
];

function FactFields({ view, attempt, form }: { view: View; attempt: Attempt; form: FactForm }): VNode {
  const { lang } = view;
  const { entry, kind, grounds, parts } = form;
  const field = fieldsOf({ lang, ...attempt });
  const nameOf = (one: { nameLv: string; nameEn: string }) => (lang === 'lv' ? one.nameLv : one.nameEn);
  const annulled = kind === 'annulled';
  return (
    <FormFrame view={view} attempt={attempt} title={FACT_WORDS[kind]} back={[{ text: `${entry.given} ${entry.family}`, href: entryPath(entry.id) }]} lead={LEADS[kind]} danger={annulled}>
      <Radios {...field('ground', grounds.length === 1 ? grounds[0]!.code : '')} label={GROUND} options={grounds.map((one) => ({ value: one.code, label: nameOf(one), hint: { lv: one.legalBasis, en: one.legalBasis } }))} />
      {(kind === 'exempt' || kind === 'support') && parts.length > 1 && (
        <Checkboxes {...field('parts')} label={W.parts} hint={PARTS_HINT} options={parts.map((part) => ({ value: String(part.number), label: `${part.number}. ${nameOf(part)}` }))} optional />
      )}
      {kind === 'replaced' && <SelectField {...field('cefrLevel')} label={CEFR} emptyOption={W.choose} options={CEFR_LEVELS.map((level) => ({ value: level, label: level }))} />}
      <TextField {...field('documentNr')} label={kind === 'exempt' || annulled ? ORDER_NR : DOCUMENT_NR} width="medium" maxLength={100} />
      <DateField {...field('documentDate', kind === 'replaced' ? '' : view.today)} label={DOCUMENT_DATE} />
      {kind === 'replaced' && <DateField {...field('validTo')} label={VALID_TO} hint={VALID_TO_HINT} optional />}
      <TextField {...field('remark')} label={W.remarks} hint={REMARK_HINT} maxLength={500} optional />
    </FormFrame>
  );
}

const LEADS: Readonly<Record<FactForm['kind'], Text>> = {
  exempt: { lv: 'Atbrīvo ar iestādes vadītāja rīkojumu. Pamats ir tikai veids; diagnozi neraksta nekur.', en: 'Exemption is by order of the head. The ground is a class alone; a diagnosis is written nowhere.' },
  replaced: { lv: 'Svešvalodas eksāmenu aizstāj dokuments no B2 (optimālais) vai C1 (augstākais) līmeņa, kas derīgs eksāmena dienā. Sertifikātu par šādu eksāmenu neizdod.', en: 'An exam in a foreign language is replaced by a document from B2 (optimal) or C1 (highest) on that is valid on the day of the exam. There is no certificate for such an exam.' },
  'extra term': { lv: 'Kārtotājs ar to pašu kodu nonāk papildtermiņa sarakstā.', en: 'The candidate comes onto the list of the extra term under the same code.' },
  support: { lv: 'Atbalsta pasākums pārbaudījuma norisē. Diagnozi neraksta.', en: 'A support measure during the exam. No diagnosis is written.' },
  annulled: { lv: 'Anulēta pārbaudījuma rezultātu nerāda, un sertifikātu atsauc. To var atcelt.', en: 'The result of an annulled exam is hidden, and its certificate revoked. It can be taken back.' },
};
const GROUND: Text = { lv: 'Pamats', en: 'Ground' };
const PARTS_HINT: Text = { lv: 'Ja neatzīmē nevienu, attiecas uz visu pārbaudījumu', en: 'Where none is chosen it is for the whole exam' };
const CEFR: Text = { lv: 'Apliecinātais līmenis', en: 'Level proven' };
const ORDER_NR: Text = { lv: 'Rīkojuma numurs', en: 'Number of the order' };
const DOCUMENT_NR: Text = { lv: 'Dokumenta numurs', en: 'Number of the document' };
const DOCUMENT_DATE: Text = { lv: 'Dokumenta diena', en: 'Day of the document' };
const VALID_TO: Text = { lv: 'Derīgs līdz (pirmā diena, kad vairs nav derīgs)', en: 'Valid until (the first day without it)' };
const VALID_TO_HINT: Text = { lv: 'Atstājiet tukšu, ja dokumentam beigu nav', en: 'Leave empty where the document does not end' };
const REMARK_HINT: Text = { lv: 'Bez ziņām par veselību', en: 'Without anything about health' };
const WHY: Text = { lv: 'Iemesls', en: 'Reason' };
const TAKE_OFF: Text = { lv: 'Svītrot no saraksta', en: 'Take off the list' };
const TAKE_OFF_LEAD: Text = { lv: 'Ieraksts paliek ar iemeslu, un vieta telpā atbrīvojas. Vēlāk kārtotāju var reģistrēt no jauna.', en: 'The entry stays with the reason, and the seat becomes free. The candidate can be registered again later.' };
const TAKEN_OFF: Text = { lv: 'Kārtotājs svītrots no saraksta.', en: 'The candidate has been taken off the list.' };
const TAKE_BACK_LEAD: Text = { lv: 'Ieraksts paliek redzams kā atsaukts.', en: 'The record stays visible as taken back.' };
const IS_TAKEN_BACK: Text = { lv: 'Ieraksts atsaukts.', en: 'The record has been taken back.' };
