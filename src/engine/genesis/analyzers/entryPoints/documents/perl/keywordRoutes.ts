import type { SourceFile } from '../../../../sourceFile';
import { perlClosing, perlWords } from './perlText';

/** A route as a file of Perl says it. */
export interface PerlRoute {
  readonly methods: readonly string[];
  readonly path: string;
  readonly line: number;
  readonly framework: string;
  readonly handler?: string;
  readonly isLost?: true;
}

const keyword =
  /(?<=^|[;{}]|=>)([ \t]{0,40})(get|post|put|patch|del|delete|options|head|any|ajax|websocket|under|group|prefix)\b[ \t]{0,10}(\(?)[ \t]{0,10}(\[[^\][\n]{0,200}\][ \t]{0,10}(?:=>|,)[ \t]{0,10})?(?:'([^'\n]{0,300})'|"([^"\n$@]{0,300})"|(undef\b)|(?=sub\b|\{|=>|qr\b))/gm;

interface Scope {
  readonly to: number;
  prefix: string;
}

/** `get '/users' => sub {…};` of Mojolicious::Lite and Dancer, below `under`, `group` and `prefix`. */
export function keywordRoutes(file: SourceFile, text: string): PerlRoute[] {
  const framework = /^\s{0,20}use\s{1,9}Dancer2?\b/m.test(text)
    ? 'Dancer'
    : /^\s{0,20}use\s{1,9}Mojolicious::Lite\b/m.test(text)
      ? 'Mojolicious'
      : undefined;
  if (framework === undefined) return [];
  const isDancer = framework === 'Dancer';
  const routes: PerlRoute[] = [];
  const scopes: Scope[] = [{ to: text.length, prefix: '' }];
  for (const found of text.matchAll(keyword)) {
    const [whole, , word = '', , list, single, double, none] = found;
    const at = found.index;
    while ((scopes.at(-1)?.to ?? 0) < at) scopes.pop();
    const scope = scopes.at(-1);
    if (scope === undefined) break;
    const path = single ?? double;
    const around = scope.prefix;
    if (word === 'group' || word === 'prefix' || word === 'under') {
      if (isDancer === (word !== 'prefix')) continue;
      const behind = at + whole.length;
      const body = /^[ \t]{0,10}(?:=>|,)?[ \t]{0,10}(?:sub\b)?[ \t]{0,10}\{/.exec(text.slice(behind, behind + 60));
      const outer = scopes.at(-2)?.prefix ?? '';
      if (word === 'under') scope.prefix = `${outer}/${path ?? ''}`;
      else if (body !== null)
        scopes.push({ to: perlClosing(text, behind + body[0].length - 1), prefix: `${around}/${path ?? ''}` });
      else if (word === 'prefix') scope.prefix = none === undefined ? `${outer}/${path ?? ''}` : outer;
      continue;
    }
    if (path === undefined) continue;
    // Without a function behind it a word of that name may be any of the program's own.
    if (!/^[ \t]{0,10}(?:=>|,)/.test(text.slice(at + whole.length, at + whole.length + 30)) && isDancer) continue;
    const named = perlWords(list ?? '').map((one) => one.toUpperCase());
    const handler = /^[ \t]{0,10}=>[ \t]{0,10}\\&(\w{1,80})/.exec(
      text.slice(at + whole.length, at + whole.length + 120),
    )?.[1];
    routes.push({
      methods: word === 'any' && named.length > 0 ? named : (methodsOf[word] ?? [word.toUpperCase()]),
      path: `${around}/${path}`,
      line: file.lineAt(at + whole.search(/\S/)),
      framework,
      ...(handler === undefined ? {} : { handler }),
    });
  }
  return routes;
}

const methodsOf: Readonly<Record<string, readonly string[]>> = {
  any: ['ANY'],
  del: ['DELETE'],
  websocket: ['WS'],
  ajax: ['ANY'],
};
