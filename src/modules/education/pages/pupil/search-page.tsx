import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { readablePeriod } from '#kernel/period.js';
import type { Text } from '#kernel/text.js';
import { Button } from '#ui/form/button.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt, RawInput } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { FoundPupils } from '../../actions/pupils.js';
import { nameOf, W } from '../pupil-words.js';
import { REASON_OPTIONS, standingReasonOf } from '../standing-reason.js';

export interface SearchPageProps {
  readonly view: View;
  readonly attempt: Attempt;
  readonly found: FoundPupils | null;
}

const FIELDS = ['family', 'given', 'class', 'code', 'past', 'reason'] as const;

/** Names and codes go by POST only, so that nothing personal stands in an address. */
export function PupilSearchPage({ view, attempt, found }: SearchPageProps): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  const { reason } = attempt.values;
  const more = typeof reason === 'string' && reason ? `?reason=${reason}` : '';
  return (
    <Page {...view.frame} title={t(TITLE)} width="work" breadcrumbs={[{ text: W.education, href: '/education' }, { text: TITLE }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(TITLE)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <Form csrf={view.csrf} action="/education/pupils">
        <TextField {...field('family')} label={W.family} autoComplete="off" optional />
        <TextField {...field('given')} label={W.given} autoComplete="off" optional />
        <TextField {...field('class')} label={W.class} width="short" optional />
        <TextField {...field('code')} label={W.code} hint={CODE_HINT} width="medium" autoComplete="off" optional />
        <Checkboxes {...field('past')} label={WHO} options={[{ value: 'yes', label: PAST }]} />
        {standingReasonOf(view.actor) === undefined && <SelectField {...field('reason')} label={W.reason} options={REASON_OPTIONS} emptyOption={W.choose} />}
        <Button>{t(FIND)}</Button>
      </Form>
      {found && (
        <>
          <DataTable
            lang={lang}
            caption={FOUND}
            rows={found.pupils}
            rowKey={(pupil) => pupil.personId}
            empty={{ title: NOBODY, hint: NOBODY_HINT }}
            columns={[
              { key: 'name', header: W.name, rowHeader: true, cell: (pupil) => <a href={`/education/pupils/${pupil.personId}${more}`}>{nameOf(pupil)}</a> },
              { key: 'born', header: W.bornOn, cell: (pupil) => (pupil.bornOn ? readableDay(pupil.bornOn) : '–') },
              { key: 'institution', header: W.institution, cell: (pupil) => pupil.institution },
              { key: 'class', header: W.class, cell: (pupil) => pupil.class ?? '–' },
              { key: 'when', header: W.state, cell: (pupil) => readablePeriod({ from: pupil.validFrom, to: pupil.validTo }, lang) },
            ]}
          />
          {found.next && (
            <PostButton action="/education/pupils" csrf={view.csrf} hidden={{ ...kept(attempt.values), after: found.next }} variant="secondary">
              {t(NEXT)}
            </PostButton>
          )}
        </>
      )}
    </Page>
  );
}

const kept = (values: RawInput): Record<string, string> => Object.fromEntries(FIELDS.flatMap((name) => (typeof values[name] === 'string' && values[name] ? [[name, values[name]]] : [])));

const TITLE: Text = { lv: 'Meklēt izglītojamo', en: 'Find a learner' };
const LEAD: Text = { lv: 'Meklē starp jūsu iestāžu izglītojamajiem. Katra meklēšana paliek audita žurnālā.', en: 'Searches the learners of your institutions. Each search is kept in the audit log.' };
const CODE_HINT: Text = { lv: 'Pilns kods, visi 11 cipari.', en: 'The whole code, all 11 digits.' };
const WHO: Text = { lv: 'Kurus meklēt', en: 'Whom to search' };
const PAST: Text = { lv: 'Arī aizgājušos', en: 'Leavers too' };
const FIND: Text = { lv: 'Meklēt', en: 'Search' };
const FOUND: Text = { lv: 'Atrastie', en: 'Found' };
const NOBODY: Text = { lv: 'Neviens nav atrasts.', en: 'Nobody was found.' };
const NOBODY_HINT: Text = { lv: 'Pārbaudiet rakstību vai meklējiet arī aizgājušos. Aizsargājamas personas atrod pēc klases vai koda.', en: 'Check the spelling, or search leavers too. Protected persons are found by class or code.' };
const NEXT: Text = { lv: 'Nākamie', en: 'Next' };
