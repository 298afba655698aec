import type { VNode } from 'preact';
import { PostButton } from '../form/post-button.js';
import type { PageFrame } from './frame.js';

/** Who is signed in and the way out, or the way in. */
export const AccountBar = ({ lang, account, signInHref, csrf }: Pick<PageFrame, 'lang' | 'account' | 'signInHref' | 'csrf'>): VNode =>
  account ? (
    <div class="account">
      <a href={account.href}>
        {account.name}
        {account.detail !== undefined && <span class="account-detail">{` · ${account.detail}`}</span>}
      </a>
      <PostButton action={account.signOutHref} csrf={csrf} variant="quiet">
        {SIGN_OUT[lang]}
      </PostButton>
    </div>
  ) : (
    <a class="sign-in" href={signInHref}>
      {SIGN_IN[lang]}
    </a>
  );

const SIGN_OUT = { lv: 'Iziet', en: 'Sign out' };
const SIGN_IN = { lv: 'Pierakstīties', en: 'Sign in' };
