import { commandsAnalyzer } from '../../../src/engine/genesis/analyzers/commands';
import { dependenciesAnalyzer } from '../../../src/engine/genesis/analyzers/dependencies';
import { analyzeSources } from '../../support/analyzeSources';

/** What is told of how to run, build and test: `purpose: command`, a row each. */
export async function rowsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { findings } = await analyzeSources([dependenciesAnalyzer, commandsAnalyzer], files);
  const told = findings.find(({ rule }) => rule === 'commands/how-to')?.content ?? '';
  return told
    .split('\n')
    .slice(2)
    .map((row) => row.split(' | ').slice(0, 2).join(': ').replace('| ', ''));
}
