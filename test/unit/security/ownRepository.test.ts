import assert from 'node:assert/strict';
import { securityAnalyzer } from '../../../src/engine/genesis/analyzers/security';
import { analyzeSources } from '../../support/analyzeSources';

const workflow =
  'jobs:\n  a:\n    steps:\n      - uses: shop/build@main\n      - uses: shop-tools/lint@main\n      - uses: other/thing@main\n';

const stack = (image: string): string =>
  `services:\n  a:\n    image: ${image}\n    volumes:\n      - /var/run/docker.sock:/var/run/docker.sock\n`;

async function placesOf(rule: string, files: Readonly<Record<string, string>>): Promise<string[]> {
  const { findings } = await analyzeSources([securityAnalyzer], files);
  const found = findings.find((finding) => finding.rule === rule);
  return found?.evidence.map(({ path, startLine }) => `${path}:${startLine}`) ?? [];
}

describe('whose a repository is', () => {
  it('takes no action of the own people for one of others', async () => {
    const path = '.github/workflows/a.yml';
    const rule = 'security/workflow-moving-action';
    assert.deepEqual(await placesOf(rule, { [path]: workflow }), [`${path}:4`, `${path}:5`, `${path}:6`]);
    assert.deepEqual(await placesOf(rule, { [path]: workflow, 'go.mod': 'module github.com/shop/web\n' }), [
      `${path}:6`,
    ]);
    assert.deepEqual(await placesOf(rule, { [path]: workflow, '.github/CODEOWNERS': '* @shop/makers\n' }), [
      `${path}:6`,
    ]);
  });

  it('tells the rights of a container only where the image is of the own people', async () => {
    const rule = 'security/compose-privileged';
    const manifest = { 'package.json': '{ "repository": "https://github.com/shop/web" }\n' };
    assert.deepEqual(await placesOf(rule, { ...manifest, 'compose.yml': stack('ghcr.io/shop/web:1') }), [
      'compose.yml:5',
    ]);
    assert.deepEqual(await placesOf(rule, { ...manifest, 'compose.yml': stack('other/kafka:1') }), []);
  });
});
