import type { Links } from '../../../recall/factsView';
import type { SourceFile } from '../../../sourceFile';
import type { WayFact } from '../wayRule';

const made = /^(\w{1,60})(?:\s{0,4}:\s{0,4}[\w.]{1,60})?\s{0,4}=\s{0,4}[\w.]{0,80}[cC]elery\w{0,20}\(/gm;

/** The applications of Celery that a file makes. */
export function celeryApps(text: string, file: SourceFile): WayFact[] {
  return [...text.matchAll(made)].map(({ 1: name = '', index }) => ({
    kind: 'job',
    framework: 'Celery',
    name: '',
    line: file.lineAt(index),
    isApp: name,
  }));
}

type Told = readonly (readonly [path: string, fact: WayFact])[];

/** Tasks of files that do not name Celery, where what decorates them is an application of another file. */
export function withCeleryApps(facts: Told, links: Links): Told {
  const apps = new Set(facts.flatMap(([path, { isApp }]) => (isApp === undefined ? [] : [`${path} ${isApp}`])));
  return facts.filter(
    ([path, { isApp, byApp, group = '' }]) =>
      isApp === undefined && (byApp === undefined || (apps.size > 0 && isAppOf(path, group))),
  );

  function isAppOf(path: string, name: string): boolean {
    const origin = links.originOf(path, name);
    if (origin !== undefined && apps.has(`${origin.path} ${origin.name}`)) return true;
    return links
      .importsOf(path)
      .some(({ fact, files }) =>
        fact.bindings.some(
          ({ local, imported }) => local === name && files.some((file) => apps.has(`${file} ${imported}`)),
        ),
      );
  }
}
