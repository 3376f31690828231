import type { SourceFile } from '../../../sourceFile';
import type { LineRule } from '../weakness';
import { asksForOwner, codeAround } from './askers';
import { accepted, byId, controllerName, functionNameIn, type RecordUse } from './recordUse';
import { idName, isByIdOfRequest } from './requestIds';

/** The longest arguments that are looked at, in characters. */
const longest = 600;

/** What stands between the brackets that open at an offset, over lines; cut where it is long. */
function argumentsAt(text: string, open: number): string {
  let depth = 0;
  for (let at = open; at < text.length && at - open < longest; at++) {
    const sign = text[at];
    if (sign === '(' || sign === '{' || sign === '[') depth += 1;
    else if (sign === ')' || sign === '}' || sign === ']') depth -= 1;
    if (depth === 0) return text.slice(open + 1, at);
  }
  return text.slice(open + 1, open + longest);
}

const changing =
  /^(?:delete|remove|destroy|update|cancel|edit|change|approve|reject|Delete|Remove|Update|Cancel|Edit|Change)/;

/** The record is changed, or taken away, once it is found. */
const changesLater =
  /(?:\.|->)(?:save|remove|delete|destroy|update|persist|Remove|Delete|Update|Updates|Save|SaveChanges\w{0,5})!?\(|\.(?:delete|commit)\(/;

const mayTellId = new RegExp(`\\b${idName}\\b|params|\\bvars\\[`);

/** `router.get('/orders/:id', …)`, `http.get(`${base}/orders`)`: no record, but where one is asked for. */
const isAddress = /^\s{0,20}(?:["'`](?:[/:*?]|https?:|["'`]|\$\{)|\w{1,20}\s?\+\s?["'`]\/)/;

const words = (text: string): string[] => text.match(/[A-Za-z_]\w{2,40}/g) ?? [];

/** A repository that says nothing of what it keeps: the controller's name does. */
const isGeneric = /(?:^|[.>])_?(?:repository|repo|service|dao|manager|store)$/i;

/** What is called: `this.orderService`, `_context.Orders`, `db.session.query(Order)`. */
const receiverBefore = (text: string, at: number): string =>
  /[\w$.>:()<&!?-]{0,80}$/.exec(text.slice(Math.max(0, at - 80), at))?.[0] ?? '';

function useOf(match: RegExpMatchArray, file: SourceFile): RecordUse | undefined {
  const at = match.index ?? 0;
  const line = file.lineAt(at);
  const given = argumentsAt(file.text, at + match[0].length - 1);
  if (!mayTellId.test(given) || isAddress.test(given)) return undefined;
  const around = codeAround(file, line);
  if (!isByIdOfRequest(given, around, file.language) || asksForOwner(around)) return undefined;
  const method = match.groups?.['method'] ?? '';
  const nouns = method.replace(/^[a-z]+(?=[A-Z_])|^[A-Z][a-z]+(?=[A-Z])/, '').split(/By[A-Z]|_by_/)[0] ?? '';
  const names = [
    ...words(receiverBefore(file.text, at)),
    ...words(nouns),
    ...words(given.slice(0, 200).replace(/["'`][^"'`]*["'`]/g, ' ')),
    ...(isGeneric.test(receiverBefore(file.text, at)) ? controllerName(file) : []),
  ];
  const behind = around.slice(around.indexOf(file.lineText(line).trim()));
  return {
    names: [...new Set(names)].slice(0, 16),
    changes: changing.test(method) || changesLater.test(behind),
    inFunction: functionNameIn(around),
  };
}

/** Records that a handler takes by an id alone; whose they are is known where all entities are. */
export const recordUses: readonly LineRule[] = [
  {
    ...byId,
    id: 'record-by-id',
    words: [
      'params',
      'Param(',
      'Variable',
      '_GET[',
      '_POST[',
      '$request->',
      'IActionResult',
      'ActionResult',
      'request',
      'mux.Vars',
      '.route(',
      '@router.',
      '@app.',
      'kwargs',
      'Query',
    ],
    pattern:
      /(?:\.|->|::)(?<method>(?:find|get|load|fetch|read|delete|remove|destroy|update|cancel|edit|change|approve|reject|first|filter|where|select|Find|First|Single|Get|Delete|Remove|Update|Cancel|Load|Fetch|Where|Take|Edit|Change|Any)\w{0,40})!?\((?=[^;]{0,400}?(?:[iI]d\b|ID\b|\bpk\b|_no\b|[nN]umber\b|uuid\b|params))/g,
    accept: (match, file) => accepted(match, file, useOf),
    examples: [
      {
        path: 'OrderController.java',
        text: '@RestController class OrderController {\n  @GetMapping("/{id}")\n  Order show(@PathVariable Long id) {\n    // no owner is asked for here\n    return repository.findById(id).orElseThrow();\n  }\n\n  @GetMapping("/own/{id}")\n  Order own(@PathVariable Long id, Principal principal) {\n    return repository.findByIdAndName(id, principal.getName());\n  }\n\n  @GetMapping("/all")\n  List<Order> all() {\n    return repository.findById(fixedId);\n  }\n}\n',
        lines: [5],
      },
      {
        path: 'OrdersController.cs',
        text: 'public class OrdersController : ControllerBase\n{\n    [HttpDelete("{id}")]\n    public async Task<IActionResult> Remove(int id)\n    {\n        var order = await _context.Orders.FirstOrDefaultAsync(o => o.Id == id);\n        _context.Orders.Remove(order);\n        return NoContent();\n    }\n}\n',
        lines: [6],
      },
      {
        path: 'orders.controller.ts',
        text: "@Controller('orders')\nexport class OrdersController {\n  @Get(':id')\n  show(@Param('id') id: string) {\n    return this.ordersService.findOne(id);\n  }\n\n  @Get('own/:id')\n  own(@Param('id') id: string, @Req() req) {\n    return this.ordersService.findOne(id, req.user);\n  }\n}\n",
        lines: [5],
      },
      {
        path: 'views.py',
        text: "@app.route('/orders/<int:order_id>')\n@login_required\ndef show(order_id):\n    order = db.session.query(Order).filter(Order.id == order_id).first()\n    return order.name\n\n\n@app.route('/mine/<int:order_id>')\ndef mine(order_id):\n    order = db.session.query(Order).filter(Order.id == order_id, Order.user == current_user.id).first()\n    return order.name\n",
        lines: [4],
      },
      {
        path: 'orders.go',
        text: 'package a\n\nfunc show(c *gin.Context) {\n\tid := c.Param("id")\n\tvar order models.Order\n\tdb.First(&order, "id = ?", id)\n\tc.JSON(200, order)\n}\n',
        lines: [6],
      },
      {
        path: 'orders.js',
        text: "router.get('/orders/:id', async (req, res) => {\n  const { id } = req.params;\n  const order = await models.order.findOne({\n    where: { id },\n  });\n  res.json(order);\n});\n",
        lines: [3],
      },
    ],
  },
];
