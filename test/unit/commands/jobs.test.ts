import assert from 'node:assert/strict';
import { commandsAnalyzer } from '../../../src/engine/genesis/analyzers/commands';
import { analyzeSources } from '../../support/analyzeSources';

describe('findings on the jobs of pipelines', () => {
  it('tells of a job what checks or builds, not what prepares for it', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      '.github/workflows/ci.yml':
        'name: CI\njobs:\n  test:\n    steps:\n      - run: |\n          docker load --input a.tar\n          sed -i "s|A|B|" .env\n          php ./vendor/bin/paratest\n      - run: sed -i x pyproject.toml\n      - run: uv run pytest\n',
    });
    assert.match(findings[0]?.content ?? '', /`php \.\/vendor\/bin\/paratest; uv run pytest`/);
  });

  it('tells of a job what measures tests and tools by their path, not what brings them', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      '.github/workflows/ci.yml':
        'name: CI\njobs:\n  language:\n    steps:\n      - run: python -mpip install -e .\n      - run: coverage run -m pytest tests/a\n      - run: app/vendor/bin/phpunit\n',
    });
    assert.match(findings[0]?.content ?? '', /`coverage run -m pytest tests\/a; app\/vendor\/bin\/phpunit`/);
  });

  it('says what is built, and not which image the pipeline makes of it', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      Makefile: 'build-dev-container:\n\tdocker buildx build .\n\ndeploy: FLAGS = -s\ndeploy:\n\t./ship\n',
      'Cargo.toml': '[package]\nname = "a"\n',
    });
    assert.equal(findings[0]?.title, 'Build with cargo build, test with cargo test');
    assert.doesNotMatch(findings[0]?.content ?? '', /deploy|\.\/ship/);
  });

  it('reads of a step what it runs, and nothing of the next one', async () => {
    const { inventory } = await analyzeSources([commandsAnalyzer], {
      '.github/workflows/ci.yml':
        'name: CI\njobs:\n  test:\n    steps:\n      - run: | # with a remark\n          echo start\n      - name: Build\n        run: make\n',
    });
    assert.equal(inventory.commands[0]?.run, 'make');
  });

  it('names the pipeline where another one runs beside it', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      '.github/workflows/ci.yml': 'name: CI\njobs:\n  test:\n    steps:\n      - run: make\n',
      'azure-pipelines.yml': 'jobs: []\n',
    });
    assert.equal(findings[0]?.title, '1 GitHub Actions job found in 1 file: test');
  });

  it('tells no jobs that only look after issues where the pipeline is one that it does not read', async () => {
    const workflow = (action: string, more = ''): string =>
      `name: A\njobs:\n  lock:\n    steps:\n      - uses: actions/checkout@v4\n      - uses: ${action}\n        with:\n          a: b\n${more}`;
    const titlesOf = async (text: string, more: Record<string, string>): Promise<readonly string[]> =>
      (await analyzeSources([commandsAnalyzer], { '.github/workflows/a.yml': text, ...more })).findings.map(
        ({ title }) => title,
      );
    const azure = { 'azure-pipelines.yml': 'jobs: []\n' };
    const told = ['1 GitHub Actions job found in 1 file: lock'];
    assert.deepEqual(await titlesOf(workflow('dessant/lock-threads@v5'), azure), []);
    assert.deepEqual(await titlesOf(workflow('docker/build-push-action@v6'), azure), told);
    assert.deepEqual(await titlesOf(workflow('actions/labeler@v5', '      - run: make test\n'), azure), told);
    assert.deepEqual(await titlesOf(workflow('actions/labeler@v5'), {}), ['1 CI job found in 1 file: lock']);
  });

  it('counts no workflow that only other repositories call', async () => {
    const job = 'jobs:\n  NAME:\n    steps:\n      - run: make\n';
    const { findings } = await analyzeSources([commandsAnalyzer], {
      '.github/workflows/ci.yml':
        'name: CI\non:\n  push:\njobs:\n  test:\n    steps:\n      - run: make\n  ship:\n    uses: ./.github/workflows/deploy.yml\n',
      '.github/workflows/deploy.yml': `on: workflow_call\n${job.replace('NAME', 'deploy')}`,
      '.github/workflows/scan.yml': `on:\n  workflow_call:\n    inputs:\n      a:\n        type: string\n${job.replace('NAME', 'scan')}`,
      '.github/workflows/audit.yml': `on: [workflow_call] # for others\n${job.replace('NAME', 'audit')}`,
      '.github/workflows/both.yml': `on:\n  workflow_call:\n  push:\n${job.replace('NAME', 'both')}`,
    });
    assert.equal(findings[0]?.title, '4 CI jobs found in 3 files: both, test, ship, deploy');
    assert.match(findings[0]?.content ?? '', /2 reusable workflows found that nothing here calls\./);
    const { findings: none } = await analyzeSources([commandsAnalyzer], {
      '.github/workflows/scan.yml': `on: workflow_call\n${job.replace('NAME', 'scan')}`,
    });
    assert.deepEqual(none, []);
  });

  it('tells what a job is for, not what it does before', async () => {
    const { inventory } = await analyzeSources([commandsAnalyzer], {
      '.github/workflows/ci.yml': [
        'name: CI',
        'jobs:',
        '  phpunit:',
        '    steps:',
        '      - run: |',
        '          docker load -i image.tar',
        '          bin/console a',
        '          bin/console b',
        '          bin/console c',
        '          bin/console d',
        '          sed -i s/APP_ENV=dev/APP_ENV=test/ .env',
        '          VERSION=$(cat VERSION)',
        '          cat > a.yml <<EOF',
        '          make never',
        '          EOF',
        '          python3 - <<PY',
        '          print(1)',
        '          PY',
        '          php ./vendor/bin/paratest \\',
        '            --processes 4 # many',
        '      - run: npm --prefix web ci',
        '      - run: >-',
        '          npm test',
        '          -- --all',
        '  deps:',
        '    steps:',
        '      - run: npm ci',
      ].join('\n'),
    });
    assert.deepEqual(
      inventory.commands.map((command) => command.run),
      ['php ./vendor/bin/paratest --processes 4; npm test -- --all; bin/console a; bin/console b', ''],
    );
  });

  it('reads a command that begins on the next line, names with a quote inside, and the actions that do the work', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      '.github/workflows/ci.yml': [
        "name: The cup's build # daily",
        'jobs:',
        '  test:',
        '    steps:',
        '      - uses: actions/checkout@v4',
        '      - run:',
        '          npm test',
        '          -- --all',
        '  ship:',
        '    steps:',
        '      - uses: docker/setup-buildx-action@v3',
        '      - uses: docker/build-push-action@v6',
        '  call:',
        '    uses: ./.github/workflows/other.yml',
      ].join('\n'),
      '.travis.yml': 'script: make\n',
    });
    const [told] = findings;
    assert.equal(told?.title, '3 GitHub Actions jobs found in 1 file: test, ship, call');
    assert.match(told?.content ?? '', /The cup's build \/ test \| `npm test -- --all` \|/);
    assert.match(told?.content ?? '', /ship \| `docker\/build-push-action` \|/);
    assert.match(told?.content ?? '', /call \| calls `other\.yml` \|/);
    assert.match(told?.content ?? '', /Beside them not read: `\.travis\.yml`\./);
  });
});
