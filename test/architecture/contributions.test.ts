import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  commandIds,
  commitScheme,
  contextKeys,
  contextScheme,
  contextVersionScheme,
  deliveryScheme,
  panelViewType,
  sessionScheme,
  settingIds,
  viewContainerId,
  viewIds,
} from '../../src/shell/contributions';
import { importsOf, repositoryRoot, sourceFiles } from './sources';

interface Named {
  readonly id?: string;
  readonly command?: string;
  readonly when?: string;
  readonly view?: string;
  readonly contents?: string;
  readonly icon?: string;
  readonly submenu?: string;
  readonly group?: string;
  readonly category?: string;
  readonly title?: string;
  readonly enablement?: string;
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly Named[];
    readonly views: Readonly<Record<string, readonly Named[]>>;
    readonly viewsContainers: Readonly<Record<string, readonly Named[]>>;
    readonly viewsWelcome: readonly Named[];
    readonly menus: Readonly<Record<string, readonly Named[]>>;
    readonly submenus: readonly Named[];
    readonly keybindings: readonly Named[];
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Setting>> }[];
  };
}

interface Setting {
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly default?: unknown;
  readonly scope?: string;
}

const manifest: Manifest = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8'));
const { commands, views, viewsContainers, viewsWelcome, menus, submenus, keybindings, configuration } =
  manifest.contributes;
const menuItems = Object.values(menus).flat();
const properties = Object.entries(Object.assign({}, ...configuration.map((group) => group.properties)) as object);
const sorted = (values: Iterable<string | undefined>): (string | undefined)[] => [...values].sort();

describe('contributions', () => {
  it('package.json and the code name the same commands', () => {
    assert.deepEqual(sorted(commands.map(({ command }) => command)), sorted(commandIds));
  });

  it('package.json and the code name the same views, in the same container', () => {
    assert.deepEqual(Object.keys(views), [viewContainerId]);
    assert.deepEqual(sorted((views[viewContainerId] ?? []).map(({ id }) => id)), sorted(viewIds));
    assert.deepEqual(
      viewsContainers['activitybar']?.map(({ id }) => id),
      [viewContainerId],
    );
  });

  it('package.json and the code name the same settings, each described and with a default', () => {
    assert.deepEqual(sorted(properties.map(([id]) => id)), sorted(settingIds));
    for (const [id, setting] of properties as [string, Setting][]) {
      assert.ok((setting.description ?? setting.markdownDescription ?? '').length > 20, `${id} is described`);
      assert.notEqual(setting.default, undefined, `${id} has a default`);
    }
  });

  it('each setting does something: the code reads it', () => {
    const text = importsOf.text('src/shell/settings.ts');
    for (const id of settingIds) assert.ok(text.includes(`'${id}'`), id);
  });

  it("no workspace can say where something is sent: every setting of a server is the machine's", () => {
    const servers = (properties as [string, Setting][]).filter(([id]) => id.startsWith('contox.server.'));
    assert.ok(servers.length >= 6);
    for (const [id, { scope }] of servers) assert.equal(scope, 'machine', id);
  });

  it('the extension wakes up after the start of the window, and for its documents and its panel', () => {
    const schemes = [contextScheme, contextVersionScheme, sessionScheme, commitScheme, deliveryScheme];
    const documents = schemes.map((scheme) => `onFileSystem:${scheme}`);
    const others = ['onStartupFinished', `onWebviewPanel:${panelViewType}`];
    assert.deepEqual(sorted(manifest.activationEvents), sorted([...documents, ...others]));
    assert.ok(importsOf.text('src/shell/panel/genesisPanel.ts').includes(`'${panelViewType}'`));
  });

  it('every command has the category Contox and a title without it', () => {
    for (const { command, category, title } of commands) {
      assert.equal(category, 'Contox', command);
      assert.match(title ?? '', /^[A-Z](?!.*Contox)/, command);
    }
  });

  it('menus, keybindings and welcome texts call commands that exist', () => {
    const own = new Set<string | undefined>(commandIds);
    for (const { command } of [...menuItems, ...keybindings]) if (command) assert.ok(own.has(command), command);
    const links = viewsWelcome.flatMap(({ contents = '' }) => [...contents.matchAll(/\(command:([\w.]+)\)/g)]);
    const foreign = links.map(([, command]) => command).filter((command) => !own.has(command));
    assert.deepEqual([...new Set(foreign)].sort(), ['vscode.openFolder', 'workbench.trust.manage']);
  });

  it('submenus are declared and have items', () => {
    const used = menuItems.flatMap(({ submenu }) => submenu ?? []);
    assert.deepEqual(
      submenus.map(({ id }) => id),
      used,
    );
    for (const id of used) assert.ok((menus[id] ?? []).length > 0, id);
  });

  it('what stands as an icon in a title or a row has one', () => {
    const icons = new Map(commands.map(({ command, icon }) => [command, icon]));
    const places = [...(menus['view/title'] ?? []), ...(menus['view/item/context'] ?? [])];
    const shown = places.filter(({ group = '' }) => /^(navigation|inline)/.test(group));
    assert.ok(shown.length > 10);
    for (const { command } of shown) if (command) assert.match(icons.get(command) ?? '', /^\$\([a-z-]+\)$/, command);
  });

  it('when clauses use the context keys that the code sets, and the code sets no others', () => {
    const clauses = [...menuItems, ...viewsWelcome, ...keybindings].map(({ when = '' }) => when);
    const text = [...clauses, ...commands.map(({ enablement = '' }) => enablement)].join(' ');
    const ids = new Set<string>([...viewIds, ...commandIds]);
    const used = [...text.matchAll(/contox\.[\w.]+/g)].map(([key]) => key).filter((key) => !ids.has(key));
    const unused = contextKeys.filter((key) => !used.includes(key));
    assert.deepEqual(sorted(new Set(used)), sorted(contextKeys.filter((key) => used.includes(key))));
    assert.deepEqual(unused, []);
    for (const key of contextKeys) assert.ok(importsOf.text('src/shell/contextKeys.ts').includes(`'${key}'`), key);
  });

  it('no when clause needs a key of ours to be set before the extension is active', () => {
    // Unset keys are false: a command that requires one could never be run from the palette in a fresh window.
    for (const { command, enablement = '' } of commands)
      for (const [clause] of enablement.matchAll(/!?contox\.\w+/g))
        assert.ok(clause.startsWith('!'), `${command}: ${clause}`);
  });

  it('the code names no id of ours that is not declared', () => {
    const declared = new Set<string>([...commandIds, ...viewIds, ...settingIds, ...contextKeys, panelViewType]);
    const files = sourceFiles('src/shell').filter((file) => !file.startsWith('src/shell/panel/'));
    const undeclared = [...files, 'src/extension.ts']
      .flatMap((file) => [...importsOf.text(file).matchAll(/'(contox\.[\w.]+)'/g)].map(([, id]) => id))
      .filter((id) => id && !declared.has(id) && id !== 'contox.status');
    assert.deepEqual(undeclared, []);
  });

  it('every view says something in each state where it can be empty', () => {
    for (const view of ['contox.sessions', 'contox.contexts', 'contox.findings']) {
      const clauses = viewsWelcome.filter((item) => item.view === view).map(({ when = '' }) => when);
      for (const word of ['workspaceFolderCount == 0', '!isWorkspaceTrusted', 'virtualWorkspace', 'contox.problem'])
        assert.ok(
          clauses.some((when) => when.includes(word)),
          `${view}: ${word}`,
        );
    }
  });
});
