import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Engine } from '../../engine/engine';
import type { CaptureResult } from '../../shared/capture';
import { UsageError } from '../command';
import { chooseProject } from './chooseProject';
import { table } from './output';
import { projectOption, type Verb, type VerbArgs } from './verb';
import { verbCommand } from './verbCommand';

interface Captured extends CaptureResult {
  readonly root: string;
}

const once: Verb = {
  name: 'capture',
  takes: ['[folder]'],
  about: 'take what was committed since the last time, in every repository of a folder (default: this one)',
  options: {
    exclude: {
      value: 'glob',
      about: 'leave files out, as the setting contox.capture.exclude does; {a,b} for more than one',
    },
    ...projectOption,
  },
  async run(engine, args) {
    const folder = resolve(args.cwd, args.word(0));
    if (!existsSync(folder)) throw new UsageError(`there is no folder ${folder}`);
    const known = (await chooseProject(engine, { ...args, cwd: folder })).projectId;
    const projectId = known ?? (await engine.openFolder({ path: folder })).id;
    const captured: Captured[] = [];
    for (const { root } of await engine.findRepositories({ folder }))
      captured.push({ root, ...(await captureAll(engine, args, { projectId, root })) });
    return {
      data: captured,
      text: captured.length === 0 ? `There is no git repository in ${folder}.` : describe(captured),
    };
  },
};

/** One call takes a part of a long past. */
async function captureAll(
  engine: Engine,
  args: VerbArgs,
  where: { readonly projectId: string; readonly root: string },
): Promise<CaptureResult> {
  const exclude = args.option('exclude');
  const call = { ...where, source: 'cli', policy: exclude === undefined ? {} : { exclude: [exclude] } };
  let whole = await engine.captureRepository(call);
  while (whole.more) {
    const next = await engine.captureRepository(call);
    if (next.commits.length === 0) break;
    const { commits, eventIds } = whole;
    whole = { ...next, commits: [...commits, ...next.commits], eventIds: [...eventIds, ...next.eventIds] };
  }
  return whole;
}

function describe(captured: readonly Captured[]): string {
  const rows = captured.flatMap(({ root, state, commits }) => {
    if (state === 'first') return [[root, 'known from now on', '']];
    if (commits.length === 0) return [[root, 'nothing new', '']];
    return commits.map(({ sha, kind, subject }) => [root, kind, `${sha.slice(0, 10)} ${subject}`]);
  });
  return table(rows);
}

export const captureCommand = verbCommand({
  name: 'capture',
  summary: 'take what was committed since the last time',
  verbs: [once],
});
