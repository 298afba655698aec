import { z } from 'zod';

/** In which order a list stands: by one of its columns, from its least value on or the other way round. */
export interface ListOrder<By extends string = string> {
  readonly by: By;
  readonly descending: boolean;
}

/** The order as an address says it: `sort` names a column, `order` the direction. Where it says nothing, by the first column from its least value on. */
export const orderFields = <const By extends string>(columns: readonly [By, ...By[]]) => ({
  sort: z.preprocess((words) => words || columns[0], z.enum(columns)),
  order: z.preprocess((words) => words || 'asc', z.enum(['asc', 'desc'])),
});

export const listOrder = <By extends string>({ sort, order }: { readonly sort: By; readonly order: 'asc' | 'desc' }): ListOrder<By> => ({ by: sort, descending: order === 'desc' });
