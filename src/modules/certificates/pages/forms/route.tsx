import { InvalidInput } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';
import { button, custom, download, formPage, showPage, type WebRoute } from '#web/page-route.js';
import { confirmFormWords, makeForm, openNewForm, previewForm, previewNewForm, takeBackForm, viewForm, viewForms } from '../../actions/forms.js';
import { formPath, FORMS } from '../words.js';
import { FormCard } from './card.js';
import { FormsPage } from './list.js';
import { NewFormPage } from './new-form.js';

const PDF = 'application/pdf';

export const formRoutes: readonly WebRoute[] = [
  showPage({ path: FORMS, action: viewForms, render: (found, view) => <FormsPage view={view} found={found} /> }),
  formPage({
    path: `${FORMS}/new`,
    load: openNewForm,
    loadInput: ({ stage }) => ({ stage }),
    render: (loaded, view, attempt) => <NewFormPage view={view} loaded={loaded} attempt={attempt} />,
    action: makeForm,
    done: ({ id }) => ({ to: formPath(id), notice: MADE }),
  }),
  custom({
    method: 'POST',
    path: `${FORMS}/preview`,
    async handle(_request, reply, at) {
      try {
        const preview = await at.perform(previewNewForm, at.raw);
        return reply.type(PDF).header('content-disposition', 'inline; filename="veidlapa.pdf"').send(preview);
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        return at.send(<NewFormPage view={at.view} loaded={await at.perform(openNewForm, { stage: at.raw['stage'] })} attempt={{ values: at.raw, errors: error.fields }} />, error.status);
      }
    },
  }),
  showPage({ path: `${FORMS}/:id`, action: viewForm, render: (shown, view) => <FormCard view={view} shown={shown} /> }),
  download({ path: `${FORMS}/:id/preview`, action: previewForm, file: (content) => ({ name: 'veidlapa.pdf', type: PDF, content }) }),
  button({ path: `${FORMS}/:id/confirm`, action: confirmFormWords, done: ({ id }) => ({ to: formPath(id), notice: CONFIRMED }) }),
  button({ path: `${FORMS}/:id/take-back`, action: takeBackForm, done: () => ({ to: FORMS, notice: TAKEN_BACK }) }),
];

const MADE: Text = { lv: 'Veidlapa ir saglabāta. To vēl apstiprina cits cilvēks.', en: 'The form is kept. Another person has still to confirm it.' };
const CONFIRMED: Text = { lv: 'Veidlapa ir apstiprināta.', en: 'The form is confirmed.' };
const TAKEN_BACK: Text = { lv: 'Plānotā veidlapa ir atsaukta; spēkā paliek iepriekšējā.', en: 'The planned form is taken back; the one before it goes on.' };
