import { resolve } from 'node:path';
import type { HistoryDigest } from '../../shared/capture';
import { UsageError } from '../command';
import { table } from './output';
import { projectOption, type Verb } from './verb';
import { verbCommand } from './verbCommand';

const once: Verb = {
  name: 'digest',
  takes: ['[folder]'],
  about: 'read the last months of a repository into sessions and draft decisions; twice adds nothing',
  options: {
    months: { value: 'n', about: 'so many months (1 to 120, default 6)' },
    exclude: {
      value: 'glob',
      about: 'leave files out, as the setting contox.capture.exclude does; {a,b} for more than one',
    },
    ...projectOption,
  },
  async run(engine, args) {
    const folder = resolve(args.cwd, args.word(0));
    const months = Number(args.option('months') ?? '6');
    if (!Number.isInteger(months) || months < 1 || months > 120)
      throw new UsageError(`--months takes a number from 1 to 120, not ${args.option('months')}`);
    const projectId = args.option('project') ?? (await engine.openFolder({ path: folder })).id;
    const exclude = args.option('exclude');
    const policy = exclude === undefined ? {} : { exclude: [exclude] };
    const digest = await engine.digestHistory({ projectId, folder, months, policy });
    return { data: digest, text: describe(digest) };
  },
};

function describe({ since, commits, sessions, decisions, hotAreas, owners }: HistoryDigest): string {
  const shares = new Map(owners.map(({ path, author, share }) => [path, `${author} ${Math.round(share * 100)} %`]));
  const parts = [`Since ${since.slice(0, 10)}: ${commits} new commits of yours, in ${sessions} sessions.`];
  if (hotAreas.length > 0)
    parts.push(
      `Where work goes on:\n${table(
        hotAreas.map(({ path, commits: all, authors }) => [
          path,
          `${all} commits`,
          `${authors} authors`,
          shares.get(path) ?? '',
        ]),
      )}`,
    );
  if (decisions.length > 0)
    parts.push(
      `Draft decisions:\n${table(decisions.map(({ itemId, title, commit }) => [itemId, commit?.slice(0, 10) ?? '', title]))}`,
    );
  return parts.join('\n\n');
}

export const digestCommand = verbCommand({
  name: 'digest',
  summary: 'read the past of a repository into memory',
  verbs: [once],
});
