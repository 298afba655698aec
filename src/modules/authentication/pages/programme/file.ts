import { addDays } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { exportedFile } from '#web/exported-file.js';
import type { Download } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { exportBoard, ReadinessRow } from '../../actions/read-board.js';
import { FACTOR_NAMES } from '../../domain/factors.js';
import { READINESS_NAMES, stillToDo, STRENGTH_NAMES, strengthOf } from '../../domain/readiness.js';
import { WORDS } from './words.js';

/** The board's people as a file, for the help desk. */
export function boardFile(view: View, exported: Awaited<ReturnType<typeof exportBoard.run>>): Download {
  const { t } = view;
  const todo = (person: ReadinessRow) => stillToDo(person.readiness, exported.advised, exported.ended);
  const columns: Column<ReadinessRow>[] = [
    { kind: 'text', header: t(WORDS.name), value: (person) => person.name },
    { kind: 'text', header: t(WORDS.login), value: (person) => person.login },
    { kind: 'text', header: t(MAIL), value: (person) => person.email },
    { kind: 'text', header: t(INSTITUTION), value: (person) => person.institution ?? '' },
    { kind: 'text', header: t(WORDS.readiness), value: (person) => t(READINESS_NAMES[person.readiness]) },
    { kind: 'text', header: t(WORDS.means), value: (person) => person.means.map((one) => t(FACTOR_NAMES[one])).join(', ') },
    { kind: 'text', header: t(WORDS.ways), value: (person) => person.ways.map((one) => t(FACTOR_NAMES[one])).join(', ') },
    { kind: 'text', header: t(WORDS.strength), value: (person) => t(STRENGTH_NAMES[strengthOf(person.ways)]) },
    { kind: 'date', header: t(EXCEPTED), value: (person) => person.exceptedUntil && addDays(person.exceptedUntil, -1) },
    { kind: 'instant', header: t(LAST), value: (person) => person.lastSignIn },
    { kind: 'text', header: t(TO_DO), value: (person) => (todo(person) ? t(todo(person)!) : '') },
  ];
  return exportedFile(view, WORDS.title, exported, columns);
}

const EXCEPTED: Text = { lv: 'Izņēmums līdz', en: 'Excepted until' };
const MAIL: Text = { lv: 'E-pasts', en: 'E-mail' };
const INSTITUTION: Text = { lv: 'Iestāde', en: 'Institution' };
const LAST: Text = { lv: 'Pēdējoreiz pierakstījies', en: 'Last signed in' };
const TO_DO: Text = { lv: 'Vēl jādara', en: 'Still to do' };
