import type { KoaContextWithOIDC } from 'oidc-provider';
import type { VNode } from 'preact';
import { documentOf } from '#web/add-web-route.js';
import type { View } from '#web/view.js';
import { behindOf } from './signed-in.js';

/** Shows a page of ours in the provider's place. */
export function show(ctx: KoaContextWithOIDC, page: (view: View) => VNode): void {
  ctx.type = 'text/html; charset=utf-8';
  ctx.body = documentOf(page(behindOf(ctx).view()));
}

/** Lets the forms of this answer lead on to another address too: browsers follow a form's redirects only as far as the page allows. */
export function letFormsLeadTo(ctx: { readonly response: { get(name: string): string }; set(name: string, value: string): void }, address: string): void {
  const url = URL.parse(address);
  const policy = ctx.response.get('content-security-policy');
  if (!url || !policy) return;
  const source = url.protocol === 'https:' || url.protocol === 'http:' ? url.origin : url.protocol;
  ctx.set('content-security-policy', policy.replace("form-action 'self'", `form-action 'self' ${source}`));
}
