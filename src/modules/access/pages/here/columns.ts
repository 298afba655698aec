import type { Lang } from '#kernel/text.js';
import type { Column } from '#platform/spreadsheets/column.js';
import type { GrantRow } from '../../actions/here.js';
import { endCause } from '../../texts.js';
import { roleTitle } from '../grant-cells.js';
import { WORDS } from '../words.js';

/** The columns of the exported list of rights. */
export const grantFileColumns = (lang: Lang): Column<GrantRow>[] => [
  { kind: 'text', header: WORDS.user[lang], value: (grant) => grant.userName },
  { kind: 'text', header: WORDS.login[lang], value: (grant) => grant.login },
  { kind: 'text', header: WORDS.role[lang], value: (grant) => roleTitle(grant)[lang] },
  { kind: 'text', header: WORDS.place[lang], value: (grant) => grant.place ?? WORDS.country[lang] },
  { kind: 'date', header: WORDS.from[lang], value: (grant) => grant.validFrom },
  { kind: 'date', header: WORDS.to[lang], value: (grant) => grant.validTo },
  { kind: 'text', header: WORDS.basis[lang], value: (grant) => grant.basis },
  { kind: 'text', header: WORDS.state[lang], value: (grant) => [grant.suspended ? WORDS.suspendedUser[lang] : '', grant.waits ? WORDS.waits[lang] : '', endCause(grant.endedReason)[lang]].filter(Boolean).join('; ') },
];
