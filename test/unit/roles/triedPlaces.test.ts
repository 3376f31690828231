import assert from 'node:assert/strict';
import { rolesOf as rolesBeside } from '../../support/rolesOf';

/** Beside a product of .NET. */
const rolesOf = (manifests: Readonly<Record<string, string>>, others: readonly string[]): string[] =>
  rolesBeside(manifests, others, 'src/Cups/A0.cs');

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
