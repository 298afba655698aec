import { z } from 'zod';
import { InvalidInput } from '#kernel/errors.js';
import { custom, showPage, type WebRoute } from '#web/page-route.js';
import { makeTemplate, openTemplate, takeTemplate, tryTemplate } from '../../actions/template.js';
import { TakenPage, TemplatePage } from './pages.js';

/** The office of whoever fills the grid of a class is the reason to see its pupils. */
const REASON = 'own-pupils';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** The class that the page was opened for, so that a wrong file does not lose it. */
const ClassId = z.uuid().catch('');
const NO_ATTEMPT = { values: {}, errors: [] };

export const templateRoutes: readonly WebRoute[] = [
  showPage({ path: '/marks/template', action: openTemplate, render: ({ classId }, view) => <TemplatePage view={view} classId={classId} attempt={NO_ATTEMPT} /> }),
  custom({
    method: 'GET',
    path: '/marks/template/file',
    async handle(_request, reply, { view, raw, perform }) {
      const { workbook, name } = await perform(makeTemplate, { ...raw, lang: view.lang }, REASON);
      return reply.type(XLSX).header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`).send(Buffer.from(workbook));
    },
  }),
  custom({
    method: 'POST',
    path: '/marks/template',
    async handle(_request, _reply, { view, raw, perform, send }) {
      try {
        const taken = await perform(tryTemplate, raw, REASON);
        return send(<TakenPage view={view} taken={taken} confirm={view.clock.now().toISOString()} />);
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        return send(<TemplatePage view={view} classId={ClassId.parse(raw['class'])} attempt={{ values: {}, errors: error.fields }} />, error.status);
      }
    },
  }),
  // Where the other language was chosen on what was taken: it was kept nowhere.
  custom({ method: 'GET', path: '/marks/template/take', handle: (_request, _reply, { redirect }) => Promise.resolve(redirect({ to: '/marks/grids' })) }),
  custom({ method: 'POST', path: '/marks/template/take', handle: async (_request, _reply, { view, raw, perform, send }) => send(<TakenPage view={view} taken={await perform(takeTemplate, raw, REASON)} confirm={null} />) }),
];
