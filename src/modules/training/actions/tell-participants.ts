import { dayInRiga, timeInRiga } from '#kernel/clock.js';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import type { WriteContext } from '#platform/actions/action.js';
import { notify } from '#platform/notices/notify.js';
import { titleOf } from '../store/rows.js';

interface About {
  readonly id: string;
  readonly titleLv: string;
  readonly titleEn: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly venue: string;
}

interface Participant {
  /** Of the participation, so that someone sent anew is told anew. */
  readonly id: string;
  readonly userId: string;
  readonly email: string;
}

type Teller = (context: Pick<WriteContext, 'tx' | 'enqueue' | 'now'>, about: About, to: Participant, more?: Readonly<Record<string, string>>) => Promise<boolean>;

const teller =
  (kind: string, subject: Text, body: Text): Teller =>
  ({ tx, enqueue, now }, about, to, more = {}) => {
    const title = titleOf(about);
    const put = (text: Text): Text => {
      const { startsAt, endsAt, venue } = about;
      const times = { day: readableDay(dayInRiga(startsAt)), time: timeInRiga(startsAt), endDay: readableDay(dayInRiga(endsAt)), endTime: timeInRiga(endsAt) };
      const values = { ...times, venue, ...more };
      return { lv: fill(text, { ...values, title: title.lv }).lv, en: fill(text, { ...values, title: title.en }).en };
    };
    return notify(
      { tx, enqueue, now },
      { userId: to.userId, email: to.email || null, kind: `training.${kind}`, subject: put(subject), body: put(body), link: `/training/remote/${about.id}`, onceKey: `training.${kind}:${to.id}` },
    );
  };

/** There is a seat: at once, or one that became free. */
export const tellOfSeat = teller(
  'seat',
  { lv: 'Jums ir vieta mācībās {day} {title}', en: 'You have a seat on {day}: {title}' },
  { lv: 'Esat deleģēts mācībām “{title}”, kas sāksies {day} {time}. Kur: {venue}', en: 'You are sent to “{title}”, which begins on {day} {time}. Where: {venue}' },
);

/** Another time or address, each time it changes; to whoever has a seat or waits for one. */
export const tellOfMove: Teller = (context, about, to) => moved(context, about, { ...to, id: [to.id, context.now.toISOString(), about.startsAt.toISOString(), about.endsAt.toISOString(), about.venue].join(' ') });

const moved = teller(
  'moved',
  { lv: 'Mainīts laiks vai adrese: {title}', en: 'New time or address: {title}' },
  { lv: 'Mācības “{title}” tagad notiek no {day} {time} līdz {endDay} {endTime}. Kur: {venue}', en: 'The course “{title}” is now held from {day} {time} to {endDay} {endTime}. Where: {venue}' },
);

export const tellOfWaiting = teller(
  'waiting-list',
  { lv: 'Gaidāt vietu mācībās {day} {title}', en: 'You wait for a seat on {day}: {title}' },
  { lv: 'Mācībās “{title}” {day} visas vietas ir aizņemtas. Ja kāda atbrīvosies, saņemsiet paziņojumu.', en: 'All seats of “{title}” on {day} are taken. You will be told when one becomes free.' },
);

export const tellOfWithdrawal = teller(
  'withdrawn',
  { lv: 'Dalība mācībās {day} ir atsaukta: {title}', en: 'Participation on {day} withdrawn: {title}' },
  { lv: 'Jūsu dalība mācībās “{title}” {day} ir atsaukta.', en: 'Your participation in “{title}” on {day} has been withdrawn.' },
);

export const tellOfCancelling = teller(
  'cancelled',
  { lv: 'Mācības {day} nenotiks: {title}', en: 'Cancelled on {day}: {title}' },
  { lv: 'Mācības “{title}”, kas bija paredzētas {day}, ir atceltas. Iemesls: {why}', en: 'The course “{title}” planned for {day} has been cancelled. Reason: {why}' },
);

/** To whoever sent people: their rota depends on it. */
export const tellSenderOfCancelling = teller(
  'cancelled-for-sender',
  { lv: 'Mācības {day} nenotiks: {title}', en: 'Cancelled on {day}: {title}' },
  { lv: 'Mācības “{title}”, kas bija paredzētas {day}, ir atceltas. Jūsu deleģētie ({sent}) ir saņēmuši paziņojumu. Iemesls: {why}', en: 'The course “{title}” planned for {day} has been cancelled. Those whom you sent ({sent}) have been told. Reason: {why}' },
);

export const tellSenderOfGivingUp = teller(
  'given-up',
  { lv: 'Deleģētais atteicās no mācībām {day} {title}', en: 'A participant gave up on {day}: {title}' },
  { lv: '{name} atteicās no mācībām “{title}” {day} Kamēr notiek deleģēšana, varat deleģēt citu.', en: '{name} gave up the course “{title}” on {day} While participants can be sent, you may send another.' },
);
