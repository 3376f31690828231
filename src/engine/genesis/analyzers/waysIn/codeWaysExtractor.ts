import { holdsAnyWord, WordSet } from '../../../../base/wordFilter';
import type { Extractor } from '../../extractor';
import type { FileRole, LanguageId, SourceFile } from '../../sourceFile';
import { isMinified } from '../entryPoints/program/isMinified';
import { findWays } from './findWays';
import { plainText, withoutDocstrings } from './plainText';
import { blockGraphql } from './readers/blockGraphql';
import { celeryApps } from './readers/celeryApps';
import { clapCommands } from './readers/clapCommands';
import { cliktCommands, taggedCommands } from './readers/fieldCommands';
import { cobraCommands, goCommandFolder, textConstants, urfaveCommands } from './readers/goCommands';
import { switchedCommands } from './readers/goSwitches';
import { graphqlFields } from './readers/graphqlSchema';
import { laravelListeners } from './readers/laravelListeners';
import { mountedSocketWays, socketServers } from './readers/mountedSockets';
import { picocliConstants } from './readers/picocliConstants';
import { argparseCommands } from './readers/pythonCommands';
import { pythonGraphql } from './readers/pythonGraphql';
import { addedApps } from './readers/typerTree';
import { wayRules } from './rules/wayRules';
import type { WayFact, WayRule } from './wayRule';

const readRoles: ReadonlySet<FileRole> = new Set(['source', 'config']);
/** Longer files are data or generated. */
const longestFile = 600_000;

/** Ways in that need more than one expression. */
interface WayReader {
  readonly languages: readonly LanguageId[];
  readonly needs: readonly string[];
  /** And its path must be like this one. */
  readonly path?: RegExp;
  /** Gets the text without its comments. */
  read(plain: string, file: SourceFile): WayFact[];
}

const script = ['javascript', 'typescript', 'tsx'] as const;
const readers: readonly WayReader[] = [
  { languages: ['rust'], needs: ['Subcommand', 'clap'], read: clapCommands },
  { languages: ['java', 'kotlin'], needs: ['picocli'], read: picocliConstants },
  { languages: ['go'], needs: ['"github.com/spf13/cobra"'], read: cobraCommands },
  { languages: ['go'], needs: ['const '], path: goCommandFolder, read: textConstants },
  { languages: ['go'], needs: ['/cli"', '/cli/v', '/cli.v'], read: urfaveCommands },
  { languages: ['go'], needs: ['cmd:"', 'command:"', 'jessevdk/go-flags'], read: taggedCommands },
  { languages: ['go'], needs: ['os.Args[1', 'flag.Arg'], read: switchedCommands },
  { languages: ['kotlin'], needs: ['ajalt.clikt'], read: cliktCommands },
  { languages: ['python'], needs: ['.add_typer('], read: addedApps },
  { languages: ['python'], needs: ['elery('], read: celeryApps },
  { languages: ['python'], needs: ['argparse'], read: argparseCommands },
  { languages: ['python'], needs: ['graphene', 'strawberry'], read: pythonGraphql },
  { languages: script, needs: ["'ws'", '"ws"'], read: mountedSocketWays },
  { languages: script, needs: ["'socket.io'", '"socket.io"'], read: socketServers },
  { languages: ['php'], needs: ['$listen', '$subscribe'], read: laravelListeners },
  { languages: ['elixir'], needs: ['Absinthe.Schema'], read: blockGraphql },
  { languages: ['ruby'], needs: ['field :', 'field(:'], read: blockGraphql },
  {
    languages: [...script, 'python', 'go', 'php', 'java', 'csharp'],
    needs: ['type Query', 'type Mutation', 'type Subscription', 'extend type'],
    read: (plain, file) =>
      graphqlFields(file.language === 'python' ? withoutDocstrings(file.text) : plain, file, 'GraphQL'),
  },
];

interface LanguageRules {
  readonly rules: readonly WayRule[];
  readonly readers: readonly WayReader[];
  /** Of all rules for any place: a file without one of them is done with. */
  readonly telling: WordSet;
}

const byLanguage = new Map<LanguageId, LanguageRules>();

function rulesFor(language: LanguageId): LanguageRules {
  let found = byLanguage.get(language);
  if (found === undefined) {
    const own = wayRules.filter((rule) => rule.languages.includes(language));
    const ownReaders = readers.filter((reader) => reader.languages.includes(language));
    // Rules for a place ask for the place first: their words are everywhere.
    const anywhere = [...own, ...ownReaders].filter((entry) => entry.path === undefined);
    const telling = new WordSet([...new Set(anywhere.flatMap((entry) => entry.needs))]);
    found = { rules: own, readers: ownReaders, telling };
    byLanguage.set(language, found);
  }
  return found;
}

/** Tests of Rust stand at the end of what they test. */
function withoutOwnTests(plain: string, language: LanguageId): string {
  const at =
    language === 'rust' ? plain.search(/^#\[cfg\(test\)\]\s{1,20}(?:#\[[^\]\n]{1,80}\]\s{1,20})?mod \w{1,40} \{/m) : -1;
  return at < 0 ? plain : plain.slice(0, at);
}

/** What no build for users takes in. */
const besideBuild =
  /^\/\/go:build[ \t]{1,4}(?:ignore|tools?|generate|debug|dev(?:el(?:opment)?)?|(?:integration|e2e)?_?tests?)[ \t]{0,4}\r?$/m;

/** Commands, jobs, consumers, sockets, functions and resolvers that code declares. */
export const codeWaysExtractor: Extractor<readonly WayFact[]> = {
  id: 'waysIn.code',
  version: 54,
  wants: (file) => readRoles.has(file.role) && rulesFor(file.language).rules.length > 0,
  extract(file) {
    const { rules, readers: own, telling } = rulesFor(file.language);
    const isPlaced = [...rules, ...own].some((entry) => entry.path?.test(file.path) === true);
    const isTelling = telling.isAnyIn(file.text) || isPlaced;
    if (file.text.length > longestFile || !isTelling || isMinified(file.text)) return undefined;
    if (file.language === 'go' && besideBuild.test(file.text.slice(0, 3_000))) return undefined;
    const plain = withoutOwnTests(plainText(file.text, file.language), file.language);
    const read = own
      .filter((reader) => reader.path?.test(file.path) !== false && holdsAnyWord(file.text, reader.needs))
      .flatMap((reader) => reader.read(plain, file));
    const facts = [...findWays(rules, file, plain), ...read];
    return facts.length === 0 ? undefined : facts;
  },
};
