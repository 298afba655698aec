import { permission } from '#platform/actions/permission.js';

export const keepPortal = permission('portal.keep-portal', {
  lv: 'Uzturēt rezultātu portālu: no kurienes tas atverams, cik ilgi rezultāti redzami un cik cilvēku ielaiž sekundē',
  en: 'Keep the results portal: from where it opens, how long results are shown, and how many people are let in each second',
});

export const PORTAL_PERMISSIONS = [keepPortal] as const;
