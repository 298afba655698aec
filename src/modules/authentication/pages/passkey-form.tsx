import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button } from '#ui/form/button.js';
import { HiddenFields } from '#ui/form/form.js';
import type { View } from '#web/view.js';

export interface PasskeyFormProps {
  readonly view: View;
  /** Makes a passkey, or asks for one. */
  readonly does: 'create' | 'get';
  /** Where the answer goes; what to ask the device comes from the same address and `/options`. */
  readonly action: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly children?: VNode | undefined;
  readonly label: Text;
}

/** The one form that needs a script: only scripts can speak with passkeys. Without one it says so, and other ways stay. */
export const PasskeyForm = ({ view: { csrf, t }, does, action, hidden = {}, children, label }: PasskeyFormProps): VNode => (
  <form class="form" method="post" action={action} data-passkey={does} data-refused={t(REFUSED)} data-missing={t(MISSING)} novalidate>
    <HiddenFields values={{ ...hidden, _csrf: csrf, answer: '' }} />
    {children}
    <p class="hint" data-passkey-message>
      {t(NO_SCRIPT)}
    </p>
    <div class="button-row" data-passkey-button hidden>
      <Button variant={does === 'create' ? 'primary' : 'secondary'}>{t(label)}</Button>
    </div>
  </form>
);

const NO_SCRIPT: Text = { lv: 'Piekļuves atslēgām vajadzīgs pārlūka JavaScript.', en: 'Passkeys need the browser’s JavaScript.' };
const MISSING: Text = { lv: 'Šis pārlūks piekļuves atslēgas nepazīst.', en: 'This browser does not know passkeys.' };
const REFUSED: Text = { lv: 'Ierīce atslēgu neiedeva vai to atcēlāt. Mēģiniet vēlreiz vai izvēlieties citu veidu.', en: 'The device gave no key, or you cancelled. Try again or choose another way.' };
