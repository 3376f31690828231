import { markdownCode, markdownText } from '../../../engine/genesis/markdownText';
import { counted } from '../../words/counted';
import { spanOf } from '../../words/days';
import { exactTime } from '../../words/times';
import { sessionTitle } from './sessionRows';
import type { SessionValue } from './sessionValue';

const mostFiles = 12;

/** What the pointer shows over a row of the Sessions view. */
export function sessionTooltip(value: SessionValue): string {
  switch (value.kind) {
    case 'offer':
      return 'Reads the commits of the last months into sessions and draft decisions. Nothing leaves this machine.';
    case 'day':
    case 'reading':
      return '';
    case 'session': {
      const { session } = value;
      const lines = session.summary.split(/\r?\n/).filter((line) => line.trim() !== '');
      const until = session.lastEventAt ?? session.endedAt ?? session.startedAt;
      const span = `${exactTime(session.startedAt)}, ${spanOf(session.startedAt, until)}`;
      const told =
        lines.length > 0 ? lines.slice(0, 20).map((line) => markdownText(line, 300)) : [sessionTitle(session)];
      return [...told, `${span} · ${counted(session.eventCount, 'event')} · from ${markdownText(session.source)}`].join(
        '\n\n',
      );
    }
    case 'commit': {
      const { commit } = value;
      const files = commit.files.slice(0, mostFiles).map((file) => `- ${markdownCode(file.path)}`);
      const more = commit.totals.files - files.length;
      if (more > 0) files.push(`- and ${counted(more, 'other file')}`);
      const head = `**${markdownText(commit.subject)}**`;
      const whose = `${markdownCode(commit.sha.slice(0, 10))} by ${markdownText(commit.author)}, ${exactTime(commit.committedAt)}`;
      const body = commit.body === '' ? [] : [markdownText(commit.body, 600)];
      return [head, ...body, whose, files.join('\n')].join('\n\n');
    }
    case 'event': {
      const { event } = value;
      const purged = event.purged ? ['Its content was removed.'] : [];
      return [markdownCode(event.event_type), exactTime(event.event_time), ...purged].join('\n\n');
    }
  }
}
