import type { SkipReason } from '../../../shared/genesis';
import type { Inspection } from '../listing/inspectContent';
import type { FileRole, LanguageId } from '../sourceFile';

type Packed = [
  hash: string,
  bytes: number,
  lines: number,
  language: LanguageId,
  languageName: string,
  role: FileRole,
  skipped: SkipReason | 0,
  problems: readonly string[],
];

/** An inspection without its path, as short JSON. */
export function packInspection(inspection: Inspection): string {
  const { hash, bytes, lines, language, languageName, role, skipped, problems } = inspection;
  const packed: Packed = [hash, bytes, lines, language, languageName, role, skipped ?? 0, problems ?? []];
  return JSON.stringify(packed);
}

export function unpackInspection(path: string, text: string): Inspection {
  const [hash, bytes, lines, language, languageName, role, skipped, problems] = JSON.parse(text) as Packed;
  return {
    path,
    hash,
    bytes,
    lines,
    language,
    languageName,
    role,
    ...(skipped === 0 ? {} : { skipped }),
    ...(problems.length === 0 ? {} : { problems }),
  };
}
