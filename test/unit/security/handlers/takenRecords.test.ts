import assert from 'node:assert/strict';
import { dataModelAnalyzer } from '../../../../src/engine/genesis/analyzers/dataModel';
import { entryPointsAnalyzer } from '../../../../src/engine/genesis/analyzers/entryPoints';
import { securityAnalyzer } from '../../../../src/engine/genesis/analyzers/security';
import { weakPlaces } from '../../../../src/engine/genesis/analyzers/security/findings/weakPlaces';
import { analyzeSources } from '../../../support/analyzeSources';

/** The places at which records of others are taken: `a.js:2`. */
async function taken(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { problems, model } = await analyzeSources([entryPointsAnalyzer, dataModelAnalyzer, securityAnalyzer], files);
  assert.deepEqual(problems, []);
  return weakPlaces(model)
    .filter(({ place }) => place.rule === 'record-of-anybody')
    .map(({ file, place }) => `${file.path}:${place.line}`)
    .sort();
}

/** One file of each language, and the lines that are told. */
const inPlace: readonly (readonly [path: string, text: string, lines: readonly number[]])[] = [
  [
    'a.js',
    "router.get('/orders/:id', async (req, res) => {\n  const order = await Order.findById(req.params.id);\n  res.json(order);\n});\n",
    [2],
  ],
  [
    'b.js',
    'const show = async (req, res) => {\n  const id = req.params.id;\n  res.json(await User.findById(id));\n};\nconst own = async (req, res) => {\n  const id = req.user.id;\n  res.json(await User.findById(id));\n};\n',
    [3],
  ],
  [
    'c.js',
    "router.get('/orders/:id', async (req, res) => {\n  const order = await Order.findOne({ _id: req.params.id });\n  if (order.user !== req.user.id) return res.status(403).end();\n});\nrouter.get('/pages/:id', async (req, res) => {\n  res.json(await Page.findById(req.params.id));\n});\n",
    [],
  ],
  // That somebody is signed in, or is named in a log, says nothing of whose order it is.
  [
    'd.js',
    "router.get('/orders/:id', async (req, res) => {\n  if (!req.user) return res.sendStatus(401);\n  logger.info(req.user.id);\n  res.json(await Order.findByPk(req.params.id));\n});\n",
    [4],
  ],
  [
    'app/controllers/orders_controller.rb',
    'class OrdersController < ApplicationController\n  def show\n    @order = Order.find(params[:id])\n  end\n\n  def own\n    @order = current_user.orders.find(params[:id])\n  end\nend\n',
    [3],
  ],
  [
    'app/controllers/notes_controller.rb',
    'class NotesController < ApplicationController\n  before_action :set_note\n  def show\n    authorize @note\n  end\n\n  def set_note\n    @note = Note.find(params[:id])\n  end\nend\n',
    [],
  ],
  [
    'app.py',
    "@app.route('/orders/<int:order_id>')\ndef order(order_id):\n    return Order.query.get(order_id).name\n\n\n@app.route('/own/<int:order_id>')\ndef own(order_id):\n    return Order.query.filter_by(id=order_id, user=current_user).first()\n",
    [3],
  ],
  [
    'views/staff.py',
    '@login_required\ndef drop(request, ticket_id):\n    ticket = get_object_or_404(Ticket, id=ticket_id)\n    log(request, ticket)\n    ticket.delete()\n\n\ndef ask(request, ticket_id):\n    ticket = get_object_or_404(Ticket, id=ticket_id)\n    ticket_perm_check(request, ticket)\n    ticket.delete()\n',
    [3],
  ],
  [
    'bank.py',
    '@app.route("/cards/<int:card_id>/freeze", methods=["POST"])\n@token_required\ndef freeze(current_user, card_id):\n    query = """\n        UPDATE virtual_cards SET frozen = true\n        WHERE id = %s\n        RETURNING frozen\n    """\n    return execute_query(query, (card_id,))\n\n\n@app.route("/cards/<int:card_id>")\n@token_required\ndef card(current_user, card_id):\n    return execute_query("SELECT * FROM cards WHERE id = %s", (card_id,), current_user["id"])\n',
    [5],
  ],
  [
    'OrderController.java',
    '@RestController class OrderController {\n  @GetMapping("/{orderId}")\n  Order show(@PathVariable Long orderId) {\n    // the owner is not asked for\n    return orderService.getOrderById(orderId);\n  }\n}\n',
    [5],
  ],
  [
    'users.controller.ts',
    "@UseGuards(JwtAuthGuard)\n@Controller('users')\nexport class UsersController {\n  @Put(':id/profile')\n  change(@Param('id') id: number, @Body() data: Profile) {\n    return this.usersService.updateProfile(id, data);\n  }\n  @Put(':id')\n  own(@Param('id') id: number, @CurrentUser() user: User) {\n    return this.usersService.updateProfile(id, user.id);\n  }\n  @Roles('admin')\n  @Delete(':id')\n  drop(@Param('id') id: number) {\n    return this.usersService.delete(id);\n  }\n}\n",
    [6],
  ],
  [
    'Orders.php',
    '<?php\nclass Orders extends Controller {\n  function show($id) {\n    return Order::findOrFail($id);\n  }\n  function own($id) {\n    return auth()->user()->orders()->findOrFail($id);\n  }\n}\n',
    [4],
  ],
  [
    'bill.php',
    '<html>it\'s a page<?php\n$id = $_GET["order_id"];\n$stmt = $db->prepare("SELECT * FROM orders WHERE id = ?");\n$stmt->execute([$id]);\n',
    [3],
  ],
  [
    'Orders.cs',
    'class OrdersController : Controller {\n  [Authorize]\n  [HttpGet("{id}")]\n  public IActionResult Get(int id) {\n    return Ok(db.Orders.Find(id));\n  }\n  [HttpGet("own/{id}")]\n  public IActionResult Own(int id) {\n    var me = User.FindFirst(ClaimTypes.NameIdentifier);\n    return Ok(db.Orders.First(o => o.Id == id && o.UserId == me));\n  }\n}\n',
    [5],
  ],
  [
    'orders.go',
    'package a\n\nfunc show(c *gin.Context) {\n\tid := c.Param("id")\n\tvar order models.Order\n\tdb.First(&order, "id = ?", id)\n\tc.JSON(200, order)\n}\n\nfunc own(c *gin.Context) {\n\tid := c.Param("id")\n\tuserID := c.GetUint("userID")\n\tvar order models.Order\n\tdb.Where("id = ? AND user_id = ?", id, userID).First(&order)\n\tc.JSON(200, order)\n}\n',
    [6],
  ],
];

describe('records that handlers take', () => {
  for (const [path, text, lines] of inPlace)
    it(`are told by the function that they are taken in: ${path}`, async () => {
      assert.deepEqual(
        await taken({ [path]: text }),
        lines.map((line) => `${path}:${line}`),
      );
    });

  it('are told at the handler where a service of another file takes them and nobody asks on the way', async () => {
    const controller =
      "import { OrdersService } from './orders.service';\n@Controller('orders')\nexport class OrdersController {\n  constructor(private readonly orders: OrdersService) {}\n  @Get(':id')\n  details(@Param('id') id: string, @Req() req) {\n    return this.orders.details(id, req.user.id);\n  }\n}\n";
    const service = (check: string): string =>
      `export class OrdersService {\n  async details(orderId: string, userId: string) {\n    const order = await this.orderRepository.findOne(orderId);\n${check}    return order;\n  }\n}\n`;
    const files = { 'orders.controller.ts': controller };
    assert.deepEqual(await taken({ ...files, 'orders.service.ts': service('') }), ['orders.controller.ts:7']);
    const asked = '    if (order.userId !== userId) throw new NotFoundException();\n';
    assert.deepEqual(await taken({ ...files, 'orders.service.ts': service(asked) }), []);
    const scoped = service('').replace('findOne(orderId)', 'findOne({ id: orderId, userId })');
    assert.deepEqual(await taken({ ...files, 'orders.service.ts': scoped }), []);
  });

  it('are followed through a service and its repository, and held back by who guards the route', async () => {
    const dao =
      'package shop;\n\ntype Store struct{}\n\nfunc (s *Store) Load(invoiceID string) Invoice {\n\treturn s.db.QueryRow("SELECT * FROM invoices WHERE id = ?", invoiceID)\n}\n';
    const service =
      'package shop;\n\ntype Service struct {\n\tstore *Store\n}\n\nfunc (s *Service) Show(invoiceID string) Invoice {\n\treturn s.store.Load(invoiceID)\n}\n';
    const handlers =
      'package shop;\n\ntype Handlers struct {\n\tservice *Service\n}\n\nfunc (h *Handlers) Invoice(c *gin.Context) {\n\tc.JSON(200, h.service.Show(c.Param("id")))\n}\n';
    const routes = (guard: string): string =>
      `package main\n\nimport "github.com/gin-gonic/gin"\n\nfunc main() {\n\tr := gin.Default()\n\tr.GET("/invoices/:id", ${guard}handlers.Invoice)\n\tr.Run()\n}\n`;
    const files = { 'shop/store.go': dao, 'shop/service.go': service, 'shop/handlers.go': handlers };
    assert.deepEqual(await taken({ ...files, 'main.go': routes('') }), ['shop/handlers.go:8']);
    assert.deepEqual(await taken({ ...files, 'main.go': routes('requireAdmin, ') }), []);
  });

  it('are none of whoever is handed to a check, signs in, or is found by another record', async () => {
    const handler = (name: string, body: string): string =>
      `const ${name} = async (req, res) => {\n${body}  res.end();\n};\n`;
    const check = '  await assertSelfOrAdmin(req.user, req.params.id);\n';
    const load = '  const order = await Order.findById(req.params.id);\n';
    assert.deepEqual(await taken({ 'a.js': handler('show', load) }), ['a.js:2']);
    assert.deepEqual(await taken({ 'a.js': handler('show', `${check}${load}`) }), []);
    assert.deepEqual(await taken({ 'a.js': handler('paymentWebhook', load) }), []);
    const later =
      '  const shop = await Shop.findById(req.params.id);\n  const user = await User.findById(shop.userId);\n';
    assert.deepEqual(await taken({ 'a.js': handler('show', later) }), []);
    const tables = "  const found = await db.collection('orders').findOne({ _id: req.params.id });\n";
    assert.deepEqual(await taken({ 'a.js': handler('show', tables) }), ['a.js:2']);
  });

  it('say where another function asks whose such a record is, and are told of no program for that alone', async () => {
    const models =
      "const { Schema, model } = require('mongoose');\nexports.User = model('User', new Schema({ name: String, password: String }));\nexports.Order = model('Order', new Schema({ total: Number, user: { type: Schema.Types.ObjectId, ref: 'User' } }));\n";
    const show =
      "const { Order } = require('./models');\nexports.show = async (req, res) => {\n  res.json(await Order.findById(req.params.id));\n};\n";
    const list = (user: string): string =>
      `exports.list = async (req, res) => {\n  res.json(await Order.find({ user: ${user} }));\n};\n`;
    const said = async (more: string): Promise<string[]> => {
      const analyzers = [entryPointsAnalyzer, dataModelAnalyzer, securityAnalyzer];
      const { findings, model } = await analyzeSources(analyzers, {
        'models.js': models,
        'orders.js': `${show}${more}`,
        'a.js': "localStorage.setItem('token', a);\n",
      });
      assert.ok(findings.every(({ content }) => !content.includes('record of anybody')));
      return weakPlaces(model).flatMap(({ place }) => (place.rule === 'record-of-anybody' ? [place.what ?? ''] : []));
    };
    assert.match((await said(list('req.user.id')))[0] ?? '', /; orders\.js:\d+ asks for it with who is signed in$/);
    assert.doesNotMatch((await said(list('"x"')))[0] ?? '', /signed in/);
  });

  it('are no list of a back office, in which nothing asks whose a record is', async () => {
    const show = (count: number): string =>
      Array.from(
        { length: count },
        (_, at) => `exports.f${at} = async (req, res) => {\n  res.json(await Order.findById(req.params.id));\n};\n`,
      ).join('');
    assert.equal((await taken({ 'a.js': show(12) })).length, 12);
    assert.equal((await taken({ 'a.js': show(13) })).length, 0);
  });

  it('end where functions call each other', async () => {
    const text =
      'function a(req) {\n  return b(req.params.id);\n}\nfunction b(id) {\n  return c(id);\n}\nfunction c(id) {\n  return b(id);\n}\n// find(id)\n';
    assert.deepEqual(await taken({ 'a.js': text }), []);
  });
});
