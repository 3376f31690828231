import type { Extractor } from '../../../extractor';
import { folderOf } from '../../../facts/paths';
import type { FileRecord, ScanModel } from '../../../scanModel';
import { isBeside } from '../../techStack/productPaths';
import { type Program, placeAt } from './program';

interface StartedModule {
  /** `shop.orders.worker`. */
  readonly module: string;
  readonly line: number;
}

/** What is started once, and does not go on. */
const passing =
  /(?:^|[._])(?:migrat\w*|init\w*|seed\w*|setup|prestart|create\w*|load\w*|wait\w*|check\w*|tests?)(?:$|[._])/;

const command = /^([ \t]{1,20})(?:command|entrypoint):[ \t]{0,9}(.{0,400})$/;
const started =
  /(?:^|[\s/])python3?(?:\.\d{1,2})?\s(?:-[a-zA-Z]\s){0,3}-m\s([A-Za-z_]\w{0,60}(?:\.\w{1,60}){1,8})(?=\s|$)/;
/** Items of a list that goes on over lines. */
const mostItems = 8;

/** Modules of Python that services of a compose file start: `command: ["python", "-m", "shop.orders.worker"]`. */
export const composeModuleExtractor: Extractor<readonly StartedModule[]> = {
  id: 'entryPoints/composeModules',
  version: 1,
  wants: (file) =>
    /(?:^|\/)(?:docker-)?compose(?:[.-]prod(?:uction)?)?\.ya?ml$/.test(file.path) && !isBeside(file.path),
  extract(file) {
    if (!file.text.includes('python') || file.text.length > 300_000) return undefined;
    const lines = file.text.split('\n');
    const found = lines.flatMap((text, index): StartedModule[] => {
      const [, , inline] = command.exec(text) ?? [];
      if (inline === undefined) return [];
      const rest = lines.slice(index + 1, index + 1 + mostItems);
      const end = rest.findIndex((line) => !/^\s{1,20}-\s/.test(line));
      const items = inline.trim() === '' ? rest.slice(0, end === -1 ? undefined : end) : [];
      const run = [inline, ...items.map((line) => line.trim().slice(1))].join(' ').replace(/["'[\],]/g, ' ');
      const module = started.exec(run.replace(/\s+/g, ' '))?.[1];
      const at = items.findIndex((line) => module !== undefined && line.includes(module));
      return module === undefined || passing.test(module) ? [] : [{ module, line: index + 1 + at + 1 }];
    });
    return found.length === 0 ? undefined : found;
  },
};

/** The programs that these services start, where their modules lie in the repository. */
export function composePrograms(
  model: ScanModel,
  isOwn: (file: FileRecord) => boolean,
): { readonly programs: readonly Program[]; covers(path: string): boolean } {
  const covered = new Set<string>();
  const programs = [...model.factsOf(composeModuleExtractor)].flatMap(([{ path }, modules]) =>
    modules.flatMap(({ module, line }): Program[] => {
      const folder = folderOf(path) === '' ? '' : `${folderOf(path)}/`;
      const ends = ['', 'src/'].flatMap((root) =>
        ['.py', '/__main__.py', '/__init__.py'].map((end) => root + module.replaceAll('.', '/') + end),
      );
      const file = ends.flatMap((end) => model.byPath.get(folder + end) ?? model.byPath.get(end) ?? [])[0];
      if (file === undefined || !isOwn(file)) return [];
      covered.add(file.path);
      return [{ name: `python -m ${module}`, place: placeAt(path, line) }];
    }),
  );
  return { programs, covers: (path) => covered.has(path) };
}
