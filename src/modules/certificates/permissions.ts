import { permission } from '#platform/actions/permission.js';

export const sealCertificates = permission('certificates.seal', {
  lv: 'Zīmogot pārbaudījumu sertifikātus',
  en: 'Seal certificates of exams',
});
export const seeStates = permission('certificates.see-states', {
  lv: 'Redzēt, kādi sertifikāti ir un kam tie izsniegti',
  en: 'See which certificates there are and to whom they were given',
});
export const lookInside = permission('certificates.look-inside', {
  lv: 'Atvērt sertifikātu arī pirms rezultātu paziņošanas, norādot iemeslu',
  en: 'Open a certificate, also before results are published, with a reason',
});
export const handOut = permission('certificates.hand-out', {
  lv: 'Lejupielādēt savas iestādes sertifikātus un tos izsniegt',
  en: 'Download the certificates of one’s institution and hand them out',
});
export const deliverPaper = permission('certificates.deliver', {
  lv: 'Izsniegt sertifikātus papīra formā',
  en: 'Deliver certificates on paper',
});
export const keepParameters = permission('certificates.keep-parameters', {
  lv: 'Mainīt zīmogošanas un papīra izsniegšanas skaitļus',
  en: 'Change the numbers of sealing and of copies on paper',
});

export const readChanges = permission('certificates.read-changes', {
  lv: 'Saņemt paziņoto pārbaudījumu rezultātu un sertifikātu izmaiņas: augstskolai par tiem, kas piekrituši, izglītības reģistram par visiem',
  en: 'Receive changes of published exam results and certificates: a university of those who agreed, the education register of everybody',
});

export const keepForms = permission('certificates.keep-forms', {
  lv: 'Veidot un apstiprināt sertifikātu veidlapas',
  en: 'Make and confirm forms of certificates',
});

export const oversee = permission('certificates.oversee', {
  lv: 'Redzēt, cik ilgi sertifikāti ir pierādāmi un kas saņem rezultātus un sertifikātus',
  en: 'See how long certificates can be proven, and who receives results and certificates',
});

export const CERTIFICATES_PERMISSIONS = [sealCertificates, oversee, seeStates, lookInside, handOut, deliverPaper, keepParameters, keepForms, readChanges] as const;
