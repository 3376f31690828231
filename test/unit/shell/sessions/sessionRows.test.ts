import assert from 'node:assert/strict';
import { silentLogger } from '../../../../src/base/logger';
import { sessionSave } from '../../../../src/shared/ingest';
import type { Session } from '../../../../src/shared/session';
import type { LogEvent } from '../../../../src/shared/store';
import { commitText } from '../../../../src/shell/sessions/commitText';
import { digestedCommits } from '../../../../src/shell/sessions/digestedCommits';
import { readSessionSave } from '../../../../src/shell/sessions/readSessionSave';
import type { RowNode } from '../../../../src/shell/views/row';
import { SessionEvents } from '../../../../src/shell/views/sessions/sessionEvents';
import { sessionTooltip } from '../../../../src/shell/views/sessions/sessionMarkdown';
import { sessionRows } from '../../../../src/shell/views/sessions/sessionRows';
import type { SessionValue } from '../../../../src/shell/views/sessions/sessionValue';
import { dayName, spanOf } from '../../../../src/shell/words/days';
import { FakeEngine } from '../../../support/fakeEngine';
import { sampleEvent, sampleSession } from '../../../support/samples';

/** Local times, as the view shows them. */
const local = (day: number, hour: number, minute = 0): string => new Date(2026, 2, day, hour, minute).toISOString();
const now = new Date(2026, 2, 10, 18).getTime();

const digest = (subject: string, values: Record<string, unknown> = {}): LogEvent =>
  sampleEvent({
    id: `evt_${subject}`,
    event_type: 'git.digested',
    event_time: local(10, 11),
    payload: {
      repository: { root: '/w/a', branch: 'main' },
      range: { to: 'a'.repeat(40) },
      commits: [
        {
          sha: 'a'.repeat(40),
          parents: ['b'.repeat(40)],
          author: 'Ada',
          authoredAt: local(10, 11),
          committedAt: local(10, 11),
          subject,
          files: [{ path: 'src/x.ts', status: 'modified', additions: 3, deletions: 1 }],
          diff: '@@ -1 +1 @@\n-a\n+b',
          ...values,
        },
      ],
    },
  });

const saved = sampleEvent({ id: 'evt_s', event_type: 'session.saved', payload: { summary: 'Paged', changes: [] } });

function shown(
  sessions: readonly Session[],
  events: readonly LogEvent[] | undefined = [],
  offersDigest = false,
): RowNode<SessionValue>[] {
  return sessionRows({ sessions, now, offersDigest, eventsOf: () => events });
}

const text = ({ row }: RowNode<unknown>): string => `${row.label} | ${row.description ?? ''}`;
const below = (node: RowNode<SessionValue> | undefined): readonly RowNode<SessionValue>[] => node?.children?.() ?? [];

describe('the timeline of sessions', () => {
  const morning = sampleSession({
    id: 's1',
    startedAt: local(10, 10),
    lastEventAt: local(10, 11, 40),
    title: 'Page orders',
    commits: 2,
    edited: true,
  });
  const before = sampleSession({
    id: 's2',
    startedAt: local(9, 9),
    lastEventAt: local(9, 9),
    title: '# Old words',
    saves: 2,
    runs: 1,
  });
  const open = sampleSession({
    id: 's3',
    startedAt: local(10, 17),
    lastEventAt: null,
    status: 'active',
    endedAt: null,
  });

  it('groups by day, the newest first, the last two days open', () => {
    const old = sampleSession({ id: 's4', startedAt: local(1, 9) });
    const days = shown([open, morning, before, old]);
    assert.deepEqual(days.map(text), ['Today | 2 sessions', 'Yesterday | 1 session', 'Sunday, 1 March | 1 session']);
    assert.deepEqual(
      days.map(({ row }) => row.expand),
      ['expanded', 'expanded', 'collapsed'],
    );
  });

  it('a session tells its first line, its time, its commits and its state', () => {
    const [today] = shown([open, morning], [digest('Page orders'), saved]);
    assert.deepEqual(below(today).map(text), [
      'Session in progress | 17:00 · in progress',
      'Page orders | 2 commits · 10:00–11:40 · edited',
    ]);
    const [, yesterday] = shown([morning, before], undefined);
    assert.deepEqual(below(yesterday).map(text), ['# Old words | 2 saves · 1 run · 09:00']);
  });

  it('a session opens to its commits and events, the newest first', () => {
    const [today] = shown([morning], [digest('Page orders'), digest('Merge', { parents: ['b', 'c'] }), saved]);
    const rows = below(below(today)[0]);
    assert.deepEqual(rows.map(text), [
      'Summary saved | Paged · 11:00',
      'Merge | aaaaaaa · 1 file · +3 −1 · 11:00',
      'Page orders | aaaaaaa · 1 file · +3 −1 · 11:00',
    ]);
    assert.deepEqual(
      rows.map(({ row }) => row.command?.id),
      ['contox.editSession', 'contox.openCommit', 'contox.openCommit'],
    );
    assert.equal(rows[1]?.row.icon?.id, 'git-merge');
  });

  it('a commit that was made anew is one commit, and one that was given up says so', () => {
    const version = (sha: string, kind: string, replaces: string[]) =>
      sampleEvent({
        id: `evt_${sha}`,
        event_type: 'git.digested',
        payload: { commits: [], rewrites: [{ sha, parents: [], subject: `By ${kind}`, kind, replaces, files: [] }] },
      });
    const given = (sha: string) =>
      sampleEvent({
        id: 'evt_reset',
        event_type: 'git.digested',
        payload: { commits: [], setAside: [{ sha, subject: 'Old' }] },
      });
    const first = 'a'.repeat(40);
    const second = 'b'.repeat(40);
    const texts = (...events: LogEvent[]): string[] => below(below(shown([morning], events)[0])[0]).map(text);
    assert.deepEqual(texts(digest('Page orders'), version(second, 'amend', [first])), [
      'By amend | bbbbbbb · amended · 0 files · +0 −0 · 11:00',
    ]);
    assert.deepEqual(texts(digest('Page orders'), version(second, 'revert', [first])), [
      'By revert | bbbbbbb · revert · 0 files · +0 −0 · 11:00',
      'Page orders | aaaaaaa · 1 file · +3 −1 · 11:00',
    ]);
    assert.deepEqual(texts(digest('Page orders'), given(first)), [
      'Page orders | aaaaaaa · set aside · 1 file · +3 −1 · 11:00',
    ]);
    assert.deepEqual(texts(given(second)), ['Old | bbbbbbb · set aside · 11:00']);
  });

  it('says that events are read, that there are none, and that one was removed', () => {
    const first = (events: readonly LogEvent[] | undefined): string | undefined =>
      below(below(shown([morning], events)[0])[0])[0]?.row.label;
    const reading = sessionRows({ sessions: [morning], now, offersDigest: false, eventsOf: () => undefined });
    assert.equal(below(below(reading[0])[0])[0]?.row.label, 'Reading …');
    assert.equal(first([]), 'Nothing is recorded of it yet');
    assert.equal(first([{ ...saved, purged: true, payload: {} }]), 'Summary saved (removed)');
  });

  it('offers to digest history above the days, and leaves an empty view to its welcome text', () => {
    assert.equal(shown([morning], [], true)[0]?.row.id, 'offer');
    assert.deepEqual(shown([], [], true), []);
  });

  it('names of commits and files can not pose as anything else', () => {
    const event = digest('a\u202eb\nc', { files: [{ path: '<b>`x`', status: 'added', additions: 1, deletions: 0 }] });
    const [today] = shown([morning], [event]);
    const [row] = below(below(today)[0]);
    assert.equal(row?.row.label, 'a b c');
    assert.ok(row);
    assert.ok(!sessionTooltip(row.value).includes('\n<b>'));
  });

  it('believes nothing of an event that came with the wrong types', () => {
    const event = sampleEvent({
      event_type: 'git.digested',
      payload: { repository: 1, commits: [null, { sha: 5, files: [{}] }] },
    });
    assert.deepEqual(
      digestedCommits(event).map(({ sha, subject, root }) => [sha, subject, root]),
      [
        ['', '', ''],
        ['', '', ''],
      ],
    );
    assert.equal(shown([morning], [event]).length, 1);
  });

  it('shows what is stored of a commit in the form of git, and says what was cut', () => {
    const [commit] = digestedCommits(digest('Page orders', { body: 'Why.', diffTruncated: true }));
    assert.ok(commit);
    const shownText = commitText(commit);
    assert.match(shownText, /^commit a{40}\nAuthor: Ada\n/);
    assert.match(shownText, / {4}Page orders\n\n {4}Why\.\n/);
    assert.match(shownText, /\+b\n\nThe text of the changes was cut/);
  });
});

describe('events of sessions', () => {
  it('are read when they are asked for, once for each version of the session', async () => {
    const engine = new FakeEngine({ listSessionEvents: async () => ({ items: [saved] }) });
    let told: (() => void) | undefined;
    const arrival = (): Promise<void> => new Promise((resolve) => Object.assign(state, { resolve }));
    const state: { resolve?: () => void } = {};
    told = () => state.resolve?.();
    const events = new SessionEvents(engine, () => told?.(), silentLogger);
    const session = sampleSession();
    const first = arrival();
    assert.equal(events.of(session), undefined);
    assert.equal(events.of(session), undefined);
    await first;
    assert.equal(events.of(session)?.length, 1);
    const second = arrival();
    assert.equal(events.of({ ...session, eventCount: 9 })?.length, 1);
    await second;
    assert.deepEqual(engine.calls, ['listSessionEvents', 'listSessionEvents']);
    events.keep([]);
    assert.equal(events.of(session), undefined);
  });

  it('a session says what a person or its end wrote last, else what it would say now', async () => {
    const parse = (payload: unknown) => sessionSave.safeParse(payload).data;
    const draft = { summary: 'drafted', changes: [] };
    const newer = { ...saved, payload: { summary: 'by hand', changes: [] } };
    const engine = (items: LogEvent[]) =>
      new FakeEngine({
        listSessionEvents: async () => ({ items }),
        draftSessionSave: async () => draft,
        getSession: async () => sampleSession({ summary: '' }),
      }).engine;
    assert.equal((await readSessionSave(engine([saved, newer]), 's', parse)).summary, 'by hand');
    assert.equal(
      (await readSessionSave(engine([saved, { ...newer, purged: true, payload: {} }]), 's', parse)).summary,
      'Paged',
    );
    assert.deepEqual(await readSessionSave(engine([]), 's', parse), draft);
  });
});

describe('words for days and spans', () => {
  it('names days as people do', () => {
    assert.equal(dayName(new Date(2025, 11, 31, 12).getTime(), now), 'Wednesday, 31 December 2025');
    assert.equal(dayName('never', now), 'At an unknown time');
  });
  it('counts minutes and hours', () => {
    const span = (minutes: number): string => spanOf(0, minutes * 60_000 + 1);
    assert.deepEqual([0, 1, 42, 60, 125].map(span), ['< 1 min', '1 min', '42 min', '1 h', '2 h 5 min']);
    assert.equal(spanOf(5, 0), '< 1 min');
  });
});
