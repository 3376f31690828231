import type { Evidence } from '../../../../../shared/genesis';
import { folderOf } from '../../../facts/paths';
import { markdownCode } from '../../../markdownText';
import type { Report, ScanModel } from '../../../scanModel';
import { evidenceList, lineEvidence, plainNames, shortTitle } from '../../dependencies/findings/lists';
import { isTemplatePath } from '../../techStack/templates';
import type { PlacedCommand } from '../commandList';
import type { DocumentedCommand } from '../documentedCommands';
import { documentedCommandExtractor } from '../extractors';

/** Where the commands of each runner are declared; a document is only held against a runner that the project uses. */
const declaredBy: Readonly<Record<DocumentedCommand['runner'], RegExp>> = {
  npm: /(^|\/)package\.json$/,
  make: /(^|\/)(GNUm|M|m)akefile$/,
  composer: /(^|\/)composer\.json$/,
  just: /(^|\/)\.?[Jj]ustfile$/,
  task: /(^|\/)[Tt]askfile\.ya?ml$/,
  rake: /Rakefile$|\.rake$/,
  mix: /(^|\/)mix\.exs$/,
};

/** Names that npm gives a meaning without a script. */
const builtIn = new Set(['start', 'install', 'publish']);

/** Commands that a document tells to type and that no file declares. */
export function reportDocumentationDrift(model: ScanModel, commands: readonly PlacedCommand[], report: Report): void {
  const missing: { one: DocumentedCommand; evidence: Evidence }[] = [];
  for (const [file, documented] of model.factsOf(documentedCommandExtractor)) {
    for (const one of documented) {
      if (one.isAway === true || isDeclared(one, commands) || !isHeldAgainst(model, file.path, one, commands)) continue;
      // A document of which most commands are declared nowhere speaks of another project, or shows what a tool can do.
      const same = documented.filter((other) => other.runner === one.runner);
      if (same.filter((other) => isDeclared(other, commands)).length * 2 < same.length) continue;
      missing.push({ one, evidence: lineEvidence(file.path, one.line) });
    }
  }
  // A read-me of what makes new projects tells what is typed in these.
  if (missing.length === 0 || model.files.some(({ path }) => isTemplatePath(path) && /\/README[^/]*$/i.test(path)))
    return;
  const files = [...new Set(missing.map((entry) => entry.evidence.path))];
  const written = [...new Set(missing.map((entry) => entry.one.written))];
  report.finding({
    layer: 'product',
    rule: 'commands/documentation-drift',
    key: 'drift',
    title: shortTitle(
      `${plainNames(files, 2)} ${files.length === 1 ? 'tells' : 'tell'} to type ${plainNames(written, 2)}, which no file read declares`,
    ),
    content: missing
      .slice(0, 15)
      .map(
        (entry) =>
          `- ${markdownCode(entry.one.written)} at ${markdownCode(`${entry.evidence.path}:${entry.evidence.startLine}`)}`,
      )
      .join('\n'),
    importance: 3,
    confidence: 0.85,
    tags: ['documentation', 'commands'],
    evidence: evidenceList(missing.map((entry) => entry.evidence)),
  });
}

function isDeclared(one: DocumentedCommand, commands: readonly PlacedCommand[]): boolean {
  return (
    (one.runner === 'npm' && builtIn.has(one.name)) ||
    commands.some((command) => declaredBy[one.runner].test(command.file) && command.name === one.name)
  );
}

/**
 * The runner's file lies beside the document or above it and was read; a Makefile that includes others or makes its targets
 * from patterns may declare more than can be seen.
 */
function isHeldAgainst(
  model: ScanModel,
  document: string,
  one: DocumentedCommand,
  commands: readonly PlacedCommand[],
): boolean {
  const folder = folderOf(document);
  const pattern = declaredBy[one.runner];
  const places = model.files.filter((file) => pattern.test(file.path));
  if (!places.some((file) => folderOf(file.path) === folder) || places.some((file) => file.skipped !== undefined))
    return false;
  const declared = commands.filter((command) => pattern.test(command.file));
  return declared.length >= (one.runner === 'make' ? 3 : 1) && declared.every((command) => command.isPartial !== true);
}
