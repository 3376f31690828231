import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { type SessionSave, sessionSave } from '../../shared/ingest';
import { UsageError } from '../command';
import { table } from './output';
import type { Verb } from './verb';

export const end: Verb = {
  name: 'end',
  takes: ['<session>'],
  about: 'end a session, with what happened in it as its summary',
  options: {},
  async run(engine, args) {
    const session = await engine.endSession({ sessionId: args.word(0) });
    return { data: session, text: session.summary || 'Ended. Nothing happened in it that is worth a word.' };
  },
};

export const draft: Verb = {
  name: 'draft',
  takes: ['<session>'],
  about: 'what would be saved of a session now; stores nothing',
  options: {},
  async run(engine, args) {
    const save = await engine.draftSessionSave({ sessionId: args.word(0) });
    return { data: save, text: describe(save) };
  },
};

export const save: Verb = {
  name: 'save',
  takes: ['<session>'],
  about: 'write what a session was about in your own words, which no automatic ones replace',
  options: {
    summary: { value: 'text', about: 'the summary' },
    file: { value: 'file', about: 'JSON as draft --json prints it: summary, changes' },
  },
  async run(engine, args) {
    const [summary, file] = [args.option('summary'), args.option('file')];
    if (summary === undefined && file === undefined) throw new UsageError('--summary or --file is missing');
    const words = { ...(file === undefined ? {} : readWords(file)), ...(summary === undefined ? {} : { summary }) };
    const session = await engine.saveSession({ sessionId: args.word(0), ...words });
    return { data: session, text: session.summary };
  },
};

export const merge: Verb = {
  name: 'merge',
  takes: ['<session>', '<session>'],
  more: true,
  about: 'make one of sessions that follow each other; the earliest stays',
  options: {},
  async run(engine, args) {
    const session = await engine.mergeSessions({ sessionIds: [...args.words] });
    return { data: session, text: `${session.id}: ${session.summary}` };
  },
};

export const remove: Verb = {
  name: 'delete',
  takes: ['<session>'],
  about: 'delete a session and what its events said, for good',
  options: {},
  async run(engine, args) {
    const sessionId = args.word(0);
    await engine.deleteSession({ sessionId });
    return { data: { sessionId }, text: `${sessionId} is deleted.` };
  },
};

const words = z.object({ summary: sessionSave.shape.summary, changes: sessionSave.shape.changes }).partial();

/** Throws `UsageError`. */
function readWords(file: string): z.infer<typeof words> {
  try {
    return words.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const why = error instanceof z.ZodError ? 'holds no summary and changes' : 'can not be read';
    throw new UsageError(`${file} ${why}`);
  }
}

function describe({ summary, changes }: SessionSave): string {
  if (summary === '') return 'Nothing happened that is worth a word.';
  return changes.length === 0 ? summary : `${summary}\n\n${table(changes.map((one) => [one.category, one.title]))}`;
}
