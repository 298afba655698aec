import { addParcelSteps, type ParcelStep } from '#modules/marks/public.js';
import { fill, type Text } from '#kernel/text.js';
import { type EndedWait, listEndedWaits, listSentBatches, type SentBatch } from '../store/parcel.js';

/** Tells of a record when its e-journal sent it, or somebody uploaded it, for which name it waited and when that was matched, and when the whole batch had been gone through. */
export function contributeParcelSteps(): void {
  addParcelSteps('intake', async (tx, { sourceRecord }, batches) => {
    if (batches.length === 0) return [];
    const sent = (await listSentBatches(tx, batches)).flatMap((batch) => stepsOf(batch, sourceRecord));
    const waits = sourceRecord ? await listEndedWaits(tx, batches, sourceRecord) : [];
    return [...sent, ...waits.flatMap(waitSteps)];
  });
}

/** The wait begins where the row was sent, and ends where somebody said what the name means. */
function waitSteps({ code, name, receivedAt, settledAt, settledBy, bySchool }: EndedWait): ParcelStep[] {
  const words = code === 'VI-101' ? WAITED_FOR_SUBJECT : WAITED_FOR_CLASS;
  return [{ at: receivedAt, words: fill(words, { name }) }, { at: settledAt, words: fill(bySchool ? MATCHED_BY_SCHOOL : MATCHED, { name }), by: settledBy }];
}

function stepsOf({ journal, receivedAt, doneAt }: SentBatch, sourceRecord: string): ParcelStep[] {
  const sent = journal === null ? UPLOADED : sourceRecord ? fill(SENT_AS, { journal, record: sourceRecord }) : fill(SENT, { journal });
  return [{ at: receivedAt, words: sent }, ...(doneAt ? [{ at: doneAt, words: journal === null ? GONE_THROUGH : ANSWERED }] : [])];
}

const SENT: Text = { lv: '{journal} nosūtīja', en: 'Sent by {journal}' };
const SENT_AS: Text = { lv: '{journal} nosūtīja (e-žurnāla ieraksts {record})', en: 'Sent by {journal} (record {record} of the e-journal)' };
const UPLOADED: Text = { lv: 'Saņemts augšupielādētā failā', en: 'Received in an uploaded file' };
const WAITED_FOR_SUBJECT: Text = { lv: 'Nosūtīts kā “{name}”: gaidīja, līdz pateiks, kurš priekšmets tas ir', en: 'Sent as “{name}”: waited until somebody said which subject that is' };
const WAITED_FOR_CLASS: Text = { lv: 'Nosūtīts klasei “{name}”: gaidīja, līdz pateiks, kura klase tā ir', en: 'Sent for the class “{name}”: waited until somebody said which class that is' };
const MATCHED_BY_SCHOOL: Text = { lv: 'Skola saskaņoja nosaukumu “{name}”', en: 'The school matched the name “{name}”' };
const MATCHED: Text = { lv: 'Nosaukums “{name}” saskaņots', en: 'The name “{name}” was matched' };
const ANSWERED: Text = { lv: 'Datu pakete apstrādāta, e-žurnālam atbildēts', en: 'The batch was gone through and the e-journal answered' };
const GONE_THROUGH: Text = { lv: 'Fails apstrādāts', en: 'The file was gone through' };
