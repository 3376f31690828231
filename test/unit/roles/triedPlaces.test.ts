import assert from 'node:assert/strict';
import { roleOf } from '../../../src/engine/genesis/languages/roleOf';
import { judgeRoles } from '../../../src/engine/genesis/roles/judgeRoles';
import { sayingOf } from '../../../src/engine/genesis/roles/manifestReaders';

/** Roles of the last files, beside a product. */
function rolesOf(manifests: Readonly<Record<string, string>>, others: readonly string[]): string[] {
  const sayings = new Map(Object.entries(manifests).map(([path, text]) => [path, sayingOf(path, text)]));
  const product = Array.from({ length: 30 }, (_, index) => `src/Cups/A${index}.cs`);
  const told = judgeRoles([...Object.keys(manifests), ...others, ...product].sort(), sayings);
  return others.map((path) => told.of(path) ?? roleOf(path));
}

describe('places where a product is tried out', () => {
  it('takes projects of a sandbox beside those of a library for samples', () => {
    const sandbox = ['sandbox/Cups.Web/Cups.Web.csproj', 'sandbox/Cups.Web/Controllers/CupController.cs'];
    assert.equal(rolesOf({}, [...sandbox, 'src/Cups/Cups.csproj'])[1], 'example');
    assert.equal(rolesOf({}, sandbox)[1], 'source');
  });

  it('takes what the invoker of Maven builds for tests', () => {
    const pom = '<project><groupId>a</groupId><artifactId>b</artifactId><version>1</version></project>';
    const asking = pom.replace(
      '</project>',
      '<dependencies><dependency><groupId>a</groupId><artifactId>tea</artifactId><version>1</version></dependency></dependencies></project>',
    );
    const built = {
      'cups/pom.xml': pom,
      'cups/src/it/12-tea/pom.xml': asking,
      'cups/src/it/12-tea/first/pom.xml': pom.replace('>b<', '>tea<'),
    };
    const others = ['cups/src/it/12-tea/first/src/main/java/a/Tea.java', 'cups/src/main/java/a/Cup.java'];
    assert.deepEqual(rolesOf(built, others), ['test', 'source']);
    assert.deepEqual(rolesOf({}, ['web/src/it/pages/cups.ts']), ['source']);
  });
});
