import { z } from 'zod';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { roomsOf } from '#platform/actions/rooms.js';

/** Every room that the actor may enter, by section: the menu shows those needed most. */
export const listRooms = readAction({
  name: 'workspace.list-rooms',
  title: { lv: 'Apskatītas visas sadaļas', en: 'All sections looked at' },
  permission: ANYONE,
  input: z.object({}),
  run: async ({ actor, contributions }) => roomsOf(actor, contributions.rooms),
  audit: NOT_PERSONAL,
});
