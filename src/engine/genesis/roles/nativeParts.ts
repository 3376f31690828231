import { roleOf } from '../languages/roleOf';

export const nativeCode = /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx)$/;

/** A part of a program of C and C++ that names its own authors and brings the licence under which they gave it away. */
const ofAuthors = /^((?:[^/]+\/){0,3}[^/]+)\/(?:AUTHORS|CREDITS)[^/]{0,8}$/;

/** Each is looked for among all files. */
const mostParts = 40;

export function partsOfOthers(paths: readonly string[]): string[] {
  const folders = paths.flatMap((path) => ofAuthors.exec(path)?.[1] ?? []).slice(0, mostParts);
  const has = (folder: string, file: RegExp): boolean =>
    paths.some((path) => path.startsWith(`${folder}/`) && file.test(path.slice(folder.length)));
  return folders.filter(
    (folder) =>
      has(folder, /^\/(?:LICEN[CS]E|COPYING)[^/]{0,20}$/i) &&
      has(folder, /^\/(?:src\/)?[^/]+\.(?:c|cc|cpp|cxx)$/) &&
      !has(folder, /^\/(?:configure\.ac|meson\.build|(?:src\/)?main\.\w{1,3})$/),
  );
}

/** Libraries of headers in folders of their names, with a header that each of them has: who uses one copies its folder. */
const ofHeaders =
  /^((?:[^/]+\/){0,3}?(?:include|includes|inc|src|lib)\/(?:fmt(?=\/(?:core|format)\.h)|nlohmann(?=\/json\.hpp)|spdlog(?=\/spdlog\.h)|magic_enum(?=\/magic_enum\.hpp)|rapidjson(?=\/rapidjson\.h)|toml\+\+(?=\/toml\.h)|catch2(?=\/catch)|glm(?=\/glm\.hpp)|widechar_width(?=\/\w{1,30}\.h)))\//;

/** Of the code of C and C++ such a folder is a small part, or the library is the product. */
const mostOfHeaders = 0.3;

export function librariesOfHeaders(paths: readonly string[]): string[] {
  const found = new Set(paths.flatMap((path) => (/\.h(?:pp)?$/.test(path) ? (ofHeaders.exec(path)?.[1] ?? []) : [])));
  if (found.size === 0) return [];
  const own = paths.filter((path) => nativeCode.test(path) && roleOf(path) === 'source');
  return [...found].filter(
    (folder) => own.filter((path) => path.startsWith(`${folder}/`)).length <= own.length * mostOfHeaders,
  );
}

/** A framework of C that tests bring along, under its own licence. */
const ofTests = /^((?:[^/]+\/){0,3}?tests?\/[^/]+)\/(?:docs?\/)?LICEN[CS]E[^/]{0,20}$/i;

export function frameworksOfTests(paths: readonly string[]): string[] {
  const folders = new Set(paths.flatMap((path) => ofTests.exec(path)?.[1] ?? []));
  return [...folders].filter((folder) => paths.some((path) => nativeCode.test(path) && path.startsWith(`${folder}/`)));
}
