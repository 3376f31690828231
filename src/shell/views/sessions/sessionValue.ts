import type { Session } from '../../../shared/session';
import type { LogEvent } from '../../../shared/store';
import type { ShownCommit } from '../../sessions/digestedCommits';

/** What a row of the Sessions view stands for. */
export type SessionValue =
  | { readonly kind: 'offer' }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'reading' }
  | { readonly kind: 'commit'; readonly session: Session; readonly commit: ShownCommit }
  | { readonly kind: 'event'; readonly session: Session; readonly event: LogEvent };
