import type { Extractor } from '../../../extractor';
import { folderOf } from '../../../facts/paths';
import type { ScanModel } from '../../../scanModel';
import { lineEvidence } from '../../dependencies/findings/lists';
import { joinedPath } from '../../dependencies/inventory/folderPattern';
import { oneLine } from '../commandFacts';
import type { Purpose } from '../purposes';
import type { GuideForm } from './guides/guideForm';
import { formOf } from './guides/guideForms';
import { createMainLanguageCheck } from './mainLanguages';
import type { Way } from './way';

/** A line of a guide that is typed for a tool whose files show whether it can be. */
interface DocumentedWay {
  readonly written: string;
  readonly line: number;
  /** Folders that lines before it in the same block go to, as they are written. */
  readonly goes: readonly string[];
}

/** Guides in the order in which they are believed, of those who develop before those of users. */
const guides: readonly RegExp[] = [
  /^(?:\.github\/|docs?\/)?CONTRIBUTING\.(?:md|markdown|rst|txt|adoc)$/i,
  /^(?:docs?\/)?(?:DEVELOP(?:MENT|ING|(?:ER|MENT)[-_]GUIDE)?|HACKING|(?:README[-_.])?(?:BUILD(?:ING)?|COMPIL(?:E|ING)))\.(?:md|markdown|rst|txt|adoc)$/i,
  /^(?:README|INSTALL|GETTING[-_]STARTED)(?:\.(?:md|markdown|rst|txt|adoc))?$/i,
  /^(?:AGENTS|CLAUDE)\.md$/,
];
const rankOf = (path: string): number => guides.findIndex((guide) => guide.test(path));

/** What is typed there starts something else, or starts it for others. */
const otherHeading =
  /\b(?:examples?|samples?|demos?|docs|documentation|benchmarks?|deploy\w*|production|releas\w*|upgrad\w*|contribut\w* to|translat\w*)\b/i;
/** A project that shows how a library is used. */
const ofSample = /(?:^|[\s:/._-])(?:samples?|examples?|demos?)(?:$|[\s:/._-])/i;
const ofTests = /\b(?:tests?|testing)\b/i;
const inContainers = /\b(?:docker|podman|containers?)\b/i;

/** A sentence that speaks of typing what it shows, and not against it. */
const speaksOfTyping = /\b(?:run|running|execute|type|using|use|invoke|call)\b/i;
const speaksAgainst =
  /\b(?:not|never|don't|instead of|no longer|deprecated|previously|if|when|after|before|windows|docker)\b/i;

const isToolName = (code: string): boolean => /^(?:make|rake|ant|tox|nox|qbs|scons)$/.test(code);

const ofWindows = /\.(?:ps1|cmd|bat)\b|^\.\\/;

/** A program that makes documents, or runs once for those who work on it. */
const aside =
  /(?:^|[/_.-])(?:setup|tests?|docs?|install|build|conftest|scripts?|devscripts?|tools?|make|gen|generate|prepare|preprocess|download|convert)(?:[/_.-]|$)/;

export const documentedWayExtractor: Extractor<readonly DocumentedWay[]> = {
  id: 'commands/documentedWays',
  version: 14,
  wants: ({ path, role }) => rankOf(path) >= 0 && role !== 'fixture' && role !== 'vendored',
  extract(file) {
    const found: DocumentedWay[] = [];
    let isFenced = false;
    let heading = '';
    let before = '';
    let goes: string[] = [];
    const isAsciidoc = file.path.endsWith('.adoc');
    const isPlain = /(?:^|\/)[A-Z]+(?:\.txt)?$/.test(file.path);
    const add = (written: string, line: number): void => {
      const purpose = otherHeading.test(heading) ? undefined : formOf(written)?.purpose;
      if (purpose === 'run' && ofSample.test(written)) return;
      if (purpose === undefined || (purpose !== 'test' && ofTests.test(heading))) return;
      if (purpose !== 'run' && inContainers.test(heading)) return;
      found.push({ written: oneLine(written), line, goes });
    };
    for (const [index, raw] of file.text.slice(0, 200_000).split('\n').entries()) {
      if (isAsciidoc ? /^-{4,90}\s{0,3}$/.test(raw) : /^\s{0,9}(?:```|~~~)/.test(raw)) {
        isFenced = !isFenced;
        goes = [];
        continue;
      }
      const isUnderlined =
        !isFenced && !isAsciidoc && /^(?:-{3,200}|={3,200})\s{0,3}$/.test(raw) && before.trim() !== '';
      const head = isFenced ? undefined : isUnderlined ? before : /^(?:#|=){1,6}\s{1,9}(.{1,200})$/.exec(raw)?.[1];
      if (head !== undefined) heading = head;
      before = raw;
      // Outside of a fence a line is shown as typed by its indentation.
      const typed = isFenced
        ? raw.trim().replace(/^(?:[$%>]|PS>)\s{1,3}/, '')
        : /^(?: {4,}|\s{0,3}\t| {3}(?=[$%] ))(?:[$%] {1,3})?(?=\S)(.{1,200})$/.exec(raw)?.[1];
      if (typed === undefined) {
        if (head !== undefined) goes = [];
        if (raw.length < 600 && speaksOfTyping.test(raw) && !speaksAgainst.test(raw))
          // The word alone may only be the name of the tool.
          for (const [, code = ''] of raw.matchAll(/(?<!`)`([^`\n]{1,120})`(?!`)/g))
            if (!isToolName(code) || /\b(?:run|running|type|typing|execute|invoke|using)\s{1,3}`\w{1,5}`/i.test(raw))
              add(code.trim(), index + 1);
        // Plain text has no marks for code.
        if (isPlain)
          for (const [, code = ''] of raw.slice(0, 600).matchAll(/\b(?:do|run|type|typing|running) "([^"\n]{1,60})"/g))
            add(code, index + 1);
        continue;
      }
      for (const step of (typed.split(/\s;?#/)[0] ?? '').split('&&')) {
        const written = step.trim();
        const target = /^cd\s{1,5}["']?([\w./-]{1,80})["']?$/.exec(written)?.[1]?.replace(/\/$/, '');
        if (target === undefined) add(written, index + 1);
        else goes = [...goes, target].slice(0, 8);
      }
    }
    return found.length === 0 ? undefined : found.slice(0, 60);
  },
};

/** How guides say to do something with the whole, where what they name is there: the first of them. */
export function documentedWay(model: ScanModel, purpose: Purpose, hasUsual: boolean): Way[] {
  const isMain = createMainLanguageCheck(model);
  const all = [...model.factsOf(documentedWayExtractor)].flatMap(([{ path }, ways]) =>
    ways.flatMap((way) => {
      const form = formOf(way.written);
      if (form?.purpose !== purpose || (hasUsual && !goesBefore(form, way.written))) return [];
      if (form.tool !== undefined && !isMain(form.tool)) return [];
      return wayOf(model, path, way) ?? [];
    }),
  );
  // How to run it is said to users, how to build it to those who develop.
  const rank = ({ evidence }: Way): number => rankOf(evidence.path) * (purpose === 'run' ? -1 : 1);
  const [first] = all.sort((a, b) => a.order - b.order || rank(a) - rank(b));
  return first === undefined ? [] : [first];
}

/** Whether a form is told in place of what is usual with a tool: to run a file, or all services, is mostly one way of several. */
const goesBefore = ({ purpose, isFallback, isLast, pattern }: GuideForm, written: string): boolean =>
  isFallback !== true && (purpose !== 'run' || (isLast !== true && pattern.exec(written)?.[1] === undefined));

function wayOf(model: ScanModel, path: string, { written, line, goes }: DocumentedWay): Way | undefined {
  const folder = folderAfter(model, goes);
  const known = formOf(written);
  const named = known?.pattern.exec(written)?.[1] ?? '';
  if (folder === undefined || known === undefined) return undefined;
  // It is typed in a folder that no line goes to.
  if (folder === '' && written.startsWith('../')) return undefined;
  const { purpose } = known;
  if (purpose === 'run' ? aside.test(named.toLowerCase()) : folder !== '') return undefined;
  // Alone it only says what it can do.
  if (/(?:^|\/)manage\.py$/.test(named) && !/ run(?:server)?$/.test(written)) return undefined;
  if (!known.isThere({ model, at: folder === '' ? '' : `${folder}/`, named })) return undefined;
  return {
    purpose,
    run: folder === '' ? typedAt(model, '', written) : `cd ${folder} && ${typedAt(model, folder, written)}`,
    evidence: lineEvidence(path, line),
    does: '',
    declared: true,
    atTop: true,
    whole: true,
    order: 40 + (known.isLast === true ? 5 : known.isOwn === true ? -1 : 0) + (ofWindows.test(written) ? 0.5 : 0),
  };
}

/** Guides leave out where a script, or the wrapper of Maven lies, which no shell but that of Windows finds by itself. */
function typedAt({ byPath }: ScanModel, folder: string, written: string): string {
  if (/^[\w-]{1,60}\.(?:sh|ps1)$/.test(written)) return `./${written}`;
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
