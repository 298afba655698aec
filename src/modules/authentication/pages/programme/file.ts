import type { Text } from '#kernel/text.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { exportedFile } from '#web/exported-file.js';
import type { Download } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { exportBoard, ReadinessRow } from '../../actions/read-board.js';
import { READINESS_NAMES, STILL_TO_DO } from '../../domain/readiness.js';
import { WORDS } from './words.js';

/** The board's people as a file, for the help desk. */
export function boardFile(view: View, exported: Awaited<ReturnType<typeof exportBoard.run>>): Download {
  const { t } = view;
  const columns: Column<ReadinessRow>[] = [
    { kind: 'text', header: t(WORDS.name), value: (person) => person.name },
    { kind: 'text', header: t(WORDS.login), value: (person) => person.login },
    { kind: 'text', header: t(MAIL), value: (person) => person.email },
    { kind: 'text', header: t(INSTITUTION), value: (person) => person.institution ?? '' },
    { kind: 'text', header: t(WORDS.readiness), value: (person) => t(READINESS_NAMES[person.readiness]) },
    { kind: 'text', header: t(TO_DO), value: (person) => (STILL_TO_DO[person.readiness] ? t(STILL_TO_DO[person.readiness]!) : '') },
  ];
  return exportedFile(view, WORDS.title, exported, columns);
}

const MAIL: Text = { lv: 'E-pasts', en: 'E-mail' };
const INSTITUTION: Text = { lv: 'Iestāde', en: 'Institution' };
const TO_DO: Text = { lv: 'Vēl jādara', en: 'Still to do' };
