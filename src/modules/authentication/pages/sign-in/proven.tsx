import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { View } from '#web/view.js';

/** In the window that a form opened when the proof had grown too old while it was filled in. */
export function ProvenPage({ view }: { view: View }): VNode {
  return (
    <Page {...view.frame} title={view.t(TITLE)}>
      <h1>{view.t(TITLE)}</h1>
      <Lead>{view.t(LEAD)}</Lead>
    </Page>
  );
}

const TITLE: Text = { lv: 'Jūs esat apstiprināts', en: 'It has been confirmed that it is you' };
const LEAD: Text = { lv: 'Aizveriet šo logu un nosūtiet veidlapu vēlreiz: tajā ievadītais ir saglabājies.', en: 'Close this window and send the form once more: what you entered is still there.' };
