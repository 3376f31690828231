import type { Extractor } from '../../extractor';
import { markdownCode } from '../../markdownText';
import type { FindingDraft, ScanModel } from '../../scanModel';
import { evidenceList, lineEvidence } from '../dependencies/findings/lists';
import { isBeside } from '../techStack/productPaths';
import { leftOut, namedTitle } from './titles';

/** What a file of plays says of itself. */
interface Playbook {
  /** The first line that makes it one. */
  readonly line: number;
  /** Machines of the first play. */
  readonly hosts?: string;
  /** Playbooks that it takes in, as they are written. */
  readonly takes: readonly string[];
}

/** Lists of tasks, of variables and of machines, which plays take in. */
const parts =
  /(?:^|\/)(?:roles|tasks|vars|defaults|handlers|meta|(?:group|host)_vars|inventor(?:y|ies)|molecule|files|templates)\//;
const takesIn = /^-?\s{1,4}(?:ansible\.builtin\.)?import_playbook:\s{1,4}["']?([\w./-]{1,200}\.ya?ml)/;
/** A play is given roles or tasks, or it only looks at its machines. */
const body = /^\s{2}(?:roles|tasks|pre_tasks|post_tasks):/m;

/** A file that `ansible-playbook` is given: a list of plays, each for some machines. */
export const playbookExtractor: Extractor<Playbook> = {
  id: 'entryPoints/playbooks',
  version: 1,
  wants: (file) => file.role === 'config' && /\.ya?ml$/.test(file.path) && !parts.test(file.path),
  extract(file) {
    if (file.text.length > 300_000 || !/^-\s/m.test(file.text)) return undefined;
    let hosts: string | undefined;
    let first = 0;
    const takes: string[] = [];
    for (const [index, line] of file.text.split('\n').entries()) {
      const named = /^(?:-|\s)\s{1,3}hosts:\s{0,4}(\S.{0,150})?$/.exec(line);
      const taken = takesIn.exec(line)?.[1];
      if (named === null && taken === undefined) continue;
      first ||= index + 1;
      if (taken !== undefined) takes.push(taken);
      else hosts ??= named?.[1]?.replace(/\s#.*$|^["']|["']$/g, '').trim();
    }
    if (first === 0 || (takes.length === 0 && !body.test(file.text))) return undefined;
    return { line: first, takes, ...(hosts === undefined ? {} : { hosts }) };
  },
};

/** What the whole is started with, by custom. */
const whole = /^(?:site|main|setup|playbook|install|all)\.ya?ml$/;
const ofTests = /(?:^|[/_-])tests?(?:[_-][\w-]{1,60})?\.ya?ml$/;

/** What a repository that sets up machines is entered by, where nothing in it is a program. */
export function playbookFindings(model: ScanModel): FindingDraft[] {
  if (!model.techStack.some(({ name }) => name === 'Ansible')) return [];
  const all = [...model.factsOf(playbookExtractor)].filter(
    ([file]) => !isBeside(file.path) && !ofTests.test(file.path),
  );
  // What others take in is started with them.
  const taken = new Set(all.flatMap(([file, { takes }]) => takes.map((one) => placed(file.path, one))));
  const told = all
    .filter(([file]) => !taken.has(file.path))
    .toSorted(
      ([a], [b]) =>
        a.path.split('/').length - b.path.split('/').length ||
        Number(whole.test(b.path)) - Number(whole.test(a.path)) ||
        (a.path < b.path ? -1 : 1),
    );
  const names = told.map(([file]) => file.path);
  if (names.length === 0) return [];
  return [
    {
      layer: 'entryPoints',
      rule: 'entry-points/playbooks',
      key: 'playbooks',
      title: namedTitle(`Playbook${names.length === 1 ? '' : 's'} found (Ansible)`, names),
      content: `${told
        .slice(0, mostShown)
        .map(([file, { line, hosts, takes }]) => {
          const on = hosts === undefined ? '' : `, first for ${markdownCode(hosts, 100)}`;
          const others = takes.length === 0 ? '' : `, takes in ${markdownCode(takes.slice(0, 8).join(', '), 200)}`;
          return `- ${markdownCode(`${file.path}:${line}`, 200)}${on}${others}`;
        })
        .join('\n')}${leftOut(told.length, mostShown)}`,
      importance: 3,
      confidence: 0.9,
      tags: ['ansible', 'playbooks'],
      evidence: evidenceList(told.map(([file, { line }]) => lineEvidence(file.path, line))),
    },
  ];
}

const mostShown = 40;

/** Where a path leads that is written in a file. */
function placed(from: string, written: string): string {
  const found = from.split('/').slice(0, -1);
  for (const part of written.split('/')) {
    if (part === '..') found.pop();
    else if (part !== '.') found.push(part);
  }
  return found.join('/');
}
