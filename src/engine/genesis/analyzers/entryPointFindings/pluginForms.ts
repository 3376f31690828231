import { parseJson } from '../dependencies/text/jsonTree';
import { lineAt, type NamedLine, nameIn } from './namedLine';

interface PluginForm {
  readonly host: string;
  /** All files of the form are parts of one, which is called like the repository. */
  readonly isWhole?: true;
  readonly path: RegExp;
  readonly example: string;
  /** Of the example, where `read` asks for one. */
  readonly at?: string;
  /** Line and name. */
  readonly gives: string;
  /** A name that is empty is that of the folder. */
  read(text: string, path: string): readonly NamedLine[];
}

const manifest = /(?:^|\/)manifest(?:\.\w{1,20})?\.json$/;
const pom = /(?:^|\/)pom\.xml$/;

/** How a plug-in tells the program that loads it what it is called. */
export const pluginForms: readonly PluginForm[] = [
  {
    host: 'Bukkit',
    path: /(?:^|\/)(?:paper-)?plugin\.yml$/,
    example: 'name: Cups\nmain: shop.Cups\n',
    gives: '2 Cups',
    read: yamlPlugin,
  },
  {
    host: 'BungeeCord',
    path: /(?:^|\/)bungee\.yml$/,
    example: 'main: shop.Cups\nname: Cups\n',
    gives: '1 Cups',
    read: yamlPlugin,
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
    read: modId,
  },
  {
    host: 'Forge',
    path: /(?:^|\/)META-INF\/mods\.toml$/,
    example: '[[mods]]\nmodId="cups"\n',
    gives: '2 cups',
    read: modId,
  },
  {
    host: 'IntelliJ Platform',
    path: /(?:^|\/)META-INF\/plugin\.xml$/,
    example: '<idea-plugin>\n<id>shop.cups</id>\n</idea-plugin>',
    gives: '2 shop.cups',
    read: (text) => (text.includes('<idea-plugin') ? nameIn(text, /<id>\s{0,9}([\w.-]{1,100})\s{0,9}</) : []),
  },
  {
    host: 'Visual Studio Code',
    path: /(?:^|\/)package\.json$/,
    example: '{\n"name": "cups",\n"main": "./out/main.js",\n"engines": {"vscode": "^1.90.0"}\n}',
    gives: '4 cups',
    read: (text) => (/"vscode"\s{0,9}:/.test(text) ? editorExtension(text) : []),
  },
  {
    host: 'browsers',
    path: manifest,
    example: '{\n"manifest_version": 3,\n"name": "Cups",\n"background": {"service_worker": "a.js"}\n}',
    gives: '2 Cups',
    read: (text) =>
      /"(?:background|content_scripts|action|browser_action)"/.test(text)
        ? jsonPlugin(text, 'name', 'manifest_version')
        : [],
  },
  {
    host: 'Obsidian',
    path: /(?:^|\/)manifest\.json$/,
    example: '{\n"id": "cups",\n"minAppVersion": "1.0.0"\n}',
    gives: '3 cups',
    read: (text) => (text.includes('"minAppVersion"') ? jsonPlugin(text, 'id', 'minAppVersion') : []),
  },
  {
    host: 'Home Assistant',
    path: /(?:^|\/)custom_components\/\w{1,60}\/manifest\.json$/,
    example: '{\n"domain": "cups"\n}',
    at: 'custom_components/cups/manifest.json',
    gives: '2 cups',
    read: (text) => jsonPlugin(text, 'domain', 'domain'),
  },
  {
    host: 'GNOME Shell',
    path: /(?:^|\/)metadata\.json$/,
    example: '{\n"uuid": "cups@shop",\n"shell-version": ["47"]\n}',
    gives: '3 cups@shop',
    read: (text) => (text.includes('"shell-version"') ? jsonPlugin(text, 'uuid', 'shell-version') : []),
  },
  {
    host: 'WordPress',
    path: /^(?!wp-content\/)(?:[^/]{1,80}\/){0,2}[\w.-]{1,80}\.php$/,
    example: '<?php\n/*\n * Plugin Name: Cups\n */',
    gives: '3 Cups',
    read: (text) =>
      nameIn(text.slice(0, 8_192), /^[ \t/*#@]{0,20}Plugin Name:[ \t]{0,20}([^\s*<][^\n*<]{0,80}[^\s*<])/m),
  },
  {
    host: 'Discourse',
    path: /^(?:plugins\/[\w-]{1,60}\/)?plugin\.rb$/,
    example: '# frozen_string_literal: true\n\n# name: cups\n# about: Washes\n# version: 1\n',
    gives: '3 cups',
    read: (text) =>
      /^# about:/m.test(text.slice(0, 4_096)) ? nameIn(text.slice(0, 4_096), /^# name:[ \t]{0,9}([\w -]{1,60})/m) : [],
  },
  {
    host: 'Swift Package Manager',
    path: /(?:^|\/)Package\.swift$/,
    example: 'let package = Package(\n  products: [\n    .plugin(name: "Cups", targets: ["Wash cups"]),\n  ]\n)',
    gives: '3 Cups',
    read: (text) =>
      [...text.matchAll(/\.plugin\(\s{0,40}name:\s{0,9}"([\w. -]{1,60})",\s{0,40}targets:/g)].map(
        ({ 1: name = '', index }) => ({ name, line: lineAt(text, index) }),
      ),
  },
  {
    host: 'Nextcloud',
    path: /(?:^|\/)appinfo\/info\.xml$/,
    example: '<info>\n<id>cups</id>\n</info>',
    gives: '2 cups',
    read: (text) => nameIn(text, /<id>\s{0,9}(\w{1,60})\s{0,9}</),
  },
  {
    host: 'Maven',
    path: pom,
    example: '<project>\n<artifactId>cups-maven-plugin</artifactId>\n<packaging>maven-plugin</packaging>\n</project>',
    gives: '3 cups-maven-plugin',
    read: (text) => packaged(text, /<packaging>\s{0,9}maven-plugin\s{0,9}</),
  },
  {
    host: 'Jenkins',
    path: pom,
    example: '<project>\n<artifactId>cups</artifactId>\n<packaging>hpi</packaging>\n</project>',
    gives: '3 cups',
    read: (text) => packaged(text, /<packaging>\s{0,9}hpi\s{0,9}</),
  },
  {
    host: 'Gradle',
    path: /^(?!.{0,200}(?:build-?Src|build-?logic|build-?plugins?|conventions?)\/).{0,200}(?:^|\/)build\.gradle(?:\.kts)?$/i,
    example:
      'plugins { id("maven-publish") }\ngradlePlugin {\n  plugins.create("cups") {\n    id = "shop.cups"\n  }\n}',
    gives: '4 shop.cups',
    read: gradlePlugins,
  },
  {
    host: 'Godot',
    path: /(?:^|\/)addons\/[^/]{1,80}\/plugin\.cfg$/,
    example: '[plugin]\nname="Cups"\n',
    at: 'addons/cups/plugin.cfg',
    gives: '2 Cups',
    read: (text) => nameIn(text, /^name\s{0,9}=\s{0,9}"([^"\n]{1,80})"/m),
  },
  {
    host: 'pytest',
    path: /(?:^|\/)(?:pyproject\.toml|setup\.(?:cfg|py))$/,
    example: '[project.entry-points.pytest11]\ncups = "cups.plugin"\n',
    gives: '2 cups',
    read: (text) =>
      nameIn(text, /\bpytest11\b["']?\s{0,9}(?:\]|[:=]\s{0,40}[[{(]?)\s{1,40}["']?([\w.-]{1,60})["']?\s{0,9}=/).map(
        ({ name }) => ({ name, line: lineAt(text, text.indexOf(name, text.indexOf('pytest11'))) }),
      ),
  },
  {
    host: 'Neovim',
    isWhole: true,
    path: /^(?:plugin\/[\w.-]{1,60}|lua\/[\w.-]{1,60}\/init)\.lua$/,
    example: 'local M = {}\nM.setup = function(opts)\n  vim.notify("cups")\nend\n',
    gives: '3 ',
    read: (text) => nameIn(text, /\bvim\.(?:api|fn|cmd|g|o|opt|keymap|notify|tbl_\w{1,20})\b()/),
  },
  {
    host: 'Vim',
    isWhole: true,
    path: /^plugin\/[\w.-]{1,60}\.vim$/,
    example: '" Washes.\ncommand! -nargs=0 Wash call cups#wash()\n',
    gives: '2 ',
    // A command that is defined outside of functions says it best.
    read: (text) => {
      const commands = nameIn(text, /^command!?[ \t]()/m);
      return commands.length > 0
        ? commands
        : nameIn(text, /^[ \t]{0,20}(?:command!?|autocmd|au|(?:[nvxoi]?(?:nore)?map))[ \t]()/m);
    },
  },
  {
    host: 'Emacs',
    path: /^(?:lisp\/)?[\w-]{1,60}\.el$/,
    example: ';;; cups.el --- Washes\n;; Package-Requires: ((emacs "27.1"))\n',
    at: 'cups.el',
    gives: '2 cups',
    read: (text, path) =>
      nameIn(text.slice(0, 8_192), /^;; Package-Requires:()/m).map(({ line }) => ({
        name: path.slice(path.lastIndexOf('/') + 1, -'.el'.length),
        line,
      })),
  },
];

function modId(text: string): NamedLine[] {
  return nameIn(text, /^[ \t]{0,20}modId\s{0,9}=\s{0,9}["']([\w.-]{1,60})["']/m);
}

/** A class and a name; one that only a variable of the build says is none. */
function yamlPlugin(text: string): NamedLine[] {
  const [main] = nameIn(text, /^main:\s{1,9}["']?([\w.${}]{1,150})/m);
  const name = /^name:\s{1,9}["']?([\w -]{1,60})/m.exec(text)?.[1]?.trim();
  return main === undefined || name === undefined ? [] : [{ name, line: main.line }];
}

function jsonPlugin(text: string, nameKey: string, shownBy: string): NamedLine[] {
  const root = parseJson(text);
  const name = root?.get(nameKey)?.string;
  const shown = root?.get(shownBy);
  return name === undefined || shown === undefined || !/^[\w .:@-]{1,80}$/.test(name)
    ? []
    : [{ name, line: shown.line }];
}

function editorExtension(text: string): NamedLine[] {
  const root = parseJson(text);
  const name = root?.get('name')?.string;
  const engine = root?.get('engines', 'vscode');
  const isLoaded = root?.get('main') ?? root?.get('browser') ?? root?.get('contributes');
  return name === undefined || engine === undefined || isLoaded === undefined ? [] : [{ name, line: engine.line }];
}

/** What a module of Maven is packed as, by its own name. */
function packaged(text: string, packaging: RegExp): NamedLine[] {
  const at = text.search(packaging);
  if (at < 0) return [];
  const own = text.replace(/<parent>[\s\S]{0,2000}?<\/parent>/, '');
  const name = /<artifactId>\s{0,9}([\w.-]{1,80})/.exec(own)?.[1];
  return name === undefined ? [] : [{ name, line: lineAt(text, at) }];
}

/** Plug-ins of a build that are published for the builds of others, by the ids that those apply. */
function gradlePlugins(text: string): NamedLine[] {
  const at = text.search(/^[ \t]{0,8}gradlePlugin\s{0,4}\{/m);
  if (at < 0 || !/maven-publish|plugin-publish|maven\.publish|plugin\.publish/.test(text)) return [];
  const block = text.slice(at, at + 4_000);
  const found = [...block.matchAll(/\bid(?:\.set\(|\s{0,9}=?\s{0,9})["']([\w.-]{3,100})["']/g)].map(
    ({ 1: name = '', index }) => ({ name, line: lineAt(text, at + index) }),
  );
  // A name that the build works out stands elsewhere.
  return found.length > 0 ? found : [{ name: '', line: lineAt(text, at + block.search(/\S/)) }];
}
