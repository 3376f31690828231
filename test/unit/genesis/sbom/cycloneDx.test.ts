import assert from 'node:assert/strict';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import fc from 'fast-check';
import { cycloneDx } from '../../../../src/engine/genesis/sbom/cycloneDx';
import { licensesOf } from '../../../../src/engine/genesis/sbom/licenses';
import { packageUrl } from '../../../../src/engine/genesis/sbom/packageUrl';
import type { Dependency } from '../../../../src/shared/inventory';

const express: Dependency = {
  ecosystem: 'npm',
  name: 'express',
  version: '4.18.0',
  declared: '^4.18.0',
  scope: 'runtime',
  direct: true,
  manifest: 'package.json',
  line: 7,
  license: 'MIT',
};
const head = { project: 'shop', commit: 'a'.repeat(40), at: '2026-01-02T03:04:05.000Z' };
const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);

describe('packageUrl', () => {
  /** As the package URL specification writes them. */
  const cases: readonly (readonly [ecosystem: string, name: string, version: string, purl: string])[] = [
    ['npm', 'express', '4.18.0', 'pkg:npm/express@4.18.0'],
    ['npm', '@babel/core', '7.0.0-beta.1', 'pkg:npm/%40babel/core@7.0.0-beta.1'],
    ['npm', 'express', '^4.18.0', 'pkg:npm/express'],
    ['maven', 'org.springframework:spring-core', '6.1.2', 'pkg:maven/org.springframework/spring-core@6.1.2'],
    ['pypi', 'Flask_Login', '==0.6.3', 'pkg:pypi/flask-login@0.6.3'],
    ['golang', 'github.com/gin-gonic/gin', 'v1.9.1', 'pkg:golang/github.com/gin-gonic/gin@v1.9.1'],
    ['composer', 'Laravel/Framework', '11.0.0', 'pkg:composer/laravel/framework@11.0.0'],
    ['cargo', 'serde', '1.0.200+x', 'pkg:cargo/serde@1.0.200%2Bx'],
    ['gem', 'rails', '~> 7.1', 'pkg:gem/rails'],
    ['nuget', 'Serilog', '4.*', 'pkg:nuget/Serilog'],
  ];
  for (const [ecosystem, name, version, purl] of cases)
    it(`names ${name} ${version} of ${ecosystem}`, () => assert.equal(packageUrl({ ecosystem, name, version }), purl));
});

describe('licensesOf', () => {
  const cases: readonly (readonly [license: string | undefined, choice: unknown])[] = [
    [undefined, []],
    ['mit', [{ license: { id: 'MIT' } }]],
    ['(MIT OR Apache-2.0)', [{ expression: '(MIT OR Apache-2.0)' }]],
    ['MIT OR', [{ license: { name: 'MIT OR' } }]],
    ['(MIT OR Apache-2.0', [{ license: { name: '(MIT OR Apache-2.0' } }]],
    ['See LICENSE', [{ license: { name: 'See LICENSE' } }]],
  ];
  for (const [license, choice] of cases)
    it(`takes ${license ?? 'nothing'} for what it is`, () => assert.deepEqual(licensesOf(license), choice));
});

describe('cycloneDx', () => {
  it('is what a public validator accepts, and says where a package is asked for', async () => {
    const dependencies: Dependency[] = [
      express,
      { ...express, manifest: 'web/package.json', line: 3, scope: 'dev' },
      { ...express, name: 'left-pad', version: '>=1', license: 'WTFPL OR own' },
      { ...express, name: 'debug', version: '2.6.9', direct: false, license: '(MIT OR BSD-3-Clause)' },
    ];
    const text = cycloneDx({ ...head, dependencies });
    assert.equal(await validator.validate(text), null);
    const bom = JSON.parse(text);
    assert.deepEqual(bom.dependencies, [{ ref: 'product', dependsOn: ['pkg:npm/express@4.18.0', 'pkg:npm/left-pad'] }]);
    const component = bom.components.find(({ name }: { name: string }) => name === 'express');
    assert.equal(component.scope, 'required');
    assert.deepEqual(component.evidence.occurrences, [
      { location: 'package.json', line: 7 },
      { location: 'web/package.json', line: 3 },
    ]);
    assert.equal(cycloneDx({ ...head, dependencies }), text, 'the same dependencies make the same document');
  });

  it('stays valid whatever a manifest says', async () => {
    const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 });
    const dependency = fc.record({
      ecosystem: fc.constantFrom('npm', 'pypi', 'maven', 'golang', 'gem', 'swift'),
      name: word,
      version: word,
      scope: fc.constantFrom('runtime', 'dev', 'optional'),
      direct: fc.boolean(),
      manifest: word,
      license: word,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(dependency, { maxLength: 5 }), async (dependencies) => {
        const result = await validator.validate(cycloneDx({ ...head, dependencies: dependencies as Dependency[] }));
        assert.equal(result, null, JSON.stringify(result));
      }),
      { numRuns: 60 },
    );
  });
});
