import type { ProjectCommand } from '../../../../../shared/inventory';
import { folderOf, isInside } from '../../../facts/paths';
import { roughBytesOf } from '../../../facts/roughSize';
import type { ScanModel } from '../../../scanModel';
import { manifestExtractor } from '../../dependencies/extractors';
import { packageExtractor } from '../../entryPoints/packages/packageExtractor';
import { isBeside } from '../../techStack/productPaths';
import { forDevelopers, inFolder, isOwn } from './containerPrograms';
import { familyOfFile, type LanguageShares } from './languageShares';
import { isService, type Program, placeAt } from './program';

/** What packs an application for browsers, and the page that it begins with; frameworks that serve what they pack make it. */
const packers: readonly { readonly run: RegExp; readonly pages: readonly string[] }[] = [
  { run: /(?:^|\s)(?:vite|rsbuild|parcel)(?=\s|$)/, pages: ['index.html', 'src/index.html', 'src/app.html'] },
  { run: /(?:^|\s)(?:react-scripts|craco|react-app-rewired|vue-cli-service)\s/, pages: ['public/index.html'] },
  { run: /(?:^|\s)react-router\s(?:build|dev)\b/, pages: ['react-router.config.ts', 'react-router.config.js'] },
  { run: /(?:^|[\s/])ng\s(?:build|serve)\b/, pages: ['src/index.html'] },
  {
    run: /(?:^|\s)(?:next|nuxt|nuxi)\s(?:build|dev|generate)\b/,
    pages: ['js', 'mjs', 'ts'].flatMap((end) => [`next.config.${end}`, `nuxt.config.${end}`]),
  },
];

/** By the names of scripts that people type, the first of them. */
const scripts = ['build', 'start', 'dev', 'serve'];

/** Of the code that browsers may run; with less it shows something of the product. */
const smallestShare = 0.1;

/** Applications that browsers load, where most of the code is of that kind, or where they are packed by themselves. */
export function browserPrograms(model: ScanModel, known: readonly Program[], shares: LanguageShares): Program[] {
  const isMain = shares.main() === 'script';
  const code = model.files.filter((file) => file.role === 'source' && familyOfFile(file) === 'script');
  const sizeIn = (folder: string): number =>
    code.reduce((sum, file) => sum + (isInside(file.path, folder) ? roughBytesOf(file) : 0), 0);
  const found = new Map<string, ProjectCommand>();
  for (const name of scripts)
    for (const command of model.inventory.commands)
      if (command.kind === 'script' && command.name === name && isPacked(command, model) && !found.has(command.file))
        found.set(command.file, command);
  if (found.size === 0 || found.size > mostApplications) return [];
  const least = sizeIn('') * smallestShare;
  return [...found.values()].flatMap(({ file, line = 1 }): Program[] => {
    const folder = folderOf(file);
    const isStarted = known.some(({ place }) => place.path === file || isInside(place.path, folder));
    if (isStarted || !(isMain || isService(folder, model)) || sizeIn(folder) < least) return [];
    const name = model.factsIn(manifestExtractor, file)?.name?.replace(/^@[^/]{1,100}\//, '') ?? model.name;
    return [{ name, place: placeAt(file, line), isOfBrowser: true }];
  });
}

/** The folder says that it is none for other packages. */
const application = /(?:^|\/)(?:admin|app|client|dashboard|front-?end|web(?:-?app)?)$/;

/** More of them are what a tool is tried out with. */
const mostApplications = 20;

function isPacked({ file, run }: ProjectCommand, model: ScanModel): boolean {
  const folder = folderOf(file);
  const packer = packers.find((one) => one.run.test(run));
  if (packer === undefined || !packer.pages.some((page) => model.byPath.has(inFolder(folder, page)))) return false;
  if (!isOwn(model, file) || isBeside(file) || forDevelopers.test(file)) return false;
  const facts = model.factsIn(manifestExtractor, file);
  // A library is tried out in pages of its own, and a window or a server may show them.
  const isPublished = facts?.isPrivate !== true && (model.factsIn(packageExtractor, file)?.entries.length ?? 0) > 0;
  const isLibrary = isPublished && !application.test(folder);
  const isShown = ['src-tauri/tauri.conf.json', 'wails.json', 'electron'].some((name) =>
    model.files.some(({ path }) => path === inFolder(folder, name) || path.startsWith(`${inFolder(folder, name)}/`)),
  );
  return !isLibrary && !isShown && facts?.requirements.some(({ name }) => name === 'electron') !== true;
}
