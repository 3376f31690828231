import assert from 'node:assert/strict';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import { analyzeSources } from '../../support/analyzeSources';

const steps = Array.from({ length: 19 }, (_, step) => step);

async function routesIn(files: Readonly<Record<string, string>>): Promise<number> {
  const { model } = await analyzeSources([entryPointsAnalyzer], files);
  return model.inventory.routes.length;
}

describe('routes that take each other in many times over', () => {
  it('come to an end for values of F#', async () => {
    const value = (step: number): string =>
      step === steps.length - 1
        ? `let v${step} = choose [ elsewhere ]\n`
        : `let v${step} = choose [\n${`    v${step + 1}\n`.repeat(9)}]\n`;
    const text = `module Shop\nopen Giraffe\n${steps.toReversed().map(value).join('\n')}`;
    assert.equal(await routesIn({ 'Shop.fs': text }), 0);
  });

  it('come to an end for objects of CherryPy', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const classes = steps
      .toReversed()
      .map(
        (step) =>
          `class T${step}:\n    def __init__(self):\n${names.map((name) => `        self.${name} = ${step + 1 < steps.length ? `T${step + 1}()` : '1'}\n`).join('')}    @cherrypy.expose\n    def index(self):\n        return ''\n`,
      );
    const text = `import cherrypy\n${classes.join('\n')}\ncherrypy.quickstart(T0(), '/')\n`;
    const count = await routesIn({ 'app.py': text });
    assert.ok(count > 0 && count <= 2_000);
  });

  it('come to an end for services of Goa below services', async () => {
    const paths = (name: string): string =>
      Array.from({ length: 200 }, (_, at) => `\t\tPath("/${name}${at}")\n`).join('');
    const service = (step: number): string =>
      `var _ = Service("s${step}", func() {\n\tHTTP(func() {\n${paths(`s${step}x`)}${step === 0 ? '' : `\t\tParent("s${step - 1}")\n`}\t})\n\tMethod("show", func() {\n\t\tHTTP(func() {\n\t\t\tGET("/it")\n\t\t})\n\t})\n})\n`;
    const text = `package design\n\nimport . "goa.design/goa/v3/dsl"\n\n${steps.slice(0, 4).map(service).join('\n')}`;
    const count = await routesIn({ 'design/design.go': text });
    assert.ok(count > 0 && count <= 120);
  });

  it('come to an end for repositories that extend each other and whose bodies do not end', async () => {
    const names = steps.map((step) => `R${step}Repository<T, ID>`).join(', ');
    const wide = steps
      .map((step) => `public interface R${step}Repository extends ${names}, CrudRepository<E${step}, Long> {\n}\n`)
      .join('');
    const open = 'public interface XRepository extends CrudRepository<X, Long> {\n'.repeat(8_000);
    const count = await routesIn({
      'pom.xml': '<artifactId>spring-boot-starter-data-rest</artifactId>',
      'src/main/java/Wide.java': wide,
      'src/main/java/Open.java': open,
    });
    assert.ok(count > 0 && count <= 2_000);
  });

  it('come to an end for collections of Payload that do not end', async () => {
    const open = "export const A: CollectionConfig = {\n  slug: 'a',\n".repeat(5_000);
    const files = { 'src/payload.config.ts': 'export default buildConfig({})', 'src/collections/A.ts': open };
    assert.ok((await routesIn(files)) <= 400);
  });
});
