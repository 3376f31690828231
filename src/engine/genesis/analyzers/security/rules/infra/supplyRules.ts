import type { FileDescription } from '../../../../extractor';
import type { LineRule } from '../../weakness';

const base = (file: FileDescription): string => file.path.slice(file.path.lastIndexOf('/') + 1);
const isManifest = (file: FileDescription): boolean => base(file) === 'package.json';
const isWorkflow = (file: FileDescription): boolean =>
  /(?:^|\/)\.github\/(?:workflows\/[^/]+|actions\/[^\n]{1,100}\/action)\.ya?ml$/.test(file.path);

/** Where code of others comes in, and who could change it on the way. */
export const supplyRules: readonly LineRule[] = [
  {
    id: 'install-script-fetches',
    cwe: 'CWE-494',
    owasp: 'A08',
    title: 'Installing the package runs what the network sends',
    severity: 'high',
    why: 'Who controls the address runs code on every machine that installs it.',
    fix: 'Ship what is needed, or download a fixed version and check its hash.',
    wants: isManifest,
    words: ['install"', 'prepare"'],
    pattern:
      /"(?:preinstall|install|postinstall|prepare)"\s{0,3}:\s{0,3}"[^"\n]{0,200}\b(?:curl|wget|powershell|iwr)\b[^"\n]{0,300}"/g,
    examples: [
      {
        path: 'package.json',
        text: '{ "scripts": { "postinstall": "curl -s https://example.org/a.sh | sh", "install": "node-gyp rebuild" } }\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'dependency-by-address',
    cwe: 'CWE-1357',
    owasp: 'A08',
    title: 'Dependencies are taken from an address that can change',
    severity: 'low',
    why: 'A branch or a plain download has no checked version: the next install can be other code.',
    fix: 'Use a release of the registry, or name a commit.',
    wants: (file) => isManifest(file) || /^(?:requirements[\w.-]*\.txt|Gemfile|Pipfile)$/.test(base(file)),
    words: ['git', 'http'],
    pattern:
      /^\s{0,12}"(?!homepage|url|bugs|repository|funding|registry|\$schema|author|license|type)[@\w./-]{1,100}"\s{0,3}:\s{0,3}"(?:git\+(?:https?|ssh):\/\/|git:\/\/|github:|https?:\/\/)[^"\s]{3,200}"|^\s{0,4}(?:-e\s{1,3})?(?:[\w.-]{1,60}\s{0,3}@\s{0,3})?git\+(?:https?|ssh|git):\/\/[^\s#;]{3,200}|^\s{0,6}gem\s{1,3}['"][\w-]{1,60}['"][^\n]{0,80}\b(?:git|github)(?::|\s{0,3}=>)\s{0,3}['"][^'"\n]{3,100}['"][^\n]{0,100}$/gm,
    accept(match, file) {
      const line = file.lineText(file.lineAt((match.index ?? 0) + match[0].length - 1));
      // Inside `dependencies` of any kind; other addresses of a manifest are for people.
      if (isManifest(file)) {
        const section =
          /"(\w{0,30}[dD]ependencies|resolutions|overrides|[\w-]{1,40})"\s{0,3}:\s{0,3}\{[^{}]{0,20000}$/.exec(
            file.text.slice(0, match.index),
          )?.[1];
        if (!/[dD]ependencies|resolutions|overrides/.test(section ?? '')) return false;
      }
      return !/[0-9a-f]{40}|#(?:commit=)?[0-9a-f]{7,40}\b|#semver:|#v?\d+\.\d|@v?\d+\.\d|\b(?:ref|tag):\s{0,3}['"]|[-/]v?\d+\.\d+[\w.-]{0,20}\.t(?:ar\.)?gz|\/archive\/[0-9a-f]{7,}/.test(
        line,
      );
    },
    examples: [
      {
        path: 'package.json',
        text: '{\n  "homepage": "https://example.org",\n  "dependencies": {\n    "a": "git+https://example.org/a.git",\n    "b": "github:x/b#v1.2.0"\n  }\n}\n',
        lines: [4],
      },
      {
        path: 'requirements.txt',
        text: 'flask==3.0.0\ngit+https://example.org/a.git\ngit+https://example.org/b.git@v1.2.0\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'lock-file-other-host',
    cwe: 'CWE-829',
    owasp: 'A08',
    title: 'The lock file takes packages from another host than the registry',
    severity: 'medium',
    why: 'One entry that points elsewhere is a known way to bring in changed code unnoticed.',
    fix: 'Look at who brought the line in; install from the registry again.',
    wants: (file) => /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock)$/.test(base(file)),
    words: ['resolved'],
    pattern:
      /^\s{0,20}"?resolved"?:?\s{1,3}"(?<scheme>https?|git(?:\+\w{2,5})?):\/\/(?<host>[^/"\s]{1,200})[^"\n]{0,400}"/gm,
    accept(match, file) {
      const host = match.groups?.['host'] ?? '';
      if (
        /^(?:registry\.(?:npmjs\.org|yarnpkg\.com|npmmirror\.com|npm\.taobao\.org)|npm\.pkg\.github\.com|npm\.jsr\.io|codeload\.github\.com|github\.com|git@github\.com)$/.test(
          host,
        )
      )
        return match.groups?.['scheme'] === 'http';
      // A registry of one's own serves most of the file; a single stranger stands out.
      if (file.text.split(`//${host}/`).length - 1 > 3) return false;
      // The manifest itself asks for this address: the lock file's first entry repeats what it says.
      return !new RegExp(
        `^\\s{0,20}"(?!resolved")[@\\w./-]{1,100}"\\s{0,3}:\\s{0,3}"https?://${host.replace(/[^\w-]/g, '.')}/`,
        'm',
      ).test(file.text);
    },
    examples: [
      {
        path: 'package-lock.json',
        text: '{\n  "resolved": "https://codeload.github.com/a/tar.gz/a-1.0.0",\n  "resolved": "https://example.org/b-1.0.0.tgz"\n}\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'registry-not-encrypted',
    cwe: 'CWE-319',
    owasp: 'A02',
    title: 'Packages are fetched over plain HTTP',
    severity: 'medium',
    why: 'Anyone on the way can give other code.',
    fix: 'Use https.',
    wants: (file) =>
      /^(?:\.npmrc|\.yarnrc(?:\.yml)?|pip\.conf|requirements[\w.-]*\.txt|Gemfile|settings\.xml|pom\.xml|build\.gradle(?:\.kts)?|NuGet\.Config|nuget\.config|Dockerfile)$/.test(
        base(file),
      ),
    words: ['http://'],
    pattern:
      /^\s{0,10}(?:registry\s{0,3}=|--(?:extra-)?index-url\s{1,3}|-i\s{1,3}|index-url\s{0,3}=|source\s{1,3}['"]|npmRegistryServer:)\s{0,3}["']?http:\/\/(?!localhost|127\.)|^\s{0,20}(?:<url>|maven\s{0,3}\{\s{0,3}url\s{0,3}=?\s{0,3}(?:uri\()?["'])http:\/\/(?!localhost|127\.|www\.w3|maven\.apache\.org\/POM)(?=[^<"'\n]{0,200}(?:repo|maven|nexus|artifactory|central))/gm,
    examples: [
      { path: '.npmrc', text: 'registry=http://npm.example.org/\nregistry=https://npm.example.org/\n', lines: [1] },
    ],
  },
  {
    id: 'workflow-unpinned-action',
    cwe: 'CWE-1357',
    owasp: 'A08',
    title: 'Workflows with secrets use actions of others by a tag',
    severity: 'low',
    confidence: 0.85,
    why: 'A tag can be moved to other code, which then reads the secrets of the workflow. It has happened to widely used actions.',
    fix: 'Pin actions of others to a commit: `uses: owner/action@<sha> # v1`.',
    wants: isWorkflow,
    words: ['uses:'],
    pattern:
      /^[ \t]*(?:-\s*)?uses:\s{0,3}["']?(?!\.\/|docker:|(?:actions|github)\/)[\w.-]{1,60}\/[\w./-]{1,100}@v?\d[\w.-]{0,30}["']?\s*(?:#|$)/gm,
    // Without a secret in the file there is little to take.
    accept: (match, file) => /\$\{\{\s*secrets\.(?!GITHUB_TOKEN)/.test(file.text) && !/@[0-9a-f]{40}/.test(match[0]),
    examples: [
      {
        path: '.github/workflows/a.yml',
        text:
          'jobs:\n  a:\n    steps:\n      - uses: someone/thing@v2\n      - uses: actions/checkout@v4\n        env:\n          A: $' +
          '{{ secrets.DEPLOY_KEY }}\n',
        lines: [4],
      },
      { path: '.github/workflows/b.yml', text: 'jobs:\n  a:\n    steps:\n      - uses: someone/thing@v2\n', lines: [] },
    ],
  },
];
