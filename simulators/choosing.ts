import { type Person, readable } from './people.js';
import { escaped, page, type Said } from './web.js';

/** A page on which the tester chooses whom to be; the form goes back to `action` with `hidden` and `code` (and `name` when typed). */
export function choosePerson(wishes: { system: string; asker: string; action: string; hidden: Readonly<Record<string, string>>; people: readonly Person[]; more?: string; fault?: string }): Said {
  const { system, asker, action, hidden, people, more = '', fault } = wishes;
  const fields = Object.entries(hidden).map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`).join('');
  const buttons = people.map(({ givenName, familyName, code }) => `<button name="person" value="${code}">${escaped(`${givenName} ${familyName}`)} <small>${readable(code)}</small></button>`).join('');
  return page(
    system,
    'Kas Jūs esat?',
    `${fault ? `<p role="alert"><strong>${escaped(fault)}</strong></p>` : ''}<p>Pierakstīšanos lūdz / Asked by: <strong>${escaped(asker)}</strong></p>
     <form method="post" action="${escaped(action)}">${fields}${more}${buttons}
     <button name="person" value="refuse">Atteikt / Refuse</button></form>
     <form method="post" action="${escaped(action)}">${fields}<details${fault ? ' open' : ''}><summary>Cita izdomāta persona / Another made-up person</summary>${more}
     <p>Lietotāja “iedzivotajs” kods stāv lapā “Mani dati”, citu iedzīvotāju – personu reģistrā. / The code of the user “iedzivotajs” stands on “My data”, those of other residents in the register of persons.</p>
     <label for="name">Vārds un uzvārds / Name</label><input id="name" name="name"><label for="code">Personas kods / Personal code</label><input id="code" name="code" autocomplete="off">
     <button class="main">Turpināt / Go on</button></details></form>`,
    fault ? 400 : 200,
  );
}

export const ONLY_MADE_UP = 'Der tikai izdomāti personas kodi. / Only made-up personal codes will do.';
