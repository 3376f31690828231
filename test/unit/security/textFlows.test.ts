import assert from 'node:assert/strict';
import { securityAnalyzer } from '../../../src/engine/genesis/analyzers/security';
import { weakPlaces } from '../../../src/engine/genesis/analyzers/security/findings/weakPlaces';
import { analyzeSources } from '../../support/analyzeSources';

/** Places that are worth a look, as `rule path:line`. */
async function lookedAt(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { problems, model } = await analyzeSources([securityAnalyzer], files);
  assert.deepEqual(problems, []);
  const places = weakPlaces(model);
  assert.ok(places.every(({ place }) => place.possible));
  return places.map(({ file, place }) => `${place.rule} ${file.path}:${place.line}`).sort();
}

const inKotlin = (body: string, head = '@RequestParam name: String?'): string =>
  `@Controller\nclass A {\n  @GetMapping("/a")\n  fun show(${head}, req: HttpServletRequest): String {\n${body}\n  }\n}\n`;

describe('security of languages without a grammar', () => {
  it('follows request data through names and texts of Kotlin', async () => {
    const cases: readonly [string, string[]][] = [
      ['    val f = File("/data/" + name)', ['path-traversal src/A.kt:5']],
      ['    val path = "/data/$name"\n    File(path).readText()', ['path-traversal src/A.kt:6']],
      ['    val url = req.getParameter("url")\n    URL(url).readText()', ['ssrf src/A.kt:6']],
      ['    res.sendRedirect(name)', ['open-redirect src/A.kt:5']],
      [
        '    var sql = "select * from a where b = \'"\n    sql += name\n    jdbc.queryForList("select 1 where " + sql)',
        ['sql-injection src/A.kt:7'],
      ],
      [`    engine.eval("f('\${name!!.trim()}')")`, ['code-injection src/A.kt:5']],
      ['    val id = name.toInt()\n    File("/data/$id")', []],
      ['    jdbc.query("select * from a where b = ?", name)', []],
      ['    res.sendRedirect("/a/" + name)', []],
      ['    val user = users.findByName(name)\n    File(user.path)', []],
      ['    // File(name)\n    log.info("File($name)")', []],
      ['    if (name !in allowed(name)) return ""\n    if (!isAllowed(name)) return ""\n    File(name)', []],
      ['    if (name.isNullOrBlank()) return ""\n    File(name)', ['path-traversal src/A.kt:6']],
    ];
    for (const [body, expected] of cases)
      assert.deepEqual(await lookedAt({ 'src/A.kt': inKotlin(body) }), expected, body);
    assert.deepEqual(await lookedAt({ 'src/A.kt': inKotlin('    File("/a/$name")', '@RequestParam name: Int') }), []);
  });

  it('keeps a value that a branch alone replaces', async () => {
    const body = (indent: string): string =>
      `    var url = req.getParameter("u")\n    if (url == null) {\n${indent}url = "https://a.org"\n    }\n    URL(url).openConnection()`;
    assert.deepEqual(await lookedAt({ 'src/A.kt': inKotlin(body('      ')) }), ['ssrf src/A.kt:9']);
    assert.deepEqual(await lookedAt({ 'src/A.kt': inKotlin('    var name = "a"\n    File(name)') }), []);
  });

  it('follows it through functions of the file and of others', async () => {
    const own =
      '@Controller\nclass A {\n  @GetMapping("/a")\n  fun show(@RequestParam name: String) = open(name)\n\n  private fun open(name: String): String {\n    return File("/data/" + name).readText()\n  }\n}\n';
    assert.deepEqual(await lookedAt({ 'src/A.kt': own }), ['path-traversal src/A.kt:7']);
    const store =
      'object Store {\n  fun load(folder: String, name: String): String {\n    return File(folder, name).readText()\n  }\n}\n';
    const caller = (call: string): string => inKotlin(`    return ${call}`);
    assert.deepEqual(await lookedAt({ 'src/Store.kt': store, 'src/A.kt': caller('Store.load("/data", name)') }), [
      'path-traversal src/Store.kt:3',
    ]);
    assert.deepEqual(await lookedAt({ 'src/Store.kt': store, 'src/A.kt': caller('Store.load(name, 1)') }), [
      'path-traversal src/Store.kt:3',
    ]);
    assert.deepEqual(await lookedAt({ 'src/Store.kt': store, 'src/A.kt': caller('Other.load("/data", name)') }), []);
    assert.deepEqual(await lookedAt({ 'src/Store.kt': store }), []);
  });

  it('reads actions of Play', async () => {
    const text =
      'class Files extends Controller {\n  def show(name: String) = Action {\n    val path = "/data/" + name\n    Ok(Source.fromFile(path).mkString)\n  }\n  def go(id: Long) = Action { Redirect("/a/" + id) }\n}\n';
    assert.deepEqual(await lookedAt({ 'app/Files.scala': text }), ['path-traversal app/Files.scala:4']);
  });
});
