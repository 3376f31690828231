import assert from 'node:assert/strict';
import { entryPointFindingsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPointFindings';
import { analyzeSources } from '../../support/analyzeSources';

const main = 'package main\n\nfunc main() {\n}\n';

/** Each program with the place that it is cited from. */
async function programs(files: Record<string, string>): Promise<string[]> {
  const { findings, problems } = await analyzeSources([entryPointFindingsAnalyzer], files);
  assert.deepEqual(problems, []);
  return findings
    .filter(({ rule }) => rule === 'entry-points/programs')
    .flatMap(({ content }) => content.replaceAll('`', '').replaceAll('- ', '').split('\n'));
}

describe('programs of Go', () => {
  it('are those that a release is built from, by the names that it gives to them', async () => {
    const files = {
      'go.mod': 'module example.org/shop\n',
      'main.go': main,
      'cli/injector/main.go': main,
      'cli/report/main.go': main,
      'internal/gen/main.go': main,
      'trial/client/client.go': main,
      'trial/client/Dockerfile': 'FROM scratch\n',
    };
    const release = [
      'before:',
      '  hooks:',
      '    - go generate ./...',
      'builds:',
      '  - id: controller',
      '    binary: manager # the first',
      '    goos:',
      '      - linux',
      '  - main: ./cli/injector/main.go',
      '    env:',
      '      - main: no',
      '  - id: other',
      '    main: ./cli/gone',
      '  - dir: cli',
      '    main: ./report',
      '    binary: "{{ .ProjectName }}"',
      'archives:',
      '  - main: ./internal/gen',
    ].join('\n');
    assert.deepEqual(await programs({ ...files, '.goreleaser.yml': release }), [
      'injector: cli/injector/main.go:3',
      'report: cli/report/main.go:3',
      'manager: .goreleaser.yml:6',
    ]);
    assert.deepEqual(await programs(files), ['shop: main.go:3', 'client: trial/client/client.go:3']);
  });

  it('are those that an image builds', async () => {
    const image =
      'FROM golang\nRUN go build -ldflags "-s -w" \\\n  -o /out/shop ./server && \\\n  go install -v -o other/x\n';
    const found = await programs({ Dockerfile: image, 'server/main.go': main, 'other/x/main.go': main });
    assert.deepEqual(found, ['server: server/main.go:3']);
  });
});
