import type { Text } from '#kernel/text.js';
import { formPage, showPage, type WebRoute } from '#web/page-route.js';
import { correctLicence, openLicenceForm, registerLicence, showLicences, withdrawLicence } from '../../actions/keep-licences.js';
import { LicenceForm, licencesHref, WithdrawLicenceForm } from './forms.js';
import { LicencesPage } from './page.js';

const HERE = '/education/institutions/:regNr/licences';

export const licenceRoutes: readonly WebRoute[] = [
  showPage({ path: HERE, action: showLicences, render: (shown, view) => <LicencesPage view={view} shown={shown} /> }),
  formPage({
    path: `${HERE}/new`,
    load: openLicenceForm,
    render: (form, view, attempt) => <LicenceForm view={view} attempt={attempt} {...form} />,
    action: registerLicence,
    done: ({ regNr }) => ({ to: licencesHref(regNr), notice: REGISTERED }),
  }),
  formPage({
    path: `${HERE}/:licenceId`,
    load: openLicenceForm,
    render: (form, view, attempt) => <LicenceForm view={view} attempt={attempt} {...form} />,
    action: correctLicence,
    done: ({ regNr }) => ({ to: licencesHref(regNr), notice: CORRECTED }),
  }),
  formPage({
    path: `${HERE}/:licenceId/withdraw`,
    load: openLicenceForm,
    render: (form, view, attempt) => <WithdrawLicenceForm view={view} attempt={attempt} {...form} />,
    action: withdrawLicence,
    done: ({ regNr }) => ({ to: licencesHref(regNr), notice: WITHDRAWN }),
  }),
];

const REGISTERED: Text = { lv: 'Licence reģistrēta.', en: 'The licence has been registered.' };
const CORRECTED: Text = { lv: 'Licence labota.', en: 'The licence has been corrected.' };
const WITHDRAWN: Text = { lv: 'Licences ieraksts atsaukts.', en: 'The entry of the licence has been taken back.' };
