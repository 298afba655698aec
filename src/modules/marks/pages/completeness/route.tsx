import { custom, download, showPage, type WebRoute } from '#web/page-route.js';
import { hrefWith } from '#web/view.js';
import { exportCompleteness, exportSchoolCompleteness, openCompleteness, openMunicipality, openSchoolCompleteness } from '../../actions/completeness.js';
import { CountryPage } from './country.js';
import { classesFile, schoolsFile } from './file.js';
import { BOARD_PATH } from './frame.js';
import { SchoolPage } from './school.js';
import { SchoolsPage } from './schools.js';

export const completenessRoutes: readonly WebRoute[] = [
  custom({
    method: 'GET',
    path: BOARD_PATH,
    async handle(_request, _reply, { view, raw, perform, send, redirect }) {
      const board = await perform(openCompleteness, raw);
      // Whoever looks after one institution has no list to choose from.
      if (board.kind === 'school') return redirect({ to: hrefWith({ ...view, path: `${BOARD_PATH}/institutions/${board.regNr}` }, {}) });
      return send(board.kind === 'country' ? <CountryPage view={view} board={board} /> : <SchoolsPage view={view} board={board} />);
    },
  }),
  showPage({ path: `${BOARD_PATH}/municipalities/:atvk`, action: openMunicipality, render: (board, view) => <SchoolsPage view={view} board={board} /> }),
  showPage({ path: `${BOARD_PATH}/institutions/:regNr`, action: openSchoolCompleteness, render: (board, view) => <SchoolPage view={view} board={board} /> }),
  download({ path: `${BOARD_PATH}/export`, action: exportCompleteness, file: schoolsFile }),
  download({ path: `${BOARD_PATH}/institutions/:regNr/export`, action: exportSchoolCompleteness, file: classesFile }),
];
