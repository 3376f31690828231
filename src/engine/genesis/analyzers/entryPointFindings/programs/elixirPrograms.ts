import type { Extractor } from '../../../extractor';
import type { FileRecord, ScanModel } from '../../../scanModel';
import { type Program, placeAt } from './program';

interface ElixirApplication {
  readonly name: string;
  /** Of the module that the virtual machine or a command starts, 1-based. */
  readonly line: number;
}

/** What makes a program of an application that starts: libraries start processes of their own, too. */
const served = /\breleases:|\{:phoenix,/;

export const elixirApplicationExtractor: Extractor<ElixirApplication> = {
  id: 'entryPoints/elixirApplications',
  version: 3,
  wants: (file) => /(?:^|\/)mix\.exs$/.test(file.path),
  extract(file) {
    const text = file.text.replace(/^[ \t]{0,40}#.{0,400}$/gm, '');
    const name = /\bapp:\s{0,9}:(\w{1,80})/.exec(text)?.[1];
    const line = file.text.split('\n').findIndex((row) => /^(?!\s{0,40}#).{0,80}\bmod:\s{0,4}\{/.test(row));
    // What a registry is given is used by others, unless it is released, too.
    const isLibrary = /^\s{1,20}package:\s/m.test(text) && !/\breleases:/.test(text);
    if (name === undefined) return undefined;
    const typed = file.text.split('\n').findIndex((row) => /^\s{0,20}(?:escript: \[\s{0,4})?main_module:\s/.test(row));
    if (line < 0 || isLibrary || !served.test(text)) return typed < 0 ? undefined : { name, line: typed + 1 };
    return { name, line: line + 1 };
  },
};

/** Applications of Elixir that a release is made of, or that answer requests. */
export function elixirPrograms(model: ScanModel, isOwn: (file: FileRecord) => boolean): Program[] {
  return [...model.factsOf(elixirApplicationExtractor)].flatMap(([file, { name, line }]) =>
    isOwn({ ...file, role: 'source' }) && file.role !== 'test' && file.role !== 'example' && file.role !== 'fixture'
      ? [{ name, place: placeAt(file.path, line) }]
      : [],
  );
}
