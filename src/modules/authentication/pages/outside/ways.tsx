import type { VNode } from 'preact';
import { PostButton } from '#ui/form/post-button.js';
import type { View } from '#web/view.js';
import type { OutsidePurpose } from '../../actions/outside-proof.js';
import type { OutsideWay } from '../../actions/read-sign-in.js';

/** A button for each outside provider; each works without script. */
export const OutsideWays = ({ view: { csrf, t }, ways, purpose, to }: { view: View; ways: readonly OutsideWay[]; purpose: OutsidePurpose; to: string }): VNode => (
  <ul class="ways">
    {ways.map(({ id, title }) => (
      <li key={id}>
        <PostButton action={`/sign-in/outside/${id}`} csrf={csrf} hidden={{ purpose, to }}>
          {t(title)}
        </PostButton>
      </li>
    ))}
  </ul>
);
