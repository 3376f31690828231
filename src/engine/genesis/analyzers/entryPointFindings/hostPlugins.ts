import type { Extractor } from '../../extractor';
import { folderOf } from '../../facts/paths';
import { markdownCode } from '../../markdownText';
import type { FileRecord, FindingDraft, ScanModel } from '../../scanModel';
import { evidenceList, lineEvidence, plainNames } from '../dependencies/findings/lists';
import { groupBy } from '../dependencies/text/groupBy';
import { isBeside } from '../techStack/productPaths';
import { pluginForms } from './pluginForms';
import { isTestAsset } from './programs/program';
import { leftOut, namedTitle } from './titles';

export interface HostPlugin {
  readonly host: string;
  readonly name: string;
  readonly line: number;
  /** Called like the repository. */
  readonly isWhole?: true;
}

const mostShown = 40;

/** Plug-ins that another program loads, by the file that it reads of each. */
export const hostPluginExtractor: Extractor<readonly HostPlugin[]> = {
  id: 'entryPoints/hostPlugins',
  version: 5,
  wants: (file) => pluginForms.some(({ path }) => path.test(file.path)),
  extract(file) {
    if (file.text.length > 200_000) return undefined;
    const found = pluginForms.flatMap(({ host, path, read, isWhole }) =>
      path.test(file.path)
        ? read(file.text, file.path).map((one) => ({ host, ...one, ...(isWhole && { isWhole }) }))
        : [],
    );
    return found.length === 0 ? undefined : found.slice(0, mostShown);
  },
};

const isOwn = ({ path, role }: FileRecord): boolean =>
  (role === 'config' || role === 'source') && !isBeside(path) && !isTestAsset(path);

/** `manifest.dev.json` beside `manifest.json` is the same for those who develop, or for another browser. */
function isSecond(path: string, { byPath }: ScanModel): boolean {
  const first = path.replace(/(?<=(?:^|\/)manifest)\.\w{1,20}(?=\.json$)/, '');
  return first !== path && byPath.has(first);
}

/** What other programs load of the repository: where a reader begins who looks for a `main`. */
export function pluginFindings(model: ScanModel): FindingDraft[] {
  const all = [...model.factsOf(hostPluginExtractor)].flatMap(([file, found]) =>
    isOwn(file) && !isSecond(file.path, model)
      ? found.map(({ host, name, line, isWhole }) => ({
          host,
          // A name in several languages stands elsewhere; its folder is mostly called after a browser.
          name:
            isWhole || name.startsWith('__MSG_')
              ? model.name
              : name === ''
                ? folderOf(file.path).split('/').at(-1) || model.name
                : name,
          path: file.path,
          line,
        }))
      : [],
  );
  // Hosts of one kind may each be given a file of their own: the one nearest to the top is the newest.
  const depth = ({ path }: { readonly path: string }): number => path.split('/').length;
  const each = [
    ...groupBy(
      all.toSorted((a, b) => depth(a) - depth(b)),
      ({ host, name }) => `${host} ${name}`,
    ).values(),
  ].flatMap((same) => same.slice(0, 1));
  // The first of the two reads what the other was made for.
  const isNew = each.some(({ host }) => host === 'Neovim');
  // What lies at the top beside several in a folder only holds them together.
  const isMany = each.filter(({ host, path }) => host === 'WordPress' && path.startsWith('plugins/')).length > 1;
  const plugins = each.filter(
    ({ host, path }) => !(host === 'Vim' && isNew) && !(host === 'WordPress' && isMany && !path.includes('/')),
  );
  if (plugins.length === 0) return [];
  const hosts = [...groupBy(plugins, ({ host }) => host).keys()];
  const names = [...new Set(plugins.map(({ name }) => name))];
  return [
    {
      layer: 'entryPoints',
      rule: 'entry-points/plugins',
      key: 'plugins',
      title: namedTitle(`Plug-in${plugins.length === 1 ? '' : 's'} for ${plainNames(hosts, 4)} found`, names),
      content: `${plugins
        .slice(0, mostShown)
        .map(
          ({ name, host, path, line }) =>
            `- ${markdownCode(name, 80)} for ${host}: ${markdownCode(`${path}:${line}`, 200)}`,
        )
        .join('\n')}${leftOut(plugins.length, mostShown)}`,
      importance: 3,
      confidence: 0.9,
      tags: ['plugins'],
      evidence: evidenceList(plugins.map(({ path, line }) => lineEvidence(path, line))),
    },
  ];
}
