import type { LogEvent } from '../../shared/store';

export type Authority = LogEvent['authority'];

/** How much an event of a source is worth. The source's first segment counts (`git.hook` is `git`). */
const bySource: ReadonlyMap<string, Authority> = new Map([
  // Systems of record.
  ['git', 'source_of_truth'],
  ['github', 'source_of_truth'],
  ['gitlab', 'source_of_truth'],
  ['bitbucket', 'source_of_truth'],
  ['ci', 'source_of_truth'],
  ['contox', 'source_of_truth'],
  // What an editor saw happen.
  ['vscode', 'observed'],
  ['editor', 'observed'],
  ['terminal', 'observed'],
  // What was worked out from something else.
  ['genesis', 'derived'],
  ['cli-scan', 'derived'],
  ['scan', 'derived'],
  ['enrich', 'derived'],
]);

/** A source that is not known makes a statement: `asserted`, as a person or an agent does. */
export function authorityOf(source: string): Authority {
  const [first = ''] = source.toLowerCase().split(/[.:/]/, 1);
  return bySource.get(first) ?? 'asserted';
}
