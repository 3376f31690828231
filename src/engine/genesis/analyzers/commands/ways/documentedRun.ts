import type { Extractor } from '../../../extractor';
import { folderOf } from '../../../facts/paths';
import type { ScanModel } from '../../../scanModel';
import { lineEvidence } from '../../dependencies/findings/lists';
import { joinedPath } from '../../dependencies/inventory/folderPattern';
import { ManifestSet } from '../../dependencies/inventory/manifestSet';
import { isBeside } from '../../techStack/productPaths';
import { oneLine } from '../commandFacts';
import { commandExtractor } from '../extractors';
import type { Way } from './way';

/** A line of a guide that starts something by a tool whose files show whether it can. */
export interface DocumentedRun {
  readonly written: string;
  readonly line: number;
  /** Folders that lines before it in the same block go to, as they are written. */
  readonly goes: readonly string[];
}

const guide =
  /^(?:README|DEVELOPMENT|DEVELOPING|HACKING|CONTRIBUTING|INSTALL|GETTING[-_]STARTED)\.(?:md|markdown|rst|txt)$/i;

/** What is typed there starts something else, or starts it for others. */
const otherHeading =
  /\b(?:tests?|testing|examples?|samples?|demos?|docs|documentation|benchmarks?|deploy\w*|production|releas\w*|upgrad\w*|usage|contribut\w* to)\b/i;

interface Form {
  readonly pattern: RegExp;
  readonly example: string;
  /** Whether what it names is there, in the folder that it is typed in. */
  readonly isThere: (place: Place) => boolean;
  /** A tool that starts more than the program comes after others. */
  readonly isLast?: true;
}

interface Place {
  readonly model: ScanModel;
  /** `''` at the top, else with a slash at its end. */
  readonly at: string;
  /** What the first group of the pattern holds. */
  readonly named: string;
}

const has =
  (...names: readonly string[]) =>
  ({ model, at }: Place): boolean =>
    names.some((name) => model.byPath.has(`${at}${name}`));

/** A file, or a folder that holds one. */
function hasPath({ model, at, named }: Place): boolean {
  const path = joinedPath(at.replace(/\/$/, ''), named);
  if (path === undefined || isBeside(`${path}/`)) return false;
  return model.byPath.has(path) || model.files.some((file) => file.path.startsWith(`${path}/`));
}

function hasModule(place: Place): boolean {
  const path = place.named.split(':')[0]?.replaceAll('.', '/') ?? '';
  const inside = [`${path}.py`, `${path}/__main__.py`, `${path}/__init__.py`];
  return !isBeside(`${path}/`) && has(...inside, ...inside.map((name) => `src/${name}`))(place);
}

/** A file of services of which at least one is built here. */
function buildsService({ model, at, named }: Place): boolean {
  const files = named === '' ? ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'] : [named];
  const [, commands = []] =
    [...model.factsOf(commandExtractor)].find(([{ path }]) => files.some((name) => path === `${at}${name}`)) ?? [];
  return commands.some(({ does }) => does === 'build');
}

function isCrate({ model, at, named }: Place): boolean {
  return named === ''
    ? model.byPath.has(`${at}src/main.rs`)
    : ManifestSet.of(model).manifests.some(({ facts }) => facts.ecosystem === 'cargo' && facts.name === named);
}

const environment = '^(?:(?:uv|poetry|pipenv|pdm) run |bundle exec )?';
const form = (pattern: string): RegExp => new RegExp(`${environment}${pattern}$`);

export const runForms: readonly Form[] = [
  {
    pattern: form(String.raw`(?:(?:\.{0,2}/)?mvnw|mvn) spring-boot:run`),
    example: './mvnw spring-boot:run',
    isThere: has('pom.xml'),
  },
  {
    pattern: form(String.raw`(?:\.{0,2}/)?gradlew (?::?[\w:-]{1,60}:)?(?:bootRun|run)`),
    example: './gradlew :server:run',
    isThere: ({ model }) => model.byPath.has('gradlew'),
  },
  { pattern: form('sbt run'), example: 'sbt run', isThere: has('build.sbt') },
  { pattern: form('swift run(?: [A-Z]\\w{0,40}(?: serve)?)?'), example: 'swift run', isThere: has('Package.swift') },
  {
    pattern: form('cargo run(?: (?:-r|--release))?(?: (?:-p|--package) ([\\w-]{1,60}))?'),
    example: 'cargo run -p server',
    isThere: isCrate,
  },
  { pattern: form(String.raw`go run (\.{0,2}/?[\w./-]{1,80})`), example: 'go run ./cmd/server', isThere: hasPath },
  {
    pattern: form(String.raw`dotnet run --project ([\w./-]{1,120})`),
    example: 'dotnet run --project src/Shop',
    isThere: hasPath,
  },
  {
    pattern: form('flask run(?: --debug)?'),
    example: 'flask run',
    isThere: has('app.py', 'wsgi.py', 'autoapp.py', '.flaskenv'),
  },
  {
    pattern: form(String.raw`uvicorn ([\w.]{1,80}:\w{1,40})(?: --reload)?`),
    example: 'uvicorn app.main:app --reload',
    isThere: hasModule,
  },
  {
    pattern: form(String.raw`python3? (?:\./)?([\w/-]{1,80}\.py)(?: run(?:server)?)?`),
    example: 'python app.py',
    isThere: hasPath,
  },
  { pattern: form('(?:bin/)?rails s(?:erver)?'), example: 'rails server', isThere: has('config/application.rb') },
  { pattern: form('(?:iex -S )?mix phx\\.server'), example: 'mix phx.server', isThere: has('mix.exs') },
  {
    pattern: /^docker(?:-| )compose(?: -f ([\w./-]{1,80}))? up(?: (?:-d|--build|--detach)){0,2}$/,
    example: 'docker compose up -d',
    isThere: buildsService,
    isLast: true,
  },
];

/** A program that makes documents, or runs once for those who work on it. */
const aside = /(?:^|[/_.-])(?:setup|tests?|docs?|install|build|conftest|scripts?)(?:[/_.-]|$)/;

export const documentedRunExtractor: Extractor<readonly DocumentedRun[]> = {
  id: 'commands/documentedRun',
  version: 1,
  wants: ({ path, role }) => guide.test(path) && role !== 'fixture' && role !== 'vendored',
  extract(file) {
    const found: DocumentedRun[] = [];
    let isFenced = false;
    let isOther = false;
    let goes: string[] = [];
    for (const [index, raw] of file.text.slice(0, 200_000).split('\n').entries()) {
      if (/^\s{0,9}(?:```|~~~)/.test(raw)) {
        isFenced = !isFenced;
        goes = [];
        continue;
      }
      const heading = isFenced ? undefined : /^#{1,6}\s{1,9}(.{1,200})$/.exec(raw)?.[1];
      if (heading !== undefined) isOther = otherHeading.test(heading);
      // Outside of a fence a line is shown as typed by its indentation and the mark of a shell.
      const typed = isFenced
        ? raw.trim().replace(/^\$\s{1,3}/, '')
        : /^(?: {3,}|\s{0,3}\t)\$ (.{1,200})$/.exec(raw)?.[1];
      if (typed === undefined) {
        if (heading !== undefined) goes = [];
        continue;
      }
      for (const step of (typed.split(/\s#/)[0] ?? '').split('&&')) {
        const written = step.trim();
        const target = /^cd\s{1,5}["']?([\w./-]{1,80})["']?$/.exec(written)?.[1];
        if (target !== undefined) goes = [...goes, target].slice(0, 8);
        else if (!isOther && runForms.some(({ pattern }) => pattern.test(written)))
          found.push({ written: oneLine(written), line: index + 1, goes });
      }
    }
    return found.length === 0 ? undefined : found.slice(0, 40);
  },
};

/** How a guide at the top says to run the whole, where what it names is there. */
export function documentedRun(model: ScanModel): Way[] {
  const all = [...model.factsOf(documentedRunExtractor)]
    .sort(([a], [b]) => Number(/^readme/i.test(b.path)) - Number(/^readme/i.test(a.path)))
    .flatMap(([file, runs]) => runs.flatMap((run) => wayOf(model, file.path, run) ?? []));
  const [first] = all.sort((a, b) => a.order - b.order);
  return first === undefined ? [] : [first];
}

function wayOf(model: ScanModel, path: string, { written, line, goes }: DocumentedRun): Way | undefined {
  const folder = folderAfter(model, goes);
  const known = runForms.find(({ pattern }) => pattern.test(written));
  const named = known?.pattern.exec(written)?.[1] ?? '';
  if (folder === undefined || known === undefined || aside.test(named.toLowerCase())) return undefined;
  // Alone it only says what it can do.
  if (/(?:^|\/)manage\.py$/.test(named) && !/ run(?:server)?$/.test(written)) return undefined;
  if (!known.isThere({ model, at: folder === '' ? '' : `${folder}/`, named })) return undefined;
  return {
    purpose: 'run',
    run: folder === '' ? typedAt(model, '', written) : `cd ${folder} && ${typedAt(model, folder, written)}`,
    evidence: lineEvidence(path, line),
    does: '',
    declared: true,
    atTop: true,
    whole: true,
    order: 40 + (known.isLast === true ? 5 : 0),
  };
}

/** Guides leave out where the wrapper of Maven lies, which no shell but that of Windows finds by itself. */
function typedAt({ byPath }: ScanModel, folder: string, written: string): string {
  if (!written.startsWith('mvnw ')) return written;
  if (byPath.has(folder === '' ? 'mvnw' : `${folder}/mvnw`)) return `./${written}`;
  return byPath.has('mvnw') ? `${'../'.repeat(folder.split('/').length)}${written}` : written.replace('mvnw', 'mvn');
}

/** The first step may go to the folder that the repository was fetched into; nothing where a folder is not there. */
function folderAfter(model: ScanModel, goes: readonly string[]): string | undefined {
  let folder = '';
  for (const [index, target] of goes.entries()) {
    const next = joinedPath(folder, target);
    const isThere = next !== undefined && (next === '' || model.files.some(({ path }) => path.startsWith(`${next}/`)));
    if (isThere) folder = next;
    else if (index > 0 || target.includes('/') || folderOf(target) !== '') return undefined;
  }
  return folder;
}
