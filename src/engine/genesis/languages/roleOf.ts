import type { FileRole } from '../sourceFile';
import { developmentRules } from './developmentRules';
import {
  conditionalFolders,
  exampleFolder,
  folderRoles,
  generatorTemplates,
  strainFolder,
  testFolder,
} from './folderRules';
import { productFolders } from './productFolders';
import { configRules, docsFile, type FileRule, generatedRules, migrationRules, testFiles } from './roleRules';
import { translationRules } from './translationRules';
import { vendoredRules } from './vendoredRules';

/** Below it folders are packages: `src/main/java/com/example/test/` is product code. */
const jvmSources = /(^|\/)src\/(\w+)\/(?:java|kotlin|scala|groovy)\//;

/** Folders with a dot in which tools find what they are told, in whichever language; in some people keep what they use. */
const settingsFolder =
  /(?:^|\/)\.(?!(?:config|local|n?vim|emacs(?:\.d)?|zsh|bash|oh-my-zsh|tmux|xmonad|i3|well-known|server|client)\/)[a-z][\w-]{0,60}\//;

/** Of so many paths the role is remembered: all those of a scan, which are asked about from several sides. */
const mostRemembered = 8_000;
const remembered = new Map<string, FileRole>();

/** What a file is for, by its path and by what manifests tell of where it lies. */
export function roleOf(path: string, told?: FileRole): FileRole {
  if (told !== undefined) return findRole(path, told);
  let role = remembered.get(path);
  if (role === undefined) {
    role = findRole(path, undefined);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(path, role);
  }
  return role;
}

function findRole(path: string, told: FileRole | undefined): FileRole {
  const jvm = jvmSources.exec(path);
  const folders =
    jvm === null ? path : path.slice(0, jvm.index + jvm[0].length) + path.slice(path.lastIndexOf('/') + 1);
  const product = productStart(path);
  const role =
    firstOf(vendoredRules, path) ??
    firstOf(generatedRules, path) ??
    // Below a folder of the product neither the names of folders nor that of the file tell otherwise; those around it do.
    folderRole(product === undefined ? folders : path.slice(0, product + 1), path, told) ??
    (product === undefined ? firstOf(testFiles, path) : undefined) ??
    firstOf(migrationRules, path);
  if (role !== undefined) return role;
  if (told !== undefined) return told;
  if (docsFile.test(path)) return 'docs';
  return (
    firstOf(configRules, path) ??
    firstOf(developmentRules, path) ??
    firstOf(translationRules, path) ??
    (settingsFolder.test(path) ? 'config' : 'source')
  );
}

/** Where the folder of the product begins: a rule that looks at the folders around it names it `product`. */
function productStart(path: string): number | undefined {
  const found = productFolders.find((rule) => rule.pattern.test(path))?.pattern.exec(path);
  const named = found?.groups?.['product'];
  return named === undefined ? found?.index : path.length - named.length;
}

/** One of them is in each folder that `exampleFolder` means, which goes back and forth over all others. */
const exampleWords = /example|sample|demo/i;

function folderRole(folders: string, path: string, told: FileRole | undefined): FileRole | undefined {
  return (
    outermostFolder(folders, path, told) ??
    (testFolder.test(folders) || strainFolder.test(folders)
      ? 'test'
      : (exampleWords.test(folders) && exampleFolder.test(folders)) || generatorTemplates.test(folders)
        ? 'example'
        : undefined)
  );
}

function firstOf(rules: readonly FileRule[], path: string): FileRole | undefined {
  return rules.find((rule) => rule.pattern.test(path))?.role;
}

/** Strongest first: a fixture of a test is a fixture, a vendored library has tests of its own. */
const strength: readonly FileRole[] = ['vendored', 'generated', 'fixture', 'test', 'docs', 'example'];

function outermostFolder(folders: string, path: string, told: FileRole | undefined): FileRole | undefined {
  let best = told !== undefined && strength.includes(told) ? told : undefined;
  let start = 0;
  for (let end = folders.indexOf('/'); end !== -1; end = folders.indexOf('/', start)) {
    const name = folders.slice(start, end).toLowerCase();
    start = end + 1;
    const role = Object.hasOwn(folderRoles, name) ? folderRoles[name] : undefined;
    if (role === undefined || (best !== undefined && strength.indexOf(role) >= strength.indexOf(best))) continue;
    const condition = Object.hasOwn(conditionalFolders, name) ? conditionalFolders[name] : undefined;
    if (condition === undefined || condition.test(path)) best = role;
  }
  return best;
}
