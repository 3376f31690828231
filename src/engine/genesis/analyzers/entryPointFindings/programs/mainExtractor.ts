import type { Extractor } from '../../../extractor';

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
    mark: /^@(?:main|NSApplicationMain|UIApplicationMain)\b/m,
    example: '@NSApplicationMain\nclass AppDelegate: NSObject {',
  },
  {
    path: /(?:^|\/)(?:lib|bin)\/[\w-]{1,60}\.dart$/,
    mark: /^(?:Future<void>\s{1,3}|void\s{1,3})?main\s{0,3}\(/m,
    example: 'void main() {',
  },
  {
    path: /\.(?:c|cc|cpp|cxx)$/,
    mark: /^(?:int\s{1,4})?(?:w?main|WinMain)\s{0,3}\((?![^)\n]{0,200}\);)/m,
    example: 'int main(int argc, char *argv[]) {',
  },
];

/** The line, 1-based, where a program starts. */
export const mainExtractor: Extractor<{ readonly line: number }> = {
  id: 'entryPoints/mains',
  version: 4,
  wants: (file) => file.role === 'source' && mainMarks.some(({ path }) => path.test(file.path)),
  extract(file) {
    const mark = mainMarks.find(({ path }) => path.test(file.path))?.mark;
    const at = mark === undefined || file.text.length > 500_000 ? -1 : file.text.search(mark);
    return at < 0 ? undefined : { line: file.lineAt(at) };
  },
};
