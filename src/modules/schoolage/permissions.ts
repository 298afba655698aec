import { permission } from '#platform/actions/permission.js';

export const seeInquiries = permission('schoolage.see', {
  lv: 'Redzēt obligātā izglītības vecuma bērnus, kas nemācās nevienā iestādē',
  en: 'See children of compulsory school age who learn in no institution',
});
export const keepInquiries = permission('schoolage.keep', {
  lv: 'Noskaidrot, kur mācās savas pašvaldības obligātā izglītības vecuma bērni',
  en: 'Find out where the municipality’s children of compulsory school age learn',
});
export const takeExtracts = permission('schoolage.take-extracts', {
  lv: 'Ielādēt un piemērot Fizisko personu reģistra izrakstus par obligātā izglītības vecuma bērniem',
  en: 'Bring in and apply extracts of the population register on children of compulsory school age',
});
export const keepParameters = permission('schoolage.keep-parameters', {
  lv: 'Noteikt obligātā izglītības vecuma bērnu uzskaites vecumu un termiņus',
  en: 'Set the ages and deadlines of the register of children of compulsory school age',
});

export const SCHOOLAGE_PERMISSIONS = [seeInquiries, keepInquiries, takeExtracts, keepParameters] as const;
