import type { FirstStep } from '#platform/actions/first-step.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { seeksRights } from './actions/seeks-rights.js';
import { confirmRights, editRoles, grantRights, manageUsers, seeRights } from './permissions.js';

/** Where those whose work it is begin, on the start page. */
export const accessSteps: readonly FirstStep[] = [
  {
    href: '/access/requests', permission: grantRights, use: 'main',
    title: { lv: 'Izlemt tiesību pieprasījumus', en: 'Decide requests for rights' },
    text: { lv: 'Kas, kur un uz kāda pamata grib strādāt; pie parakstīta iesnieguma redzams, vai paraksts der.', en: 'Who wants to work where and on what basis; beside a signed application, whether its signature holds.' },
  },
  {
    href: '/access/users', permission: manageUsers, use: 'main',
    title: { lv: 'Lietotāji un viņu pierakstīšanās', en: 'Users and their sign-in' },
    text: { lv: 'Izveidojiet kontu kolēģim, nosūtiet saiti, apturiet aizgājušo.', en: 'Make an account for a colleague, send the link, suspend who has left.' },
  },
  {
    href: '/access/confirmations', permission: confirmRights, use: 'often',
    title: { lv: 'Pārskatīt, kurš patur tiesības', en: 'Review who keeps rights' },
    text: { lv: 'Reizi gadā: apstipriniet, kam tiesības vēl vajadzīgas, un izbeidziet pārējās.', en: 'Once a year: confirm who still needs them, and end the others.' },
  },
  {
    href: '/access/roles', permission: editRoles, use: 'besides',
    title: { lv: 'Lomas un to atļaujas', en: 'Roles and their permissions' },
    text: { lv: 'Ko katra loma ļauj un kur to var piešķirt.', en: 'What each role allows and where it can be given.' },
  },
  {
    href: '/access/here', permission: seeRights, use: 'besides',
    title: { lv: 'Kam te ir tiesības', en: 'Who has rights here' },
    text: { lv: 'Kas un no kura datuma strādā jūsu pārziņā – jebkurā dienā.', en: 'Who works in your charge and since when, on any day.' },
  },
  {
    href: '/my/rights/request', permission: SIGNED_IN, use: 'main', when: seeksRights,
    title: { lv: 'Pieprasīt tiesības', en: 'Request a right' },
    text: { lv: 'Lai strādātu ar citu cilvēku datiem, pieprasiet tiesības; kas pieprasīts, redzams sadaļā “Manas tiesības”.', en: 'To work with data of other people, request a right; what you asked for is under “My rights”.' },
  },
];
