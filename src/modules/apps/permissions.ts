import { permission } from '#platform/actions/permission.js';

export const registerClients = permission('apps.register-clients', {
  lv: 'Reģistrēt savas iestādes vai pašvaldības lietotnes, kurās pierakstās caur Vienkopus',
  en: 'Register programs of one’s own institution or municipality that people enter through Vienkopus',
});
export const manageProvider = permission('apps.manage-provider', {
  lv: 'Mainīt parakstīšanas atslēgas un veco portālu adreses',
  en: 'Change signing keys and the addresses of old portals',
});

export const APPS_PERMISSIONS = [registerClients, manageProvider] as const;
