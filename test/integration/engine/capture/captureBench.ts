import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CapturePolicy, CaptureResult } from '../../../../src/shared/capture';
import { gitDigest } from '../../../../src/shared/ingest';
import type { LogEvent } from '../../../../src/shared/store';
import { closeTestEngine, openTestEngine, type TestEngine } from '../testEngine';

/** What scripts may call: a commit that adds a line to a file, and a rebase whose list is changed by sed. */
const prelude = `
c() { echo "$1" >> "\${2:-$1}"; git add -A; git commit -q -m "\${3:-$1}"; }
plan() { e="$1"; shift; GIT_SEQUENCE_EDITOR="sed -i -e '$e'" git rebase -q -i "$@"; }
other() { GIT_AUTHOR_NAME=Other GIT_AUTHOR_EMAIL=other@example.invalid GIT_COMMITTER_NAME=Other GIT_COMMITTER_EMAIL=other@example.invalid "$@"; }
`;

const environment = {
  PATH: process.env['PATH'],
  HOME: '/nowhere',
  LC_ALL: 'C',
  TZ: 'UTC',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_EDITOR: 'true',
  GIT_ALLOW_PROTOCOL: 'file',
};

export function sh(cwd: string, script: string): string {
  return execFileSync('sh', ['-e', '-c', prelude + script], {
    cwd,
    encoding: 'utf8',
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

const begin = `
git init -q -b main .
git config user.name Me; git config user.email me@example.invalid
git config commit.gpgSign false; git config core.hooksPath /dev/null; git config advice.detachedHead false
c start
`;

/** Repositories to try capture on, with an engine that has one project for each. */
export class CaptureBench {
  readonly base = realpathSync(mkdtempSync(join(tmpdir(), 'contox-capture-')));
  private readonly template = join(this.base, 'template');
  private count = 0;

  private constructor(readonly test: TestEngine) {
    execFileSync('mkdir', ['-p', this.template]);
    sh(this.template, begin);
  }

  static async open(test?: TestEngine): Promise<CaptureBench> {
    return new CaptureBench(test ?? (await openTestEngine()));
  }

  close(): void {
    closeTestEngine(this.test);
    rmSync(this.base, { recursive: true, force: true });
  }

  /** A folder of its own, with a repository of one commit at `root`. */
  async repository(folderInIt = ''): Promise<Repository> {
    const root = join(this.base, `case ${++this.count}`, 'repo');
    cpSync(this.template, root, { recursive: true });
    const localPath = join(root, folderInIt);
    execFileSync('mkdir', ['-p', localPath]);
    const { id } = await this.test.engine.createProject({ name: `P${this.count}`, localPath });
    return new Repository(this.test, id, root);
  }
}

export class Repository {
  constructor(
    readonly test: TestEngine,
    readonly projectId: string,
    readonly root: string,
  ) {}

  sh(script: string): string {
    return sh(this.root, script);
  }

  async capture(root = this.root, policy: Partial<CapturePolicy> = {}): Promise<CaptureResult> {
    return this.test.engine.captureRepository({ projectId: this.projectId, root, policy });
  }

  /** Events of commits, oldest first. */
  async commitEvents(): Promise<LogEvent[]> {
    const query = { projectId: this.projectId, eventType: 'git.commit.*', order: 'oldest', limit: 200 } as const;
    return (await this.test.engine.listEvents(query)).items;
  }

  async digests(): Promise<LogEvent[]> {
    const query = { projectId: this.projectId, eventType: 'git.digested', order: 'oldest', limit: 200 } as const;
    const { items } = await this.test.engine.listEvents(query);
    return Promise.all(items.map(({ id }) => this.test.engine.getSpineEvent({ eventId: id })));
  }

  /** `kind subject`, and the subject of the first version where that is another commit. */
  describe(result: CaptureResult, cwd = this.root): string[] {
    return result.commits.map(({ kind, subject, sha, chainId }) => {
      if (chainId === sha) return `${kind} ${subject}`;
      return `${kind} ${subject} @ ${this.subjectOf(chainId, cwd)}`;
    });
  }

  private subjectOf(sha: string, cwd: string): string {
    try {
      return sh(cwd, `git log -1 --format=%s ${sha}`).trim();
    } catch {
      return 'gone';
    }
  }

  /** One event for each version, as many chains as logical commits, and nothing left to capture. */
  async checkLog(results: readonly CaptureResult[]): Promise<void> {
    for (const digest of await this.digests()) assert.deepEqual(gitDigest.parse(digest.payload), digest.payload);
    const commits = results.flatMap((result) => result.commits).filter(({ kind }) => kind !== 'reset');
    const events = (await this.commitEvents()).filter((event) => event.event_type !== 'git.commit.reset');
    assert.deepEqual(events.map((event) => event.payload['sha']).sort(), commits.map(({ sha }) => sha).sort());
    const created = events.filter((event) => event.event_type === 'git.commit.created');
    const chains = new Set(created.map((event) => event.payload['chain']));
    assert.equal(chains.size, created.length, 'two commits begin the same chain');
    assert.deepEqual(
      created.map((event) => event.payload['sha']).sort(),
      commits
        .filter(({ kind }) => kind === 'commit' || kind === 'merge')
        .map(({ sha }) => sha)
        .sort(),
    );
  }
}
