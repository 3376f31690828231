import type { Extractor } from '../../../extractor';
import type { ScanModel } from '../../../scanModel';
import { lineEvidence } from '../../dependencies/findings/lists';
import type { PlacedCommand } from '../commandList';
import { documentedCommandExtractor } from '../extractors';
import { purposeOf } from '../purposes';
import type { Way } from './way';

/** A target that a guide names for building the program, whatever it is called. */
interface GuideBuild {
  readonly run: string;
  readonly name: string;
  readonly line: number;
  /** It makes archives for other machines as well. */
  readonly isForAll?: true;
}

const guide =
  /^(?:\.github\/|docs?\/)?(?:CONTRIBUTING|DEVELOP(?:MENT|ING)|HACKING|BUILD(?:ING)?|README|INSTALL|AGENTS|CLAUDE)\.(?:md|markdown|rst|adoc)$|^docs?\/development\/(?:_?index|README)\.md$/i;

const typed = /^(?:\$ )?((?:make|just|task|mage) ([a-z][\w.:-]{1,60}))(?:\s{1,40}#\s{0,4}(.{0,200}))?$/i;

/** The sentence, heading or comment beside it speaks of building the program. */
const speaks =
  /\b(?:build(?:s|ing)?|compil(?:e|es|ing))\b[^.\n]{0,60}\b(?:binar(?:y|ies)|application|program|executable|from source|toolchain|project)\b/i;
const ofOthers =
  /\b(?:docker|containers?|images?|docs?|documentation|web ?ui|front-?end|plugins?|tests?|windows|all platforms|releases?|cross)\b/i;

const forAll =
  /\ball (?:supported |target )?(?:platforms|systems|architectures)\b[^`]{0,40}`((?:make|just|task|mage) ([\w.:-]{1,60}))`/i;

const isOfProgram = (text: string): boolean => {
  const plain = text.replaceAll(/\([^()]{0,100}\)/g, '');
  return speaks.test(plain) && !ofOthers.test(plain);
};

export const guideBuildExtractor: Extractor<readonly GuideBuild[]> = {
  id: 'commands/guideBuilds',
  version: 1,
  wants: ({ path, role }) => guide.test(path) && role !== 'fixture' && role !== 'vendored',
  extract({ text }) {
    const found: GuideBuild[] = [];
    let said = '';
    for (const [index, raw] of text.slice(0, 100_000).split('\n').entries()) {
      const line = raw.trim();
      if (line === '' || line.length > 400 || /^(?:```|~~~|cd\s)/.test(line)) continue;
      const [, allRun, allName] = forAll.exec(line) ?? [];
      if (allRun !== undefined && allName !== undefined)
        found.push({ run: allRun, name: allName, line: index + 1, isForAll: true });
      const [, run, name, comment] = typed.exec(line) ?? [];
      if (run !== undefined && name !== undefined && isOfProgram(comment ?? said))
        found.push({ run, name, line: index + 1 });
      // What stands above several of them speaks of the first.
      said = run === undefined ? line : '';
    }
    return found.length === 0 ? undefined : found.slice(0, 10);
  },
};

/**
 * The target that guides name for building the program, where none of them types the one that is called so: that one may
 * make archives for all systems, or all there is.
 */
export function guideBuild(model: ScanModel, commands: readonly PlacedCommand[], declared: readonly Way[]): Way[] {
  const typedRuns = new Set(
    [...model.factsOf(documentedCommandExtractor)].flatMap(([, all]) =>
      all.map(({ runner, name }) => `${runner} ${name}`),
    ),
  );
  const facts = [...model.factsOf(guideBuildExtractor)];
  const ofAll = new Set(facts.flatMap(([, all]) => all.flatMap(({ run, isForAll }) => (isForAll === true ? run : []))));
  if (declared.some(({ run }) => typedRuns.has(run) && !ofAll.has(run))) return [];
  const [first] = facts.flatMap(([{ path }, all]) =>
    all.flatMap(({ run, name, line, isForAll }) => {
      if (isForAll === true) return [];
      const command = commands.find((one) => one.folder === '' && one.run === run && purposeOf(name) === undefined);
      return command === undefined ? [] : { path, line, command };
    }),
  );
  if (first === undefined) return [];
  const { path, line, command } = first;
  return [
    {
      purpose: 'build',
      run: command.run,
      evidence: lineEvidence(path, line),
      does: command.hasMore === true ? '' : (command.does ?? ''),
      declared: true,
      atTop: true,
      whole: true,
      order: 0,
    },
  ];
}
