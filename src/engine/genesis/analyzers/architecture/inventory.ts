import type { CodeFile, CodeModule, ModuleEdge } from '../../../../shared/inventory';
import { isTie } from './findings/moduleCycles';
import type { CodeMap } from './map/codeMap';

/** How the inventory names the top folder. */
function modulePath(folder: string): string {
  return folder === '' ? '.' : folder;
}

export function inventoryModules(map: CodeMap): CodeModule[] {
  const packages = new Set(map.packages.map((entry) => entry.folder));
  const several = packages.size > 1;
  return map.modules.map(({ path, files }) => ({
    path: modulePath(path),
    files: files.length,
    language: mainLanguage(files),
    lines: files.reduce((sum, file) => sum + file.lines, 0),
    ...(several && packages.has(path) ? { isPackage: true } : {}),
  }));
}

function mainLanguage(files: CodeMap['files']): string {
  const lines = new Map<string, number>();
  for (const file of files) lines.set(file.languageName, (lines.get(file.languageName) ?? 0) + file.lines + 1);
  return [...lines].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

export function inventoryEdges(map: CodeMap): ModuleEdge[] {
  const shown = new Set(map.modules.map((module) => module.path));
  const imports = map.links.map(({ from, to, edges }) => ({
    from: modulePath(from),
    to: modulePath(to),
    kind: 'import' as const,
    count: edges.length,
    ...(edges.some((edge) => isTie(map, edge)) ? {} : { loose: true as const }),
  }));
  const declared = map.packages.flatMap((entry) =>
    entry.dependsOn
      .filter(({ folder }) => shown.has(entry.folder) && shown.has(folder))
      .map(({ folder }) => ({ from: modulePath(entry.folder), to: modulePath(folder), kind: 'dependency' as const })),
  );
  return [...imports, ...declared];
}

/** So many files are as much as a picture of them can show. */
const mostFiles = 600;
/** A commit that touches more files moves or formats; it says nothing about one of them. */
const broadCommit = 30;

/** Source files by size, each with how often it changed of late. */
export function inventoryFiles(map: CodeMap): CodeFile[] {
  const changes = new Map<string, number>();
  for (const { files } of map.model.git?.commits ?? [])
    if (files.length <= broadCommit) for (const path of files) changes.set(path, (changes.get(path) ?? 0) + 1);
  return map.files
    .filter((file) => file.lines > 0)
    .sort((a, b) => b.lines - a.lines || (a.path < b.path ? -1 : 1))
    .slice(0, mostFiles)
    .map(({ path, lines }) => ({ path, lines, changes: changes.get(path) ?? 0 }));
}
