import type { Links } from '../../../recall/factsView';
import type { SourceFile } from '../../../sourceFile';
import type { WayFact } from '../wayRule';

/** An application of Typer that is put into one of this file, whose commands stand in another. */
export interface AddedApp {
  readonly parent: string;
  /** `cups.app`, or `cups_app` where that is imported by its name. */
  readonly child: string;
  readonly label: string;
}

const added =
  /\b(\w{1,60})\.add_typer\(\s{0,60}(\w{1,60}(?:\.\w{1,60})?)\s{0,4},[^)]{0,300}?\bname\s{0,4}=\s{0,4}['"]([\w:-]{1,80})['"]/g;

/** What is put into the applications of a file. */
export function addedApps(text: string, file: SourceFile): WayFact[] {
  return [...text.matchAll(added)].map(({ 1: parent = '', 2: child = '', 3: label = '', index }) => ({
    kind: 'cli',
    framework: 'Typer',
    name: '',
    line: file.lineAt(index),
    adds: { parent, child, label },
  }));
}

type Told = readonly (readonly [path: string, fact: WayFact])[];

const deepest = 5;

/** Commands of Typer with the groups above them that other files say. */
export function withTyperGroups(facts: Told, links: Links): Told {
  if (!facts.some(([, { adds }]) => adds !== undefined)) return facts;
  const above = new Map<string, { readonly path: string; readonly parent: string; readonly label: string }>();
  for (const [path, { adds }] of facts) {
    if (adds !== undefined) above.set(appOf(path, adds.child), { path, ...adds });
  }
  return facts.flatMap(([path, fact]): Told => {
    if (fact.adds !== undefined) return [];
    if (fact.framework !== 'Typer' || fact.group === undefined) return [[path, fact]];
    return [[path, { ...fact, name: [...labelsOf(path, fact.group), fact.name].join(' ') }]];
  });

  function labelsOf(path: string, group: string): string[] {
    const labels: string[] = [];
    let found = above.get(`${path} ${group}`);
    for (let depth = 0; found !== undefined && depth < deepest; depth++) {
      // What a file says of its own groups is told by its text.
      if (found.path !== path) labels.unshift(found.label);
      found = above.get(`${found.path} ${found.parent}`);
    }
    return labels;
  }

  function appOf(path: string, child: string): string {
    const [module = '', name] = child.split('.');
    for (const { fact, files } of links.importsOf(path)) {
      const [file] = files;
      if (file === undefined || files.length > 1 || !fact.bindings.some(({ local }) => local === module)) continue;
      if (name !== undefined) return `${file} ${name}`;
      const imported = fact.bindings.find(({ local }) => local === module)?.imported;
      return `${file} ${imported ?? module}`;
    }
    return `${path} ${child}`;
  }
}
