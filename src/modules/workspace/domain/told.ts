import type { Text } from '#kernel/text.js';

/** An announcement with the part of the program it is about; null is all of it. */
export type Told<A> = A & { readonly about: Text | null };

/** Names the module of each announcement; one that no longer exists is left out. */
export const told = <A extends { readonly module: string | null }>(announcements: readonly A[], modules: readonly { readonly name: string; readonly title: Text }[]): Told<A>[] =>
  announcements.map((one) => ({ ...one, about: modules.find(({ name }) => name === one.module)?.title ?? null }));
