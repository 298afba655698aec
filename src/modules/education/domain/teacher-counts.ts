/** A position as counting sees it. */
export interface CountedPosition {
  readonly personId: string;
  readonly institutionId: string;
  /** The municipality that is the institution's founder; null where it is someone else. */
  readonly unitId?: number | null | undefined;
  readonly positionCode: string;
  /** 1 is full time. */
  readonly workload: number;
}

export interface TeacherCount {
  /** Each person once. */
  readonly persons: number;
  readonly positions: number;
  readonly workload: number;
}

/** Only a workload above 0 counts in statistics (state statistics on teachers by position). */
const counts = (position: Pick<CountedPosition, 'workload'>): boolean => position.workload > 0;

/** Unique persons, positions and workload of some positions. */
export function countTeachers(positions: readonly CountedPosition[]): TeacherCount {
  const counted = positions.filter(counts);
  return {
    persons: new Set(counted.map((one) => one.personId)).size,
    positions: counted.length,
    workload: Math.round(counted.reduce((sum, one) => sum + one.workload * 1000, 0)) / 1000,
  };
}

/** The same for each group; a person who works in several of them counts in each, so the groups' persons may add up to more than all. */
export function countTeachersBy<Key>(positions: readonly CountedPosition[], keyOf: (position: CountedPosition) => Key): Map<Key, TeacherCount> {
  const groups = new Map<Key, CountedPosition[]>();
  for (const one of positions) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return new Map([...groups].map(([key, group]) => [key, countTeachers(group)]));
}
