import { folderOf, foldersUp, isInside } from '../../facts/paths';
import type { ScanModel } from '../../scanModel';
import { codeExtractor } from '../code/codeExtractor';
import type { Program } from './programs/program';

/** Whether a file of Go or Rust is of a program that is not told, as those who develop the product run it. */
export function ofOtherPrograms(model: ScanModel, programs: readonly Program[]): (path: string) => boolean {
  const places = programs.map(({ place }) => place.path);
  const told = new Set(places.filter((path) => path.endsWith('.go')).map(folderOf));
  // A release names programs, and not where they lie.
  const isByPlace = told.size > 0 && !places.some((path) => path.endsWith('.yml') || path.endsWith('.yaml'));
  const crates = places.filter((path) => /(?:\.rs|Cargo\.toml)$/.test(path));
  const started = new Map<string, boolean>();
  return (path) => {
    const folders = [...foldersUp(folderOf(path))];
    if (path.endsWith('.go')) {
      const own = isByPlace ? folders.find(startsIn) : undefined;
      return own !== undefined && !told.has(own);
    }
    if (!path.endsWith('.rs') || crates.length === 0) return false;
    const crate = folders.find((folder) => folder !== '' && model.byPath.has(`${folder}/Cargo.toml`));
    const isProgram = crate !== undefined && model.byPath.has(`${crate}/src/main.rs`);
    return isProgram && !crates.some((one) => isInside(one, crate));
  };

  /** Whether a program of Go begins in a file of the folder. */
  function startsIn(folder: string): boolean {
    const known = started.get(folder);
    if (known !== undefined) return known;
    const found = model.files.some((file) => {
      if (file.language !== 'go' || file.role !== 'source' || folderOf(file.path) !== folder) return false;
      const facts = model.factsIn(codeExtractor, file.path);
      return facts?.namespace === 'main' && facts.symbols.some(({ name }) => name === 'main');
    });
    started.set(folder, found);
    return found;
  }
}
