import { namedPage } from '#modules/education/public.js';
import { InvalidInput } from '#kernel/errors.js';
import { fill, type Lang } from '#kernel/text.js';
import { custom, type RawInput, showPage, type WebRoute } from '#web/page-route.js';
import { type CellAnswer, saveGrid } from '../../actions/save-grid.js';
import { listOwnClasses } from '../../actions/own-classes.js';
import { viewGrid } from '../../actions/view-grid.js';
import { ClassesPage } from './classes-page.js';
import { GridPage, type Returned } from './page.js';
import { cellKey, type Refused } from './table.js';
import { W, whyOf } from './words.js';

const PATH = '/marks/classes/:classId/grid';
/** Cells of one saving; a form without script may change more. */
const PORTION = 200;
/** Whoever fills the grid came to it with a reason; the form that comes back shows the same pupils. */
const REASON = 'own-pupils';

export const gridRoutes: readonly WebRoute[] = [
  showPage({ path: '/marks/grids', action: listOwnClasses, render: (own, view) => <ClassesPage view={view} own={own} /> }),
  namedPage({ path: PATH, action: viewGrid, render: (grid, view) => <GridPage view={view} grid={grid} /> }),
  custom({
    method: 'POST',
    path: PATH,
    async handle(_request, _reply, { view, raw, perform, send, redirect }) {
      const changes = changedCells(raw);
      const reason = typeof raw['reason'] === 'string' ? raw['reason'] : '';
      const answers: CellAnswer[] = [];
      for (let at = 0; at < changes.length; at += PORTION) {
        const { cells } = await perform(saveGrid, { classId: raw['classId'], reason, cells: changes.slice(at, at + PORTION) }, REASON);
        answers.push(...cells);
      }
      const query = new URLSearchParams(view.query).toString();
      const saved = answers.filter(({ state }) => state === 'saved').length;
      if (saved === answers.length) return redirect({ to: query ? `${view.path}?${query}` : view.path, notice: fill(W.savedCells, { n: saved }) });
      const grid = await perform(viewGrid, { ...view.query, classId: raw['classId'] }, REASON);
      return send(<GridPage view={view} grid={grid} returned={{ refused: refusedOf(changes, answers, view.lang), reason, saved } satisfies Returned} />, 422);
    },
  }),
  custom({
    method: 'POST',
    path: `${PATH}/cells`,
    async handle(_request, reply, { view, raw, perform }) {
      const { cells, seenAt } = await perform(saveGrid, raw, REASON);
      return reply.type('application/json').send({ seenAt, cells: cells.map((cell) => ({ membershipId: cell.membershipId, column: cell.column, state: cell.state, value: cell.value, why: whyOf(cell, view.lang) })) });
    },
  }),
];

interface Changed {
  readonly membershipId: string;
  readonly column: string;
  readonly value: string;
  readonly seenAt: string;
  readonly overrule: boolean;
  readonly key: string;
}

/** The cells of a form that are not what its page showed. @throws InvalidInput where the form is not one of ours */
function changedCells(raw: RawInput): Changed[] {
  const words = (name: string) => (typeof raw[name] === 'string' ? raw[name] : '');
  const [members, columns] = [words('rows').split(' '), words('columns').split(' ')];
  const seen = seenIn(words('seen'));
  const changed: Changed[] = [];
  for (const [row, membershipId] of members.entries()) {
    for (const [at, column] of columns.entries()) {
      const name = `${row}-${at}`;
      const value = raw[`c${name}`];
      if (typeof value !== 'string') continue;
      const overrule = raw[`o${name}`] === 'yes';
      if (value.trim() === (seen.get(name) ?? '') && !overrule) continue;
      changed.push({ membershipId, column, value: value.trim(), seenAt: words('seenAt'), overrule, key: `form:${words('seenAt')}:${name}:${value.trim()}`.slice(0, 60) });
    }
  }
  return changed;
}

function seenIn(words: string): ReadonlyMap<string, string> {
  try {
    return new Map(Object.entries(JSON.parse(words) as Record<string, string>));
  } catch {
    throw new InvalidInput([{ field: '', message: OLD_FORM }]);
  }
}

const OLD_FORM = { lv: 'Tabula ir novecojusi. Atveriet to vēlreiz.', en: 'The grid is outdated. Open it again.' };

function refusedOf(changes: readonly Changed[], answers: readonly CellAnswer[], lang: Lang): ReadonlyMap<string, Refused> {
  const answerOf = new Map(answers.map((answer) => [cellKey(answer.membershipId, answer.column), answer]));
  return new Map(
    changes.flatMap(({ membershipId, column, value }): [string, Refused][] => {
      const key = cellKey(membershipId, column);
      const answer = answerOf.get(key);
      return !answer || answer.state === 'saved' ? [] : [[key, { typed: value, why: whyOf(answer, lang), mayOverrule: answer.state === 'clash' }]];
    }),
  );
}
