import type { Extractor } from '../../extractor';
import type { DeclaredCommand } from './commandFacts';
import { commandFormats } from './commandFormats';
import { type DocumentedCommand, documentedCommands } from './documentedCommands';

export const commandExtractor: Extractor<readonly DeclaredCommand[]> = {
  id: 'commands/declared',
  version: 32,
  wants: (file) =>
    !['fixture', 'vendored', 'generated'].includes(file.role) &&
    commandFormats.some((format) => format.pattern.test(file.path)),
  extract(file) {
    if (file.text.length > 1_000_000) return undefined;
    const found = commandFormats.find((format) => format.pattern.test(file.path))?.parse(file.text, file.path) ?? [];
    return found.length === 0 ? undefined : found;
  },
};

/** Documents that tell a newcomer what to type: those at the top, and read-me files anywhere. */
const guide =
  /^(README|CONTRIBUTING|DEVELOPMENT|DEVELOPING|HACKING|INSTALL|SETUP|GETTING[-_]STARTED|CLAUDE|AGENTS)\.(md|markdown|rst|txt|adoc)$|(^|\/)README\.md$/i;

export const documentedCommandExtractor: Extractor<readonly DocumentedCommand[]> = {
  id: 'commands/documented',
  version: 4,
  wants: (file) => guide.test(file.path) && file.role !== 'fixture' && file.role !== 'vendored',
  extract(file) {
    if (file.text.length > 500_000) return undefined;
    const found = documentedCommands(file.text);
    return found.length === 0 ? undefined : found;
  },
};
