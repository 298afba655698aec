import { listHoldersAt } from '#modules/access/public.js';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import type { WriteContext } from '#platform/actions/action.js';
import { notify } from '#platform/notices/notify.js';
import { keepPupils } from '../permissions.js';
import type { TransferRow } from '../store/transfers.js';

type Told = 'asked' | 'agreed' | 'refused' | 'withdrawn' | 'done';

/** Tells the staff of the schools concerned; the pupil is named on the page alone, which they open by their right. */
export async function tellOfTransfer({ tx, enqueue, now, today }: WriteContext, transfer: TransferRow, what: Told): Promise<void> {
  const { fromInstitutionId: from, toInstitutionId: to } = transfer;
  const where = { asked: [from], withdrawn: [from], agreed: [to], refused: [to], done: [from, to] }[what];
  const put = (text: Text) => fill(text, { from: transfer.fromName, to: transfer.toName, day: readableDay(transfer.movesOn), reason: transfer.reason });
  for (const institutionId of where) {
    for (const { userId, email } of await listHoldersAt(tx, keepPupils.name, institutionId, today)) {
      await notify(
        { tx, enqueue, now },
        { userId, email: email || null, kind: `education.transfer-${what}`, subject: put(WORDS[what].subject), body: put(WORDS[what].body), link: `/education/transfers/${transfer.id}`, onceKey: `education.transfer-${what}:${transfer.id}` },
      );
    }
  }
}

const WORDS: Readonly<Record<Told, { subject: Text; body: Text }>> = {
  asked: {
    subject: { lv: 'Lūgums pārcelt izglītojamo: {to}', en: 'Transfer of a pupil asked for: {to}' },
    body: { lv: '{to} lūdz pārcelt izglītojamo no jūsu iestādes ar {day} Atveriet lūgumu un piekrītiet vai atsakiet.', en: '{to} asks to transfer a pupil from your institution from {day} Open the request and agree or refuse.' },
  },
  agreed: {
    subject: { lv: 'Pārcelšanai piekrita: {from}', en: 'Transfer agreed: {from}' },
    body: { lv: '{from} piekrita. Izglītojamais būs pārcelts {day}', en: '{from} has agreed. The pupil will be transferred on {day}' },
  },
  refused: {
    subject: { lv: 'Pārcelšana atteikta: {from}', en: 'Transfer refused: {from}' },
    body: { lv: '{from} atteica: {reason}', en: '{from} refused: {reason}' },
  },
  withdrawn: {
    subject: { lv: 'Pārcelšanas lūgums atsaukts: {to}', en: 'Request of transfer withdrawn: {to}' },
    body: { lv: '{to} atsauca lūgumu pārcelt izglītojamo {day}', en: '{to} withdrew the request to transfer a pupil on {day}' },
  },
  done: {
    subject: { lv: 'Izglītojamais pārcelts: {from} → {to}', en: 'Pupil transferred: {from} → {to}' },
    body: { lv: 'No {day} izglītojamais mācās iestādē “{to}”.', en: 'From {day} the pupil learns at “{to}”.' },
  },
};
