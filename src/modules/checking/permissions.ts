import { permission } from '#platform/actions/permission.js';

export const keepLists = permission('checking.keep-lists', {
  lv: 'Ielādēt ES uzticamos sarakstus, pēc kuriem pārbauda parakstus',
  en: 'Load the EU trusted lists by which signatures are checked',
});

export const CHECKING_PERMISSIONS = [keepLists] as const;
