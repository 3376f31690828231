import type { Evidence } from '../../../../shared/genesis';
import { markdownCode } from '../../markdownText';
import type { FileRecord, FindingDraft, ScanModel } from '../../scanModel';
import { codeExtractor } from '../code/codeExtractor';

interface Program {
  readonly name: string;
  readonly place: Evidence;
}

const at = (path: string, startLine: number): Evidence => ({ path, startLine, endLine: startLine });
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const isOwn = (file: FileRecord): boolean => file.role === 'source' && file.skipped === undefined;

/** A `package main` beside files of another package is run by hand, to generate something: the build leaves it out. */
function isGenerator(file: FileRecord, model: ScanModel): boolean {
  const folder = folderOf(file.path);
  return model.files.some((other) => {
    if (other.language !== 'go' || !isOwn(other) || folderOf(other.path) !== folder) return false;
    const namespace = model.factsIn(codeExtractor, other.path)?.namespace;
    return namespace !== undefined && namespace !== 'main';
  });
}

/** How a program of each language says that it is one. */
function programIn(file: FileRecord, model: ScanModel): Program | undefined {
  const facts = model.factsIn(codeExtractor, file.path);
  const main = facts?.symbols.find((symbol) => symbol.name === 'main' || symbol.name === 'Main');
  const named = (name: string, line: number): Program => ({ name: name || model.name, place: at(file.path, line) });
  if (file.language === 'go' && facts?.namespace === 'main' && main && !isGenerator(file, model))
    return named(folderOf(file.path).split('/').at(-1) ?? '', main.line);
  if (
    file.language === 'rust' &&
    main?.container === undefined &&
    main &&
    /(?:^|\/)src\/(?:main\.rs|bin\/[^/]+(?:\/main)?\.rs)$/.test(file.path)
  ) {
    const bin = /\/bin\/([^/.]+)/.exec(file.path)?.[1];
    return named(bin ?? folderOf(folderOf(file.path)).split('/').at(-1) ?? '', main.line);
  }
  if (file.language === 'java' && main?.container && main.kind === 'method') return named(main.container, main.line);
  if (file.language === 'csharp' && /(?:^|\/)Program\.cs$/.test(file.path))
    return named(folderOf(file.path).split('/').at(-1) ?? '', main?.line ?? 1);
  if (file.language === 'python' && /(?:^|\/)(?:manage|__main__|wsgi|asgi)\.py$/.test(file.path))
    return named(file.path, 1);
  return undefined;
}

/** Programs that the repository builds or starts, one finding for all. */
export function programFindings(model: ScanModel): FindingDraft[] {
  const binaries = model.inventory.commands.filter(({ kind }) => kind === 'binary');
  const named = new Set(binaries.map(({ file }) => folderOf(file)));
  const programs = model.files
    .filter(isOwn)
    .flatMap((file) => programIn(file, model) ?? [])
    // A manifest that names its binary means this file by it.
    .filter(({ name, place }) => name !== 'main' || !named.has(place.path.replace(/\/?src\/.*$/, '')));
  for (const { name, file, line = 1 } of binaries) programs.push({ name, place: at(file, line) });
  if (programs.length === 0) return [];
  const names = [...new Set(programs.map((program) => program.name))];
  const shown = names.slice(0, 5).join(', ') + (names.length > 5 ? ` and ${names.length - 5} more` : '');
  return [
    {
      layer: 'entryPoints',
      rule: 'entry-points/programs',
      key: 'programs',
      title:
        `${programs.length === 1 ? 'One program starts here' : `${programs.length} programs start here`}: ${shown}`.slice(
          0,
          120,
        ),
      content: programs
        .slice(0, 30)
        .map(
          ({ name, place }) => `- ${markdownCode(name, 80)}: ${markdownCode(`${place.path}:${place.startLine}`, 200)}`,
        )
        .join('\n'),
      importance: 3,
      confidence: 0.95,
      tags: ['programs', 'main'],
      evidence: programs.slice(0, 20).map(({ place }) => place),
    },
  ];
}
