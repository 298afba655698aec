/** An address of a portal that is no more. */
export interface OldAddress {
  /** Any host when empty. */
  readonly host: string;
  readonly path: string;
  /** Leads on whatever stands below the path, too. */
  readonly withAllBelow: boolean;
  readonly target: string;
  readonly lasting: boolean;
}

/** Where a request for an old address is to go: the longest path that fits wins, and one for this very host before one for any. */
export function targetOf(addresses: readonly OldAddress[], host: string, path: string, search: string): { to: string; lasting: boolean } | null {
  const fitting = addresses
    .filter((one) => (one.host === '' || one.host === host) && (path === one.path || (one.withAllBelow && path.startsWith(withSlash(one.path)))))
    .sort((a, b) => b.path.length - a.path.length || b.host.length - a.host.length)[0];
  if (!fitting) return null;
  const below = fitting.withAllBelow && path !== fitting.path ? `/${path.slice(withSlash(fitting.path).length)}` : '';
  // Two slashes would name another host: whatever was asked for, one leads to our own pages.
  const to = `${fitting.target === '/' && below ? '' : fitting.target.replace(/\/$/, below ? '' : '/')}${below}`.replace(/^\/{2,}/, '/');
  return { to: to.includes('?') || !search ? to : `${to}?${search}`, lasting: fitting.lasting };
}

const withSlash = (path: string) => (path.endsWith('/') ? path : `${path}/`);
