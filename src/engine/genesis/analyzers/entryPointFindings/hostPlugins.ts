import type { Extractor } from '../../extractor';
import { markdownCode } from '../../markdownText';
import type { FileRecord, FindingDraft, ScanModel } from '../../scanModel';
import { evidenceList, lineEvidence, plainNames, shortTitle } from '../dependencies/findings/lists';
import { groupBy } from '../dependencies/text/groupBy';
import { parseJson } from '../dependencies/text/jsonTree';
import { isBeside } from '../techStack/productPaths';
import { isTestAsset } from './programs/program';

interface HostPlugin {
  readonly name: string;
  readonly line: number;
}

/** How a plug-in tells the program that loads it what it is called. */
export const pluginForms: readonly {
  readonly host: string;
  readonly path: RegExp;
  readonly example: string;
  /** Line and name. */
  readonly gives: string;
  read(text: string): HostPlugin | undefined;
}[] = [
  {
    host: 'Bukkit',
    path: /(?:^|\/)(?:paper-)?plugin\.yml$/,
    example: 'name: Cups\nmain: shop.Cups\n',
    gives: '2 Cups',
    read: (text) => yamlPlugin(text),
  },
  {
    host: 'BungeeCord',
    path: /(?:^|\/)bungee\.yml$/,
    example: 'main: shop.Cups\nname: Cups\n',
    gives: '1 Cups',
    read: (text) => yamlPlugin(text),
  },
  {
    host: 'Fabric',
    path: /(?:^|\/)fabric\.mod\.json$/,
    example: '{\n"id": "cups",\n"entrypoints": {"main": ["shop.Cups"]}\n}',
    gives: '3 cups',
    read: (text) => jsonPlugin(text, 'id', 'entrypoints'),
  },
  {
    host: 'NeoForge',
    path: /(?:^|\/)neoforge\.mods\.toml$/,
    example: '[[mods]]\nmodId = "cups"\n',
    gives: '2 cups',
    read: (text) => firstOf(text, /^[ \t]{0,20}modId\s{0,9}=\s{0,9}["']([\w.-]{1,60})["']/m),
  },
  {
    host: 'Forge',
    path: /(?:^|\/)META-INF\/mods\.toml$/,
    example: '[[mods]]\nmodId="cups"\n',
    gives: '2 cups',
    read: (text) => firstOf(text, /^[ \t]{0,20}modId\s{0,9}=\s{0,9}["']([\w.-]{1,60})["']/m),
  },
  {
    host: 'IntelliJ Platform',
    path: /(?:^|\/)META-INF\/plugin\.xml$/,
    example: '<idea-plugin>\n<id>shop.cups</id>\n</idea-plugin>',
    gives: '2 shop.cups',
    read: (text) => (text.includes('<idea-plugin') ? firstOf(text, /<id>\s{0,9}([\w.-]{1,100})\s{0,9}</) : undefined),
  },
  {
    host: 'Visual Studio Code',
    path: /(?:^|\/)package\.json$/,
    example: '{\n"name": "cups",\n"main": "./out/main.js",\n"engines": {"vscode": "^1.90.0"}\n}',
    gives: '4 cups',
    read: (text) => (/"vscode"\s{0,9}:/.test(text) ? editorExtension(text) : undefined),
  },
  {
    host: 'browsers',
    path: /(?:^|\/)manifest(?:\.\w{1,20})?\.json$/,
    example: '{\n"manifest_version": 3,\n"name": "Cups",\n"background": {"service_worker": "a.js"}\n}',
    gives: '2 Cups',
    read: (text) =>
      /"(?:background|content_scripts|action|browser_action)"/.test(text)
        ? jsonPlugin(text, 'name', 'manifest_version')
        : undefined,
  },
];

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

function firstOf(text: string, pattern: RegExp): HostPlugin | undefined {
  const found = pattern.exec(text);
  return found?.[1] === undefined
    ? undefined
    : { name: found[1], line: lineAt(text, found.index + found[0].search(/\S/)) };
}

/** A class and a name; one that only a variable of the build says is none. */
function yamlPlugin(text: string): HostPlugin | undefined {
  const main = firstOf(text, /^main:\s{1,9}["']?([\w.${}]{1,150})/m);
  const name = /^name:\s{1,9}["']?([\w -]{1,60})/m.exec(text)?.[1]?.trim();
  return main === undefined || name === undefined ? undefined : { name, line: main.line };
}

function jsonPlugin(text: string, nameKey: string, shownBy: string): HostPlugin | undefined {
  const root = parseJson(text);
  const name = root?.get(nameKey)?.string;
  const shown = root?.get(shownBy);
  return name === undefined || shown === undefined || !/^[\w .:-]{1,80}$/.test(name)
    ? undefined
    : { name, line: shown.line };
}

function editorExtension(text: string): HostPlugin | undefined {
  const root = parseJson(text);
  const name = root?.get('name')?.string;
  const engine = root?.get('engines')?.get('vscode');
  const isLoaded = root?.get('main') ?? root?.get('browser') ?? root?.get('contributes');
  return name === undefined || engine === undefined || isLoaded === undefined ? undefined : { name, line: engine.line };
}

/** Plug-ins that another program loads, by the file that it reads of each. */
export const hostPluginExtractor: Extractor<HostPlugin> = {
  id: 'entryPoints/hostPlugins',
  version: 1,
  wants: (file) => pluginForms.some(({ path }) => path.test(file.path)),
  extract(file) {
    if (file.text.length > 200_000) return undefined;
    return pluginForms.find(({ path }) => path.test(file.path))?.read(file.text);
  },
};

const isOwn = ({ path, role }: FileRecord): boolean =>
  (role === 'config' || role === 'source') && !isBeside(path) && !isTestAsset(path);

/** What other programs load of the repository: where a reader begins who looks for a `main`. */
export function pluginFindings(model: ScanModel): FindingDraft[] {
  const all = [...model.factsOf(hostPluginExtractor)].flatMap(([file, { name, line }]) => {
    const host = pluginForms.find(({ path }) => path.test(file.path))?.host;
    // A name in several languages stands elsewhere.
    const own = name.startsWith('__MSG_') ? model.name : name;
    return host === undefined || !isOwn(file) ? [] : [{ name: own, host, path: file.path, line }];
  });
  // Hosts of one kind may each be given a file of their own.
  const plugins = [...groupBy(all, ({ host, name }) => `${host} ${name}`).values()].flatMap((same) => same.slice(0, 1));
  if (plugins.length === 0) return [];
  const hosts = [...groupBy(plugins, ({ host }) => host).keys()];
  const names = [...new Set(plugins.map(({ name }) => name))];
  const count = plugins.length === 1 ? 'One plug-in' : `${plugins.length} plug-ins`;
  return [
    {
      layer: 'entryPoints',
      rule: 'entry-points/plugins',
      key: 'plugins',
      title: shortTitle(`${count} for ${plainNames(hosts, 4)} found: ${plainNames(names, 3)}`),
      content: plugins
        .slice(0, 40)
        .map(
          ({ name, host, path, line }) =>
            `- ${markdownCode(name, 80)} for ${host}: ${markdownCode(`${path}:${line}`, 200)}`,
        )
        .join('\n'),
      importance: 3,
      confidence: 0.9,
      tags: ['plugins'],
      evidence: evidenceList(plugins.map(({ path, line }) => lineEvidence(path, line))),
    },
  ];
}
