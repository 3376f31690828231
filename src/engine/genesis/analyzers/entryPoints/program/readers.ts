import type { LanguageId } from '../../../sourceFile';
import { lowerJavaScript } from './lower/javascript';
import type { LowerFile } from './lower/lowerFile';

/** How the files of a language are read for entry points. */
export interface ProgramReader {
  readonly languages: readonly LanguageId[];
  /** A file without any of these words has nothing to do with routers. */
  readonly telling: RegExp;
  /** A function body without any of these words registers nothing. */
  readonly hot: RegExp;
  readonly lower: LowerFile;
}

/** Constants that are likely to be parts of paths: `API_PREFIX = '/api'`. */
const pathConstant =
  /(?:path|prefix|api|url|route|version|base|endpoint)\w*['"]?\s{0,4}(?::\s{0,4}\w+\s{0,4})?[:=]\s{0,4}[fru]?['"`]/i;

export const programReaders: readonly ProgramReader[] = [
  {
    languages: ['javascript', 'typescript'],
    telling: new RegExp(
      [
        /\.(?:get|post|put|patch|delete|del|all|use|route|register|mount|group)\s{0,4}\(/.source,
        /\b(?:[Rr]outers?|[Rr]outes|express|fastify|koa|hono)\b/.source,
        pathConstant.source,
      ].join('|'),
      'i',
    ),
    hot: /\.(?:get|post|put|patch|delete|del|head|options|all|use|route|register|mount|group|on|ws|basePath|prefix|routes|setGlobalPrefix|enableVersioning|addRoute|openapi)\s{0,4}\(|Router|routes|express\(|fastify\(|new Hono|\brequire\(|import\(/,
    lower: lowerJavaScript,
  },
  {
    languages: ['tsx'],
    telling: /['"](?:express|fastify|koa|hono|@nestjs\/common|elysia)['"]/,
    hot: /\.(?:get|post|put|patch|delete|all|use|route|register|mount|group|on|basePath)\s{0,4}\(|Router/,
    lower: lowerJavaScript,
  },
];

export function readerOf(language: LanguageId): ProgramReader | undefined {
  return programReaders.find((reader) => reader.languages.includes(language));
}
