import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { RevocationNotice } from './revocation.js';

const revocation = { on: '2026-07-03', asOf: '2026-07-03T06:00:00.000Z' };
const said = (whole: boolean) => renderToString(<RevocationNotice lang="lv" revocation={revocation} at="2026-07-03T07:00:00.000Z" whole={whole} />);

test('what was revoked is called genuine only where the container is whole', () => {
  expect(said(true)).toMatch(/Dokuments ir atsaukts 03\.07\.2026\.[^]*Tas ir īsts, bet vairs nav spēkā/);
  expect(said(false)).toMatch(/Dokuments ir atsaukts 03\.07\.2026\.[^]*pats konteiners pārbaudi nav izturējis/);
  expect(said(false)).not.toContain('ir īsts');
});
