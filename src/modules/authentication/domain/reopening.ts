/** What became of passwords somewhere, as far as the way back asks for it; the newest first. */
interface PasswordEvent {
  readonly kind: 'ended' | 'held' | 'reopening-asked' | 'reopened';
  readonly at: Date;
  readonly reopenedUntil: Date | null;
}

const DAY_MS = 86_400_000;

/** Until when passwords that had ended are open again; null where they are not. Ending them anew closes them before their time. */
export function openUntil(events: readonly PasswordEvent[], now: Date): Date | null {
  const last = events.find(({ kind }) => kind === 'ended' || kind === 'reopened');
  return last?.reopenedUntil && last.reopenedUntil > now ? last.reopenedUntil : null;
}

/** The request to open passwords that somebody else may still approve: the last thing that happened, within a day. */
export function waitingRequest<One extends PasswordEvent>(events: readonly One[], now: Date): One | undefined {
  const [last] = events;
  return last?.kind === 'reopening-asked' && now.getTime() - last.at.getTime() <= DAY_MS ? last : undefined;
}
