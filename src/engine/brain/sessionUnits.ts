import type { Database } from '../storage/database';
import { type BrainUnit, beginningOf, oneLine } from './brainUnit';

interface SessionRow {
  readonly id: string;
  readonly source: string;
  readonly summary: string;
  readonly startedAt: number;
  readonly eventCount: number;
}

const mostSessions = 10;
const briefLength = 200;

/** What was worked on last, as far as somebody said it; the latest first. */
export function sessionUnits(db: Database, projectId: string): BrainUnit[] {
  return db
    .all<SessionRow>(
      `SELECT id, source, summary, started_at AS startedAt, event_count AS eventCount FROM sessions
       WHERE project_id = ? AND summary <> '' ORDER BY started_at DESC, id DESC LIMIT ?`,
      [projectId, mostSessions],
    )
    .map(({ id, source, summary, startedAt, eventCount }) => {
      const day = new Date(startedAt).toISOString().slice(0, 16).replace('T', ' ');
      const head = `- ${day} ${oneLine(source)}, ${eventCount} events [${id}]`;
      return {
        part: 'sessions' as const,
        entry: { kind: 'session' as const, id, title: beginningOf(summary, briefLength), sources: [] },
        text: `${head}: ${oneLine(summary)}`,
        brief: `${head}: ${beginningOf(summary, briefLength)}`,
      };
    });
}
