import type { VNode } from 'preact';
import { fill, same, type Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { UnmatchForm } from '../../actions/unmatch-name.js';
import { rowsInWords } from '../intake-words.js';
import { SchoolFrame } from '../schools/frame.js';
import { M } from './words.js';

/** Before a match is taken back: what that changes, what it does not, and how many rows it concerned. */
export function UndoPage({ view, form, attempt }: { view: View; form: UnmatchForm; attempt: Attempt }): VNode {
  const { t } = view;
  const { school, kind, match, meaning } = form;
  const desk = kind === 'subject' ? `/intake/mapping?regNr=${school.regNr}` : `/intake/mapping/classes?regNr=${school.regNr}&year=${match.year}`;
  return (
    <SchoolFrame view={view} school={school} side={kind === 'subject' ? 'subjects' : 'classes'} title={same(t(fill(TITLE, { name: match.name })))} errors={attempt.errors}>
      <Lead>{t(fill(LEAD, { name: match.name, meaning: t(meaning) }))}</Lead>
      <Taken view={view} form={form} />
      {match.isOffered && <p>{t(OFFERED)}</p>}
      <Form csrf={view.csrf} action="/intake/mapping/undo">
        <HiddenFields values={{ regNr: school.regNr, kind, id: match.id }} />
        <ButtonRow>
          <Button variant="danger">{t(M.undo)}</Button>
          <ButtonLink href={desk} variant="secondary">{t(KEEP)}</ButtonLink>
        </ButtonRow>
      </Form>
    </SchoolFrame>
  );
}

/** The rows that waited for the name, by the batches they came in: they stay where it is taken back. */
function Taken({ view, form: { kind, taken } }: { view: View; form: UnmatchForm }): VNode {
  const { t } = view;
  if (taken.length === 0) return <p>{`${t(NONE_WAITED)} ${t(LATER)}`}</p>;
  return (
    <>
      <p>{`${t(fill(STAY, { rows: rowsInWords(taken.reduce((sum, { rows }) => sum + rows, 0), view) }))} ${t(LATER)}`}</p>
      <p>{t(BY_BATCH)}</p>
      <ul>
        {taken.map(({ batchId, receivedAt, rows }) => (
          <li key={batchId}>
            <a href={`/intake/batches/${batchId}/answers?code=${kind === 'subject' ? 'VI-101' : 'VI-102'}`}>{`${instant(receivedAt)}, ${rowsInWords(rows, view)}`}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

const TITLE: Text = { lv: 'Vai atsaukt “{name}” atbilstību?', en: 'Take back what “{name}” means?' };
const LEAD: Text = { lv: 'Tagad “{name}” nozīmē “{meaning}”. Ja atsauksiet, par šo nosaukumu jautās no jauna un jaunas rindas ar to gaidīs.', en: '“{name}” now means “{meaning}”. If you take that back, the name is asked about anew, and new rows with it wait.' };
const STAY: Text = { lv: 'Apstiprinot šo nosaukumu, no gaidījušajām pieņemts: {rows}. Tas paliek reģistrā.', en: 'Of the rows that waited, taken when this name was confirmed: {rows}. They stay in the register.' };
const NONE_WAITED: Text = { lv: 'Apstiprinot šo nosaukumu, neviena gaidījusi rinda netika pieņemta.', en: 'No row that waited was taken when this name was confirmed.' };
const LATER: Text = { lv: 'Paliek arī tas, ko e-žurnāls ar šo nosaukumu atsūtījis vēlāk. Ja tas bija kļūdaini, labojiet vērtējumus klases lapā.', en: 'What the e-journal sent under this name since then stays too. If that was wrong, correct the marks on the page of the class.' };
const BY_BATCH: Text = { lv: 'Pieņemtās rindas pa paketēm:', en: 'The rows taken, by batch:' };
const OFFERED: Text = { lv: 'E-žurnāla uzturētājam šo atbilstību vairs nepaziņos.', en: 'The vendor of the e-journal is no longer told of this match.' };
const KEEP: Text = { lv: 'Neatsaukt', en: 'Keep it' };
