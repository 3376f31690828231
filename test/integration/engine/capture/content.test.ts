import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CapturePolicy, CaptureResult } from '../../../../src/shared/capture';
import type { DigestCommit, GitDigest } from '../../../../src/shared/ingest';
import { openEngineIn } from '../../rpc/engineOn';
import { CaptureBench, type Repository, sh } from './captureBench';

const secret = (...parts: string[]): string => parts.join('');
const awsKey = secret('AKIA', 'Z7QK2MWX5RTN4VBJ');
const githubToken = secret('ghp_', 'aZ3kQ9mX7vB2nL5cR8tY1wE4uI6oP0sD3fGh');
const keyBody = Array.from({ length: 12 }, (_, line) =>
  Buffer.from(`line ${line} of a key that nobody may see ${line}`).toString('base64').padEnd(64, 'Q').slice(0, 64),
);
const privateKey = [
  secret('-----BEGIN RSA ', 'PRIVATE KEY-----'),
  ...keyBody,
  '-----END RSA PRIVATE KEY-----',
  '',
].join('\n');

/** Commits without a work tree, which are made fast; the first stands on what `main` has. */
function fastImport(root: string, commits: readonly string[]): void {
  execFileSync('git', ['fast-import', '--quiet'], { cwd: root, input: commits.join('') });
}

function importedCommit(n: number, changes: string): string {
  const head = `commit refs/heads/main\ncommitter Me <me@example.invalid> ${2_000_000_000 + n} +0000\ndata <<E\nc${n}\nE\n`;
  return `${head}${n === 0 ? 'from refs/heads/main^0\n' : ''}${changes}`;
}

describe('the content of a digest', () => {
  let bench: CaptureBench;
  before(async () => {
    bench = await CaptureBench.open();
  });
  after(function () {
    this.timeout(60_000);
    bench.close();
  });

  const commitsOf = async (repository: Repository): Promise<DigestCommit[]> => {
    const digests = (await repository.digests()).map((event) => event.payload as unknown as GitDigest);
    return digests.flatMap(({ commits, rewrites = [] }) => [...commits, ...(rewrites as unknown as DigestCommit[])]);
  };
  const captured = async (
    does: (repository: Repository) => void,
    policy: Partial<CapturePolicy> = {},
  ): Promise<{ result: CaptureResult; commits: DigestCommit[]; repository: Repository }> => {
    const repository = await bench.repository();
    await repository.capture();
    does(repository);
    const result = await repository.capture(repository.root, policy);
    return { result, commits: await commitsOf(repository), repository };
  };
  const filesOf = (commit: DigestCommit | undefined) =>
    commit?.files.map(({ path, status, additions, deletions, oldPath, text }) =>
      [path, status, additions, deletions, oldPath ?? text].filter((part) => part !== undefined),
    );

  it('names what happened to files, whatever it was', async () => {
    const { commits } = await captured((repository) => {
      repository.sh(`seq 1 50 > list; seq 60 99 > "a |b"; ln -s list link; printf 'a\\r\\nb\\r\\n' > crlf; printf '\\0\\1\\2' > bin; git add -A; git commit -q -m one
git mv "a |b" "moved \\"q\\""; cp list copy; echo more >> list; chmod +x crlf; rm link; echo file > link; rm bin; git add -A; git commit -q -m two`);
    });
    assert.deepEqual(filesOf(commits[0]), [
      ['a |b', 'added', 40, 0],
      ['bin', 'added', 0, 0, 'binary'],
      ['crlf', 'added', 2, 0],
      ['link', 'added', 1, 0],
      ['list', 'added', 50, 0],
    ]);
    assert.match(commits[0]?.diff ?? '', /^\+a\r$/m);
    assert.deepEqual(filesOf(commits[1]), [
      ['bin', 'deleted', 0, 0, 'binary'],
      ['copy', 'copied', 0, 0, 'list'],
      ['crlf', 'modeChanged', 0, 0],
      ['link', 'typeChanged', 1, 1],
      ['list', 'modified', 1, 0],
      ['moved "q"', 'renamed', 0, 0, 'a |b'],
    ]);
  });

  it('is placed where the work was done, and its events name what they are about', async () => {
    const repository = await bench.repository();
    repository.sh('git remote add origin https://me:password@example.invalid/r.git');
    await repository.capture();
    repository.sh(`c() { echo "$1" >> "$1"; git add -A; git commit -q -m "$1"; }; d() { export GIT_COMMITTER_DATE="$1" GIT_AUTHOR_DATE="$1"; }
d 2025-06-01T08:00:00Z; c one; d 2025-06-01T08:30:00Z; c two; d 2025-06-01T15:00:00Z; c three; git checkout -q -b side; d 2025-06-01T15:10:00Z; c four`);
    await repository.capture();
    const digests = await repository.digests();
    assert.deepEqual(
      digests.map(({ event_time, payload }) => {
        const { commits, repository: where, range } = payload as unknown as GitDigest;
        return [
          event_time,
          where.branch,
          where.remote,
          commits.map(({ subject }) => subject).join(),
          range.to === commits.at(-1)?.sha,
        ];
      }),
      [
        ['2025-06-01T08:30:00.000Z', 'main', 'https://example.invalid/r.git', 'one,two', true],
        ['2025-06-01T15:00:00.000Z', 'main', 'https://example.invalid/r.git', 'three', true],
        ['2025-06-01T15:10:00.000Z', 'side', 'https://example.invalid/r.git', 'four', true],
      ],
    );
    const { items } = await repository.test.engine.listSessions({ projectId: repository.projectId });
    assert.deepEqual(items.map((session) => session.startedAt).sort(), [
      '2025-06-01T08:00:00.000Z',
      '2025-06-01T15:00:00.000Z',
    ]);
    const [first] = await repository.commitEvents();
    assert.deepEqual(
      [first?.event_type, first?.source, first?.authority, first?.event_time],
      ['git.commit.created', 'git', 'source_of_truth', '2025-06-01T08:00:00.000Z'],
    );
    assert.deepEqual(
      first?.entity_refs.map((ref) => `${ref.entity_type} ${ref.external_id}`),
      [`commit ${String(first?.payload['sha'])}`, 'person Me', 'repository https://example.invalid/r.git', 'file one'],
    );
  });

  it('takes names of any characters, and shows the text of such files', async () => {
    const names = [
      'new\nline',
      'tab\there',
      'quo"te\\',
      "sin'gle",
      'emoji 🙂',
      '-dash',
      ':(glob)*',
      'ünï/cödé',
      ' blank ',
    ];
    const { commits } = await captured(({ root, sh: run }) => {
      mkdirSync(join(root, 'ünï'));
      for (const [n, name] of names.entries()) writeFileSync(join(root, name), `text of ${n}\n`);
      // Not every file system takes a name that is no UTF-8.
      if (process.platform === 'linux')
        writeFileSync(Buffer.concat([Buffer.from(`${root}/raw `), Buffer.from([0xff])]), 'text of the last\n');
      run.call({ root }, 'git add -A; git commit -q -m names');
    });
    const expected = process.platform === 'linux' ? [...names, 'raw \uFFFD'] : names;
    assert.deepEqual(commits[0]?.files.map(({ path }) => path).sort(), [...expected].sort());
    assert.equal(commits[0]?.diff?.match(/^\+text of /gm)?.length, expected.length);
  });

  it('shows of a merge what was solved in it', async () => {
    const { commits } = await captured((repository) => {
      repository.sh(`git checkout -q -b side; c one f; git checkout -q main; c two f; c three
git merge -q side >/dev/null 2>&1 || { echo both > f; git add f; git commit -q -m solved; }`);
    });
    const merge = commits.find(({ subject }) => subject === 'solved');
    assert.deepEqual([filesOf(merge), merge?.parents.length, merge?.kind], [[['f', 'modified', 1, 2]], 2, 'merge']);
    assert.match(merge?.diff ?? '', /^diff --cc f\n[\s\S]*\n- two\n -one\n\+\+both\n$/);
  });

  it('keeps lock files, generated and minified ones as names and numbers', async () => {
    const { commits } = await captured(({ root, sh: run }) => {
      writeFileSync(join(root, 'package-lock.json'), '{}\n'.repeat(3_000));
      writeFileSync(join(root, 'api.pb.go'), 'package api\n');
      writeFileSync(join(root, 'made.go'), '// Code generated by tool. DO NOT EDIT.\npackage made\n');
      writeFileSync(join(root, 'bundle.js'), `var a=1;${'x'.repeat(5_000)}\n`);
      writeFileSync(join(root, 'own.ts'), 'export const own = 1;\n');
      writeFileSync(join(root, '.gitattributes'), 'listed.ts linguist-generated\n');
      writeFileSync(join(root, 'listed.ts'), 'export const listed = 1;\n');
      run.call({ root }, 'git add -A; git commit -q -m all');
    });
    const notes = Object.fromEntries(commits[0]?.files.map(({ path, text }) => [path, text ?? 'shown']) ?? []);
    assert.deepEqual(notes, {
      '.gitattributes': 'shown',
      'api.pb.go': 'generated',
      'bundle.js': 'minified',
      'listed.ts': 'generated',
      'made.go': 'generated',
      'own.ts': 'shown',
      'package-lock.json': 'lock',
    });
    assert.match(commits[0]?.diff ?? '', /own = 1/);
    assert.doesNotMatch(commits[0]?.diff ?? '', /listed = 1|var a|package/);
  });

  it('cuts a diff at the borders of hunks and says what it cut', async () => {
    const lines = (from: number): string =>
      Array.from({ length: 400 }, (_, n) => `line ${n} ${n % 40 === 0 ? from : ''}`).join('\n');
    const { commits } = await captured(
      ({ root, sh: run }) => {
        writeFileSync(join(root, 'a'), lines(1));
        run.call({ root }, 'git add -A; git commit -q -m first');
        writeFileSync(join(root, 'a'), lines(2));
        writeFileSync(join(root, 'b'), 'new\n'.repeat(2_000));
        run.call({ root }, 'git add -A; git commit -q -m second');
      },
      { diffCharacters: 1_000 },
    );
    const [first, second] = commits;
    assert.ok((first?.diff?.length ?? 0) <= 1_000 && (second?.diff?.length ?? 0) <= 1_000);
    assert.deepEqual([first?.diffTruncated, second?.diffTruncated], [true, true]);
    assert.match(first?.diff ?? '', /^@@ -0,0 \+1,\d+ @@$/m);
    assert.match(
      second?.diff ?? '',
      /\n\\ left out here: 4 hunks .*\+4 -4\)\n\\ left out: 1 more file \(\+2000 -0\)\n$/,
    );
    assert.equal(second?.diff?.match(/^@@ .* @@/gm)?.length, 6);
  });

  it('bounds a commit of ten thousand files', async () => {
    const { commits, result } = await captured(({ root }) => {
      const files = Array.from({ length: 10_000 }, (_, n) => `M 644 inline d${n % 100}/f${n}\ndata 2\nx\n`);
      fastImport(root, [importedCommit(0, files.join(''))]);
    });
    assert.equal(result.commits.length, 1);
    assert.equal(commits[0]?.files.length, 1_000);
    assert.deepEqual(commits[0]?.totals, { files: 10_000, additions: 10_000, deletions: 0 });
    assert.equal(commits[0]?.diffTruncated, true);
    assert.ok((commits[0]?.diff?.length ?? 0) > 1_000);
  }).timeout(60_000);

  it('keeps out what the policy names, by name and by text', async () => {
    const { commits, repository } = await captured(
      (made) =>
        made.sh(
          'mkdir -p private/x docs; c "alpha text" private/x/a; c "beta text" docs/b.secretly; c "gamma text" docs/c.md',
        ),
      { exclude: ['private', '**/*.secretly'] },
    );
    assert.deepEqual(
      commits.map(({ files, filesExcluded }) => [files.length, filesExcluded]),
      [
        [0, 1],
        [0, 1],
        [1, undefined],
      ],
    );
    const all = JSON.stringify([
      commits.map((commit) => ({ ...commit, subject: '' })),
      await repository.commitEvents().then((events) => events.map((event) => event.entity_refs)),
    ]);
    assert.ok(!/private\/x|secretly|alpha|beta/.test(all) && all.includes('gamma'));
  });

  it('replaces secrets and counts them, in messages and in diffs, in lines that come and lines that go', async () => {
    const { result, commits } = await captured(({ root, sh: run }) => {
      writeFileSync(join(root, 'config.ts'), `export const key = '${awsKey}';\nconst k = \`${privateKey}\`;\n`);
      run.call(
        { root },
        `git add -A; git commit -q -m "Use ${githubToken}"; sed -i '/^.\\{64\\}$/d' config.ts; git commit -q -am "Take the key out"`,
      );
    });
    assert.equal(commits[0]?.subject, 'Use «github-token»');
    const text = JSON.stringify(commits);
    for (const hidden of [awsKey, githubToken, ...keyBody]) assert.ok(!text.includes(hidden), hidden);
    assert.equal(result.redactions['aws-access-key'], 2);
    assert.equal(result.redactions['github-token'], 1);
    assert.ok((result.redactions['private-key'] ?? 0) >= 2);
  });
});

describe('the store after a capture', () => {
  let base: string;
  beforeEach(() => {
    base = realpathSync(mkdtempSync(join(tmpdir(), 'contox-capture-store-')));
  });
  afterEach(() => rmSync(base, { recursive: true, force: true }));

  it('holds nothing of a committed .env, of keys and of credentials: not in the file, not in its log', async () => {
    const root = join(base, 'repo');
    mkdirSync(root);
    sh(root, 'git init -q -b main .; git config user.name Me; git config user.email me@example.invalid; c start');
    const dataDir = join(base, 'data');
    const engine = await openEngineIn(dataDir);
    const { id: projectId } = await engine.createProject({ name: 'P', localPath: root });
    await engine.captureRepository({ projectId, root });
    const values = {
      '.env': 'S3cretOfTheEnv',
      'app/.env.local': 'AnotherOne77',
      id_rsa: 'KeyOfTheHouse',
      'certs/a.pem': 'PemOfTheHouse',
      'conf/credentials.json': 'CredOfTheHouse',
    };
    mkdirSync(join(root, 'app'));
    mkdirSync(join(root, 'certs'));
    mkdirSync(join(root, 'conf'));
    for (const [path, value] of Object.entries(values)) writeFileSync(join(root, path), `PLAIN_VALUE=${value}\n`);
    writeFileSync(join(root, 'code.ts'), `export const told = 'visible-text';\nconst token = '${githubToken}';\n`);
    sh(root, 'git add -A -f; git commit -q -m "Add settings"; git rm -q .env; git commit -q -m "Remove settings"');
    const { commits, redactions } = await engine.captureRepository({ projectId, root });
    assert.deepEqual([commits.length, redactions['github-token']], [2, 1]);
    const search = (): void => {
      const bytes = Buffer.concat(
        readdirSync(dataDir, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
      );
      for (const hidden of [...Object.values(values), ...Object.keys(values), githubToken, 'PLAIN_VALUE'])
        assert.ok(!bytes.includes(hidden), `${hidden} is in the store`);
      assert.ok(bytes.includes('Add settings') && bytes.includes('visible-text'));
    };
    search();
    engine.dispose();
    search();
  });

  it('is the same whoever captures, at the same time', async () => {
    const root = join(base, 'repo');
    mkdirSync(root);
    sh(root, 'git init -q -b main .; git config user.name Me; git config user.email me@example.invalid; c start');
    const engine = await openEngineIn(join(base, 'data'));
    const { id: projectId } = await engine.createProject({ name: 'P', localPath: root });
    await engine.captureRepository({ projectId, root });
    sh(root, 'for n in 1 2 3 4 5; do c $n; done');
    const results = await Promise.all(
      [1, 2, 3, 4].map((n) => engine.captureRepository({ projectId, root, source: `window${n}` })),
    );
    assert.deepEqual(
      results.map((result) => result.commits.length),
      [5, 0, 0, 0],
    );
    const { items } = await engine.listEvents({ projectId, eventType: 'git.commit.created' });
    assert.equal(items.length, 5);
    engine.dispose();
  });

  it('takes more commits than one event holds, in order, each once', async () => {
    const root = join(base, 'repo');
    mkdirSync(root);
    sh(
      root,
      'git init -q -b main .; git config user.name Me; git config user.email me@example.invalid; git config core.logAllRefUpdates false; c start',
    );
    const engine = await openEngineIn(join(base, 'data'));
    const { id: projectId } = await engine.createProject({ name: 'P', localPath: root });
    await engine.captureRepository({ projectId, root });
    fastImport(
      root,
      Array.from({ length: 600 }, (_, n) => importedCommit(n, `M 644 inline f\ndata <<E\n${n}\nE\n`)),
    );
    const result = await engine.captureRepository({ projectId, root });
    assert.deepEqual(
      result.commits.map(({ subject }) => subject),
      Array.from({ length: 600 }, (_, n) => `c${n}`),
    );
    assert.deepEqual([result.more, new Set(result.commits.map(({ sha }) => sha)).size], [false, 600]);
    assert.equal((await engine.verifyEvents({ projectId })).ok, true);
    engine.dispose();
  }).timeout(60_000);
});
