import type { LineRule } from '../../weakness';
import { php } from '../languages';
import { forgedRequests, massAssignment, unescapedValue } from './kinds';

const mass = {
  ...massAssignment,
  fix: 'Name the fields that may be written (`$request->validated()`, `only`), and leave roles out of `$fillable`.',
} as const;

/** Fields of a text that people write; markup belongs in none of them. */
const written =
  '(?:name|title|issue|comment|message|text|body|description|content|bio|about|email|subject|note|question|answer|address|review|feedback|reason|keyword|search|query|q)';

/** Fields, or names of models, that not everybody may write. */
const guardsSomething =
  /is_?admin|\brole|superuser|is_?staff|permission|balance|credits?\b|price|\bpaid\b|user_id|owner|(?:User|Account|Admin|Member|Customer|Order|Payment|Staff|Subscription)(?:\.php$|\s+extends)/i;

/** Models, forms and pages of Laravel. */
export const broadLaravelRules: readonly LineRule[] = [
  {
    ...mass,
    id: 'fields-of-request-php',
    wants: php,
    words: ['create(', 'update(', 'fill(', 'forceFill(', 'insert('],
    pattern:
      /(?:->|::)(?:create|update|fill|forceFill|insert|updateOrCreate|firstOrCreate)\(\s?(?<given>\$request->(?:all|input|post|query)\(\)|request\(\)->(?:all|input)\(\)|\$_(?:POST|REQUEST)|Input::all\(\)|\$(?<name>args|input|data|values|fields))\s?[,)]/g,
    accept(match, { text }) {
      const name = match.groups?.['name'];
      if (name === undefined) return !/->validated\(|validate\(\s?\$request|->validate\(/.test(text);
      // A name is asked for where it was given all of the request, or all arguments of a mutation.
      if (name === 'args') return /function resolve\([^)]{0,120}\$args\b/.test(text);
      return (
        new RegExp(
          `\\$${name}\\s?=\\s?(?:\\$request->(?:all|input|post)\\(\\)|request\\(\\)->all\\(\\)|\\$_POST)`,
        ).test(text) && !/->validated\(|->validate\(/.test(text)
      );
    },
    examples: [
      {
        path: 'A.php',
        text: "<?php\nclass A {\n  function store($request) {\n    return $this->model->create($request->input());\n  }\n  function update($request) {\n    $input = $request->all();\n    $model->update($input);\n    $model->update(['name' => $request->input('name')]);\n  }\n}\n",
        lines: [4, 8],
      },
      {
        path: 'B.php',
        text: '<?php\nclass B {\n  public function resolve($root, $args) {\n    $model->update($args);\n  }\n}\n',
        lines: [4],
      },
    ],
  },
  {
    ...mass,
    id: 'role-fillable',
    spans: true,
    wants: php,
    words: ['$fillable', '$guarded'],
    pattern:
      /\$fillable\s?=\s?(?:\[|array\()[^;]{0,600}?['"](?:is_?admin|admin|role|role_id|is_superuser|is_staff|permissions?|balance|credits?)['"]|\$guarded\s?=\s?(?:\[\s?\]|array\(\s?\))/gi,
    // A row that says which role may do what is made by whoever gives rights.
    accept: ([match], { path, text }) =>
      match.startsWith('$guarded')
        ? guardsSomething.test(path) || guardsSomething.test(text)
        : !/Role|Permission|Right|Setting/.test(path),
    examples: [
      {
        path: 'EntityPermission.php',
        text: "<?php\nclass EntityPermission extends Model {\n  protected $fillable = ['role_id', 'view'];\n}\n",
        lines: [],
      },
      {
        path: 'User.php',
        text: "<?php\nclass User extends Model {\n  protected $fillable = [\n    'name', 'role_id',\n  ];\n}\nclass Post extends Model {\n  protected $fillable = ['title'];\n}\nclass Staff extends Model {\n  protected $guarded = [];\n}\n",
        lines: [3, 11],
      },
    ],
  },
  {
    id: 'unescaped-blade-field',
    ...unescapedValue,
    fix: 'Write it in `{{ }}`, which escapes, or clean it where it has to hold markup.',
    wants: ({ path }) => path.endsWith('.blade.php'),
    words: ['{!!'],
    pattern: new RegExp(
      `\\{!!\\s{0,3}\\$\\w{1,40}(?:->\\w{1,40})?(?:->${written}|\\[['"]${written}['"]\\])\\s{0,3}!!\\}`,
      'gi',
    ),
    accept: (_match, { path }) => !/mail|notification/i.test(path),
    examples: [
      {
        path: 'resources/views/a.blade.php',
        text: "<p>{!! $report->issue !!}</p>\n<p>{!! $input['email'] !!}</p>\n<p>{{ $report->issue }}</p>\n{!! $page->html !!}\n",
        lines: [1, 2],
      },
    ],
  },
  {
    id: 'csrf-left-out',
    ...forgedRequests,
    wants: php,
    words: ['$except'],
    pattern: /\$except\s?=\s?(?:\[|array\()[^\];]{0,400}?['"](?:\/?[\w-]{0,30}\/)?\*['"]/g,
    // What other services call has no form of this one.
    accept: ([match], { path }) =>
      /csrf/i.test(path) &&
      !/^[^\n]{0,30}\[\s{0,20}(?:['"][^'"]{0,30}(?:saml|oauth|hook|callback|stripe|paypal|ipn|payment)[^'"]{0,30}['"],?\s{0,20}){1,10}$/i.test(
        match,
      ),
    examples: [
      {
        path: 'app/Http/Middleware/VerifyCsrfToken.php',
        text: "<?php\nclass VerifyCsrfToken extends Middleware {\n  protected $except = [\n    'api/*',\n  ];\n}\n",
        lines: [3],
      },
      {
        path: 'app/Http/Middleware/Other.php',
        text: "<?php\nclass Other extends Middleware {\n  protected $except = ['api/*'];\n}\n",
        lines: [],
      },
    ],
  },
];
