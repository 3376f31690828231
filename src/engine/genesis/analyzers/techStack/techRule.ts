import type { TechCategory } from '../../../../shared/genesis';
import { backend } from './rules/backend';
import { buildTools } from './rules/buildTools';
import { dataAccess } from './rules/dataAccess';
import { databases } from './rules/databases';
import { dataScience } from './rules/dataScience';
import { delivery } from './rules/delivery';
import { libraries } from './rules/libraries';
import { native } from './rules/native';
import { quality } from './rules/quality';
import { serverFrameworks } from './rules/serverFrameworks';
import { styling } from './rules/styling';
import { testing } from './rules/testing';
import { userInterface } from './rules/userInterface';

/**
 * What a technology is recognised by. `npm:react`, `maven:org.example:*` (a prefix), `plugin:<id>` (Gradle), `tool:ruff` (a
 * section of a shared file), `runtime:node`, `image:postgres`, `db:postgres` (a name in settings), `import:pypi/unittest` (an import of code), `manifest:kubernetes`,
 * `file:Dockerfile` (a name or path anywhere), `root:renovate.json` (a path at the top), `suffix:.tf`.
 */
interface Matcher {
  /** All of them must be there. */
  readonly parts: readonly string[];
  /** A package that brings the engine itself. */
  readonly bundled: boolean;
  /** A companion (`~`): it proves the technology, and its version is its own. */
  readonly companion: boolean;
}

export interface TechRule {
  readonly name: string;
  readonly category: TechCategory;
  /** 1 shapes the whole application, higher numbers less; 9 where the order does not matter. */
  readonly rank: number;
  readonly matchers: readonly Matcher[];
  /** A standard, or a server that runs beside the product: the packages' versions are not its version. */
  readonly isService: boolean;
  readonly isDatabaseEngine: boolean;
  /** Place in its table: what comes first there is the better known. */
  readonly order: number;
  /** Shapes a server, so that a mere development dependency does not prove it. */
  readonly isServerSide: boolean;
}

/** One line a rule: `Name | category | rank | matchers`; the rank is a number, `-` for none, `=` for a standard. */
function parseRules(table: string, kind: 'server' | 'engine' | 'other'): TechRule[] {
  return table
    .trim()
    .split('\n')
    .map((line, order) => {
      const [name = '', category = '', rank = '', written = ''] = line.split(' | ');
      const tokens = written.trim().split(' ');
      return {
        name,
        category: category as TechCategory,
        rank: rank === '-' || rank === '=' ? 9 : Number(rank),
        matchers: tokens.map((token) => ({
          bundled: token.startsWith('bundled:'),
          companion: token.startsWith('~'),
          parts: token
            .replace(/^(bundled:|~)/, '')
            .split('+')
            .map(normalizedToken),
        })),
        isService:
          rank === '=' ||
          (tokens.some((token) => token.startsWith('image:')) && !tokens.some((token) => token.startsWith('runtime:'))),
        isDatabaseEngine: kind === 'engine',
        order,
        isServerSide: kind !== 'other',
      };
    });
}

/** Names of these registries do not differ in case. */
export function normalizedToken(token: string): string {
  const written = token.startsWith('plugin:') ? `maven:${token}` : token;
  return /^(nuget|golang|swift):/.test(written) ? written.toLowerCase() : written;
}

export const techRules: readonly TechRule[] = [
  ...parseRules(serverFrameworks, 'server'),
  ...parseRules(userInterface, 'other'),
  ...parseRules(styling, 'other'),
  ...parseRules(databases, 'engine'),
  ...parseRules(dataAccess, 'server'),
  ...parseRules(backend, 'server'),
  ...parseRules(libraries, 'other'),
  ...parseRules(native, 'other'),
  ...parseRules(dataScience, 'server'),
  ...parseRules(testing, 'other'),
  ...parseRules(buildTools, 'other'),
  ...parseRules(quality, 'other'),
  ...parseRules(delivery, 'other'),
];
