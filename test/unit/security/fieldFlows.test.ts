import assert from 'node:assert/strict';
import { securityAnalyzer } from '../../../src/engine/genesis/analyzers/security';
import { weakPlaces } from '../../../src/engine/genesis/analyzers/security/findings/weakPlaces';
import { analyzeSources } from '../../support/analyzeSources';

/** Places of the rules of flows, as `rule path:line`; those that are told as flaws are marked. */
async function flows(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { problems, model } = await analyzeSources([securityAnalyzer], files);
  assert.deepEqual(problems, []);
  return weakPlaces(model)
    .filter(({ place }) => /injection|traversal|ssrf|redirect|xss/.test(place.rule))
    .map(({ file, place }) => `${place.rule} ${file.path}:${place.line}${place.possible ? '' : ' told'}`)
    .sort();
}

describe('security of values that are handed on in fields', () => {
  it('follows a field of the own object from one method to another', async () => {
    const js = (given: string): string =>
      `class Job {\n  load(req) {\n    this.name = ${given};\n    this.kept = 'a';\n  }\n  run() {\n    exec('ls ' + this.name);\n    exec('ls ' + this.kept);\n  }\n}\nconst { exec } = require('child_process');\n`;
    assert.deepEqual(await flows({ 'a.js': js('req.query.name') }), ['command-injection a.js:7']);
    assert.deepEqual(await flows({ 'a.js': js('parseInt(req.query.name)') }), []);
    const other = `${js("'b'")}class Other {\n  load(req) {\n    this.name = req.query.name;\n  }\n}\n`;
    assert.deepEqual(await flows({ 'a.js': other }), []);
    const py =
      'class Page:\n    def get(self):\n        self.query = request.args.get("q")\n        self.run()\n\n    def run(self):\n        cursor.execute("select * from a where b = \'" + self.query + "\'")\n';
    assert.deepEqual(await flows({ 'a.py': py }), ['sql-injection a.py:7']);
    const rb =
      'class PagesController\n  def load\n    @name = params[:name]\n  end\n\n  def show\n    system("ls #{@name}")\n  end\nend\n';
    assert.deepEqual(await flows({ 'a.rb': rb }), ['command-injection a.rb:7']);
  });

  it('takes what setters of actions are given for request data', async () => {
    const action = (base: string): string =>
      `public class Find extends ${base} {\n  private String title;\n  public String execute() {\n    list = db.createQuery("from A where b = '" + this.title + "'").list();\n    return "ok";\n  }\n  public void setTitle(String title) {\n    this.title = title;\n  }\n}\n`;
    assert.deepEqual(await flows({ 'Find.java': action('ActionSupport') }), ['sql-injection Find.java:4']);
    assert.deepEqual(await flows({ 'Find.java': action('Thread') }), []);
  });

  it('follows fields of objects, and objects that hold request data', async () => {
    const java = (asked: string): string =>
      `class A {\n  @GetMapping("/a")\n  void f(String name, HttpServletRequest request) {\n    Job job = new Job();\n    job.setCommand(request.getParameter("c"));\n    job.setOwner("me");\n    Runtime.getRuntime().exec(${asked});\n  }\n}\n`;
    assert.deepEqual(await flows({ 'A.java': java('job.getCommand()') }), ['command-injection A.java:7']);
    assert.deepEqual(await flows({ 'A.java': java('job.getOwner()') }), []);
    const store = 'class Store {\n  void run(Job job) {\n    Runtime.getRuntime().exec(job.getCommand());\n  }\n}\n';
    const caller =
      'class A {\n  Store store;\n  @GetMapping("/a")\n  void f(String name) {\n    Job job = new Job();\n    job.setCommand(name);\n    store.run(job);\n  }\n}\n';
    assert.deepEqual(await flows({ 'Store.java': store, 'A.java': caller }), ['command-injection Store.java:3']);
    const js = (field: string): string =>
      `app.get('/a', (req, res) => {\n  const options = {};\n  options.${field} = req.query.a;\n  axios(options);\n});\n`;
    assert.deepEqual(await flows({ 'a.js': js('url') }), ['ssrf a.js:4']);
    assert.deepEqual(await flows({ 'a.js': js('data') }), []);
  });

  it('follows what an object is made with', async () => {
    const job =
      "import { exec } from 'child_process';\nexport class Job {\n  constructor(name, other) {\n    this.name = name;\n  }\n  run() {\n    exec('ls ' + this.name);\n  }\n}\n";
    const caller = (given: string): string =>
      `import { Job } from './job';\napp.get('/a', (req, res) => {\n  new Job(${given}).run();\n});\n`;
    assert.deepEqual(await flows({ 'job.js': job, 'a.js': caller('req.query.name, 1') }), [
      'command-injection job.js:7',
    ]);
    assert.deepEqual(await flows({ 'job.js': job, 'a.js': caller('1, req.query.name') }), []);
    const task =
      'public class Task {\n  private String name;\n  public Task(String name) {\n    this.name = name;\n  }\n  void run() {\n    Runtime.getRuntime().exec(this.name);\n  }\n}\n';
    const user = 'class A {\n  @GetMapping("/a")\n  void f(String name) {\n    new Task(name).run();\n  }\n}\n';
    assert.deepEqual(await flows({ 'Task.java': task, 'A.java': user }), ['command-injection Task.java:7']);
  });
});
