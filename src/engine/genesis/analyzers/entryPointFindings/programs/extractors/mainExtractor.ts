import type { Extractor } from '../../../../extractor';

/** How a text says that a program starts in it, in languages whose symbols are not read, or do not tell. */
export const mainMarks: readonly { readonly path: RegExp; readonly mark: RegExp; readonly example: string }[] = [
  { path: /\.py$/, mark: /^if\s{1,4}__name__\s{0,4}==\s{0,4}['"]__main__['"]/m, example: 'if __name__ == "__main__":' },
  {
    path: /(?:^|\/)AndroidManifest\.xml$/,
    mark: /<action\s{1,9}android:name="android\.intent\.action\.MAIN"(?=[\s\S]{0,2000}?"android\.intent\.category\.(?:LEANBACK_)?LAUNCHER")/,
    example:
      '<intent-filter><action android:name="android.intent.action.MAIN" />\n<category android:name="android.intent.category.LAUNCHER" />',
  },
  // Code that stands in this file outside of functions runs.
  {
    path: /(?:^|\/)main\.swift$/,
    mark: /^(?!import\b|#|[\s/*]|$)/m,
    example: 'import Vapor\n\nlet app = try Application()',
  },
  {
    path: /\.swift$/,
    // What the compiler loads is no program.
    mark: /^@(?:main|NSApplicationMain|UIApplicationMain)\b(?![^{]{0,200}\bCompilerPlugin\b)/m,
    example: '@NSApplicationMain\nclass AppDelegate: NSObject {',
  },
  {
    path: /(?:^|\/)(?:lib|bin)\/[\w-]{1,60}\.dart$/,
    mark: /^(?:Future<void>\s{1,3}|void\s{1,3})?main\s{0,3}\(/m,
    example: 'void main() {',
  },
  {
    // Attributes stand before it.
    path: /\.cs$/,
    mark: /^[ \t]{0,16}(?:(?:public|private|internal|protected|static|async|unsafe) ){1,4}(?:void|int|Task(?:<int>)?|[\w.<>]{1,60}) Main\s{0,3}\(/m,
    example: '  [STAThread]\n  static async Task Main(string[] args)',
  },
  {
    // What builds the host says more than the statements before it.
    path: /(?:^|\/)Program\.cs$/,
    mark: /^(?=.{0,200}\b(?:Host|WebHost|WebApplication|WebAssemblyHostBuilder|DistributedApplication|MauiApp)\.Create\w{0,40}\()/m,
    example: 'var name = "cups";\nvar builder = WebApplication.CreateBuilder(args);',
  },
  {
    // Without a method the first statement begins it.
    path: /(?:^|\/)Program\.cs$/,
    mark: /^(?!using\b(?!\s{0,3}(?:var\b|\())|global\b|namespace\b|extern\b|public\b|internal\b|\[|\/|\*|#|\s|[{}]|$)./m,
    example: 'using Shop;\n\nvar builder = WebApplication.CreateBuilder(args);',
  },
  {
    // Macros of frameworks stand around it, or make it.
    path: /(?:^|\/)src\/(?:main|bin\/[^/]{1,80}(?:\/main)?)\.rs$/,
    mark: /^[ \t]{0,8}(?:pub )?(?:async )?(?:unsafe )?(?:extern "C" )?fn main\s{0,3}\(|^#!\[no_main\]|^[ \t]{0,8}#\[(?:\w{1,40}::)?(?:main|launch|entry)\b|^\w{0,40}main!\s{0,3}[({[]/m,
    example: 'use std::env;\n\nfn main() {',
  },
  // Spring Boot starts from a `main` in a file of any name.
  {
    path: /\.kt$/,
    mark: /\brunApplication</,
    example: 'fun main(args: Array<String>) {\n  runApplication<Cups>(*args)\n}',
  },
  {
    path: /\.scala$/,
    mark: /^(?:object\s{1,4}\w{1,80}\s{1,20}extends\s[^\n{:]{0,200}?\b(?:App|IOApp|ZIOApp|ZIOAppDefault|JFXApp3?)\b|(?:[ \t]{0,8}(?:final |override ){0,2})def main\s{0,3}\(\s{0,4}\w{1,40}\s{0,4}:\s{0,4}Array\[String\])/m,
    example: 'package shop\n\nobject Main extends IOApp.Simple {',
  },
  {
    path: /\.(?:c|cc|cpp|cxx)$/,
    mark: /^(?:(?:extern "C" )?(?:int|auto)[ \t]{1,4})?main\s{0,3}\((?![^)\n]{0,200}\);)/m,
    example: '#ifdef _WIN32\nint wmain(void) {\n#else\nint main(int argc, char *argv[]) {',
  },
  {
    // That of Windows, where it is the only one.
    path: /\.(?:c|cc|cpp|cxx)$/,
    mark: /^(?:(?:extern "C" )?(?:int|auto)[ \t]{1,4})?(?:wmain|WinMain)\s{0,3}\((?![^)\n]{0,200}\);)/m,
    example: 'int wmain(int argc, wchar_t *argv[]) {',
  },
];

/** Nearly all classes of .NET hold none. */
const classFile = /(?<!(?:^|\/)Program)\.cs$/;

/** The line, 1-based, where a program starts; in Scala with the object that does. */
export const mainExtractor: Extractor<{ readonly line: number; readonly name?: string }> = {
  id: 'entryPoints/mains',
  version: 12,
  wants: (file) => file.role === 'source' && mainMarks.some(({ path }) => path.test(file.path)),
  extract(file) {
    if (file.text.length > 500_000 || (classFile.test(file.path) && !/\bMain\s?\(/.test(file.text))) return undefined;
    // A plug-in of a build is started by that.
    if (file.path.endsWith('.swift') && /^import PackagePlugin\b/m.test(file.text)) return undefined;
    for (const { path, mark } of mainMarks) {
      const at = path.test(file.path) ? file.text.search(mark) : -1;
      if (at < 0) continue;
      const start = at + file.text.slice(at).search(/\S/);
      const name = file.path.endsWith('.scala') ? objectAt(file.text, start) : undefined;
      return { line: file.lineAt(start), ...(name === undefined ? {} : { name }) };
    }
    return undefined;
  },
};

/** The object at a place or, where none begins there, the last one before it, with its package. */
function objectAt(text: string, start: number): string | undefined {
  const line = text.indexOf('\n', start);
  const before = text.slice(0, line === -1 ? text.length : line);
  const name = [...before.matchAll(/^(?:case |private |private\[\w{1,40}\] )?object\s{1,4}(\w{1,80})/gm)].at(-1)?.[1];
  const packages = [...before.matchAll(/^package\s{1,4}([\w.]{1,120})/gm)].map((match) => match[1] ?? '');
  return name === undefined ? undefined : [...packages, name].join('.');
}
