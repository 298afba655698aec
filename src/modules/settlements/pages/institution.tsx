import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { decimalEuros, cents } from '#kernel/money.js';
import { fill, type Text } from '#kernel/text.js';
import { BarChart } from '#ui/chart/bar-chart.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { Radios } from '#ui/form/radios.js';
import { TextField } from '#ui/form/text-field.js';
import { instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { InstitutionPage as Found } from '../actions/institutions.js';
import { rateFormula } from '../domain/rate.js';
import { money, PATH, W } from './words.js';

export function InstitutionPage({ view, attempt, found }: { view: View; attempt: Attempt; found: Found }): VNode {
  const { lang, t } = view;
  const { institution, year, shown } = found;
  const title = `${institution.name}, ${year}`;
  const here = `${PATH}/institutions/${institution.regNr}`;
  return (
    <Page {...view.frame} title={title} width="work" breadcrumbs={[{ text: W.settlements, href: PATH }, { text: W.institutions, href: `${PATH}/institutions` }, { text: { lv: title, en: title } }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{title}</h1>
      <Lead>{t(fill(LEAD, { year, before: year - 1 }))}</Lead>
      <p>
        <a href={`${here}?year=${year - 1}`}>{`← ${year - 1}`}</a> {year < Number(view.today.slice(0, 4)) + 1 && <a href={`${here}?year=${year + 1}`}>{`${year + 1} →`}</a>}
      </p>
      <h2>{t(SHEET)}</h2>
      {shown && (
        <p>
          {t(fill(VERSION, { n: shown.version }))} <StatusTag tone={shown.state === 'approved' ? 'success' : 'warning'}>{t(shown.state === 'approved' ? APPROVED : DRAFT)}</StatusTag>{' '}
          {shown.approvedAt && instant(shown.approvedAt)}
        </p>
      )}
      <DataTable
        lang={lang}
        caption={SHEET}
        captionHidden
        rows={found.items}
        rowKey={(row) => row.id}
        empty={{ title: NO_ITEMS, hint: found.mayKeep ? NO_ITEMS_HINT : undefined }}
        columns={[
          { key: 'code', header: CODE, cell: (row) => row.code },
          { key: 'title', header: WHAT, rowHeader: true, cell: (row) => row.title },
          { key: 'sum', header: W.sum, number: true, cell: (row) => money(view, row.cents) },
          { key: 'included', header: INCLUDED, cell: (row) => (row.included ? t(YES) : `${t(NO)}: ${row.reason}`) },
          ...(found.mayKeep && shown?.state === 'draft'
            ? [{ key: 'remove', header: CHANGE, cell: (row: Found['items'][number]) => <PostButton action={`${here}/costs/remove`} csrf={view.csrf} variant="quiet" hidden={{ year: String(year), id: row.id }}>{t(REMOVE)}</PostButton> }]
            : []),
        ]}
      />
      {shown && found.items.length > 0 && <p>{t(fill(TOTAL, { included: money(view, shown.includedCents), all: money(view, shown.allCents) }))}</p>}
      {found.mayApprove && shown?.state === 'draft' && found.items.length > 0 && (
        <PostButton action={`${here}/costs/approve`} csrf={view.csrf} variant="primary" hidden={{ year: String(year), version: String(shown.version) }}>
          {t(APPROVE)}
        </PostButton>
      )}
      {found.mayKeep && <ItemForm view={view} attempt={attempt} found={found} />}
      <Counts view={view} found={found} here={here} />
    </Page>
  );
}

function ItemForm({ view, attempt, found: { year, shown } }: { view: View; attempt: Attempt; found: Found }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <>
      <h3>{t(ADD)}</h3>
      <p class="hint">{t(shown?.state === 'approved' ? OPENS_DRAFT : SAME_CODE)}</p>
      <Form csrf={view.csrf}>
        <HiddenFields values={{ year: String(year) }} />
        <TextField {...field('code')} label={CODE} hint={CODE_HINT} inputMode="numeric" width="short" />
        <TextField {...field('title')} label={WHAT} />
        <TextField {...field('amount')} label={AMOUNT} hint={fill(AMOUNT_HINT, { example: decimalEuros(cents(1_234_550)).replace('.', ',') })} inputMode="decimal" width="medium" />
        <Radios {...field('included', 'yes')} label={INCLUDED} options={[{ value: 'yes', label: YES }, { value: 'no', label: NO }]} />
        <TextField {...field('reason')} label={WHY_NOT} hint={WHY_NOT_HINT} optional />
        <ButtonRow>
          <Button variant="secondary">{t(ADD)}</Button>
        </ButtonRow>
      </Form>
    </>
  );
}

function Counts({ view, found, here }: { view: View; found: Found; here: string }): VNode {
  const { lang, t } = view;
  const newest = found.counts.filter(({ declared }) => declared.length > 0);
  return (
    <>
      <h2>{t(COUNTS)}</h2>
      <DataTable
        lang={lang}
        caption={COUNTS}
        captionHidden
        rows={found.counts}
        rowKey={(row) => row.id}
        empty={{ title: NO_COUNTS, hint: NO_COUNTS_HINT }}
        columns={[
          { key: 'day', header: W.counted, rowHeader: true, cell: (row) => readableDay(row.day) },
          { key: 'version', header: W.version, cell: (row) => row.version },
          { key: 'learners', header: W.learners, number: true, cell: (row) => row.learners },
          { key: 'rate', header: W.rate, cell: (row) => (found.approvedCents === null ? t(NOT_APPROVED) : rateFormula(found.approvedCents, row.learners, row.rateCents, lang)) },
          { key: 'taken', header: TAKEN, cell: (row) => instant(row.takenAt) },
        ]}
      />
      {newest.map((one) => (
        <BarChart
          key={one.id}
          lang={lang}
          title={fill(WHERE, { day: readableDay(one.day) })}
          series={[{ label: W.learners }]}
          rows={one.declared.map(({ unit, learners }) => ({ label: unit ? { lv: unit, en: unit } : UNKNOWN, values: [learners] }))}
        />
      ))}
      {found.mayKeep && found.countDays.length > 0 && (
        <>
          <p class="hint">{t(COUNT_HINT)}</p>
          <ButtonRow>
            {found.countDays.map((day) => (
              <PostButton key={day} action={`${here}/count`} csrf={view.csrf} hidden={{ day }}>
                {t(fill(COUNT, { day: readableDay(day) }))}
              </PostButton>
            ))}
          </ButtonRow>
        </>
      )}
    </>
  );
}

const LEAD: Text = { lv: 'Izmaksas, pēc kurām norēķinās {year}. gadā: iestādes {before}. gada izdevumi pēc naudas plūsmas.', en: 'The costs by which {year} is settled: what the institution spent in {before}, by cash flow.' };
const SHEET: Text = { lv: 'Izmaksu tāme', en: 'Cost sheet' };
const VERSION: Text = { lv: '{n}. redakcija', en: 'Version {n}' };
const APPROVED: Text = { lv: 'Apstiprināta', en: 'Approved' };
const DRAFT: Text = { lv: 'Melnraksts', en: 'Draft' };
const NO_ITEMS: Text = { lv: 'Šim gadam izmaksas nav ierakstītas.', en: 'No costs are recorded for this year.' };
const NO_ITEMS_HINT: Text = { lv: 'Ierakstiet pirmo summu zemāk.', en: 'Record the first amount below.' };
const CODE: Text = { lv: 'Ekonomiskās klasifikācijas kods', en: 'Economic code' };
const CODE_HINT: Text = { lv: 'Četri cipari, piemēram, 1100', en: 'Four digits, as in 1100' };
const WHAT: Text = { lv: 'Izdevumi', en: 'Spending' };
const AMOUNT: Text = { lv: 'Summa gadā, EUR', en: 'Amount in the year, EUR' };
const AMOUNT_HINT: Text = { lv: 'Piemēram, {example}', en: 'For example, {example}' };
const INCLUDED: Text = { lv: 'Vai iekļauj likmē', en: 'Counts in the rate' };
const YES: Text = { lv: 'Jā', en: 'Yes' };
const NO: Text = { lv: 'Nē', en: 'No' };
const WHY_NOT: Text = { lv: 'Kāpēc neiekļauj', en: 'Why it does not count' };
const WHY_NOT_HINT: Text = { lv: 'Piemēram, valsts mērķdotācija vai vecāku maksa par ēdināšanu', en: 'For example, state grant, or food that parents pay for' };
const ADD: Text = { lv: 'Ierakstīt summu', en: 'Record an amount' };
const SAME_CODE: Text = { lv: 'Summa ar jau ierakstītu kodu aizstāj iepriekšējo.', en: 'An amount of a code that is there replaces it.' };
const OPENS_DRAFT: Text = { lv: 'Apstiprinātā tāme nemainās: pirmā summa atver jaunu redakciju ar tām pašām rindām, un tā būs jāapstiprina.', en: 'The approved cost sheet stays: the first amount opens a new version with the same items, which is to be approved.' };
const CHANGE: Text = { lv: 'Mainīt', en: 'Change' };
const REMOVE: Text = { lv: 'Izņemt', en: 'Take out' };
const TOTAL: Text = { lv: 'Likmē iekļauts {included} no {all}.', en: '{included} of {all} count in the rate.' };
const APPROVE: Text = { lv: 'Apstiprināt tāmi', en: 'Approve the cost sheet' };
const COUNTS: Text = { lv: 'Izglītojamo skaits', en: 'Count of learners' };
const NO_COUNTS: Text = { lv: 'Šajā gadā izglītojamie vēl nav saskaitīti.', en: 'The learners have not been counted in this year yet.' };
const NO_COUNTS_HINT: Text = { lv: 'Saskaita naktī pēc skaitīšanas dienas, vai uzreiz ar pogu zemāk.', en: 'They are counted in the night of the day of the count, or at once by a button below.' };
const NOT_APPROVED: Text = { lv: 'nav apstiprinātas tāmes', en: 'no approved cost sheet' };
const TAKEN: Text = { lv: 'Saskaitīts', en: 'Counted' };
const WHERE: Text = { lv: 'Kur izglītojamie deklarēti {day}', en: 'Where the learners were declared on {day}' };
const UNKNOWN: Text = { lv: 'Nav adreses vai dati to neatklāj', en: 'No address, or the data does not tell' };
const COUNT: Text = { lv: 'Saskaitīt {day}', en: 'Count {day}' };
const COUNT_HINT: Text = { lv: 'Atkārtota skaitīšana agrāko nemaina: ja adreses vai piederības ir labotas, rodas jauna redakcija un pēc tās – pārskats par izmaiņām.', en: 'Counting again leaves the earlier count: where addresses or memberships were corrected a new version is made, and by it a statement of changes.' };
