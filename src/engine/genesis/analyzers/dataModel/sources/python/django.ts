import type { Node } from 'web-tree-sitter';
import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import type { ModelFact, ModelSource } from '../../modelFact';
import { childOf, childrenOf, descendantsOf, endLineOf, fieldOf, lineOf, literalOf, textOf } from '../../syntax/nodes';

const relationKinds: Readonly<Record<string, DataRelation['kind']>> = {
  ForeignKey: 'many-to-one',
  TreeForeignKey: 'many-to-one',
  ParentalKey: 'many-to-one',
  OneToOneField: 'one-to-one',
  ManyToManyField: 'many-to-many',
  ParentalManyToManyField: 'many-to-many',
};
const modelBase =
  /^(?:models\.)?(?:Model|AbstractUser|AbstractBaseUser|PermissionsMixin|MPTTModel|TimeStampedModel|PolymorphicModel|SoftDeleteModel|ClusterableModel|TranslatableModel|OrderedModel|SortableModel|TreeNodeModel|MP_Node|NS_Node|AL_Node|SafeDeleteModel|LifecycleModel|TagBase|ItemBase|(?:Common)?Generic(?:UUID)?TaggedItemBase|TaggedItemBase)$/;
const mentions = /django\.(?:contrib\.(?:gis|auth)|db)|\bmodels\.(?:Model|\w+Field|ForeignKey)\b/;
/** Classes around the models, which have a `Meta` and an abstract base as well. */
const around =
  /(?:Serializer|Form|FormSet|Admin|Inline|View|ViewSet|Manager|QuerySet|FilterSet|TestCase|Factory|AppConfig|BaseCommand)$/;
/** Wagtail's pages need no column of their own. */
const wagtailBase = /^(?:\w+\.)?(?:Page|Orderable)$/;

function keyword(call: Node, name: string): Node | undefined {
  const match = childrenOf(fieldOf(call, 'arguments'), 'keyword_argument').find(
    (item) => textOf(fieldOf(item, 'name')) === name,
  );
  return fieldOf(match, 'value');
}

function readField(statement: Node): { field: DataField; relation?: DataRelation } | undefined {
  const assignment = childOf(statement, 'assignment');
  const call = fieldOf(assignment, 'right');
  const name = textOf(fieldOf(assignment, 'left'));
  if (call?.type !== 'call' || !/^[a-z_]\w*$/i.test(name)) return undefined;
  const type = textOf(fieldOf(call, 'function')).split('.').at(-1) ?? '';
  // A generic key is made of two others, and no column itself.
  if (!/(?:Field|ForeignKey|ParentalKey)$/.test(type) || type === 'GenericForeignKey') return undefined;
  const kind = relationKinds[type];
  const isSet = (option: string): boolean => textOf(keyword(call, option)) === 'True';
  const key = isSet('primary_key')
    ? 'primary'
    : kind && kind !== 'many-to-many'
      ? 'foreign'
      : isSet('unique')
        ? 'unique'
        : undefined;
  const field: DataField = { name, type, ...(key ? { key } : {}), ...(isSet('null') ? { optional: true } : {}) };
  const first =
    childrenOf(fieldOf(call, 'arguments')).find(
      ({ type: kind }) => kind !== 'keyword_argument' && kind !== 'comment',
    ) ?? keyword(call, 'to');
  // What an application may replace is named by a call: `get_model_name("shop", "Order")`.
  const named =
    first?.type === 'call' ? childrenOf(fieldOf(first, 'arguments')).flatMap((arg) => literalOf(arg) ?? []) : [];
  const to = (literalOf(first) ?? named.at(-1) ?? textOf(first)).split('.').at(-1) ?? '';
  return kind && to !== '' ? { field, relation: { field: name, to, kind } } : { field };
}

function readMeta(body: Node | undefined): { abstract: boolean; proxy: boolean; table: string | undefined } {
  const meta = childrenOf(body, 'class_definition').find((item) => textOf(fieldOf(item, 'name')) === 'Meta');
  const settings = descendantsOf(meta, 'assignment').map(
    (item) => [textOf(fieldOf(item, 'left')), fieldOf(item, 'right')] as const,
  );
  const setting = (name: string): Node | undefined => settings.find(([key]) => key === name)?.[1];
  return {
    abstract: textOf(setting('abstract')) === 'True',
    proxy: textOf(setting('proxy')) === 'True',
    table: literalOf(setting('db_table')),
  };
}

/** What every user of Django has that inherits from its own one. */
const userFields: readonly DataField[] = [
  { name: 'username', type: 'CharField', key: 'unique' },
  { name: 'first_name', type: 'CharField' },
  { name: 'last_name', type: 'CharField' },
  { name: 'email', type: 'EmailField' },
];

const foreignImport =
  /^from\s{1,9}(?:django|rest_framework)([\w.]{0,100})\s{1,9}import\s{1,9}(\([^)]{0,2000}\)|[^\n(]{1,400})/gm;

/** Names that a file takes from Django itself and that are no models: a `Feed` of news, a `Field` of forms. */
function foreignNames(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, module = '', list = ''] of text.matchAll(foreignImport)) {
    if (/\b(?:models?|db|base_user)\b/.test(module)) continue;
    for (const one of list.replace(/[()]/g, '').split(',')) {
      const name = one.trim().split(/\s+/).at(-1) ?? '';
      // Packages around Django have models to inherit from: `from django_lifecycle import LifecycleModel`.
      if (!module.startsWith('_') || !name.endsWith('Model')) names.add(name);
    }
  }
  return names;
}

function readClass(node: Node, text: string, foreign: ReadonlySet<string>): ModelFact | undefined {
  const written = childrenOf(fieldOf(node, 'superclasses'), 'identifier', 'attribute').map(textOf);
  const bases = written.filter((base) => !foreign.has(base));
  if (bases.length === 0 || bases.some((base) => around.test(base))) return undefined;
  const body = fieldOf(node, 'body');
  const { abstract, proxy, table } = readMeta(body);
  const read = childrenOf(body, 'expression_statement').flatMap((statement) => readField(statement) ?? []);
  const isModel = bases.some(
    (base) =>
      // Other mappers have a `Model` and a `TimeStampedModel` of their own.
      (modelBase.test(base) && (base.startsWith('models.') || /\bdjango|\bwagtail/.test(text))) ||
      (wagtailBase.test(base) && /\bfrom wagtail\b/.test(text)),
  );
  // A model below an abstract one of the project may add nothing to it.
  // `username = None` takes a column away.
  const own = new Set(
    childrenOf(body, 'expression_statement').map((item) => textOf(fieldOf(childOf(item, 'assignment'), 'left'))),
  );
  const lent = bases.some((base) => /(?:^|\.)AbstractUser$/.test(base))
    ? userFields
        .filter(({ name }) => !own.has(name))
        .map((field) => ({ ...field, line: lineOf(node), lentBy: 'AbstractUser' }))
    : [];
  if (proxy || textOf(fieldOf(node, 'name')) === 'Meta') return undefined;
  return {
    name: textOf(fieldOf(node, 'name')),
    kind: 'django',
    line: lineOf(node),
    endLine: endLineOf(node),
    fields: [...lent, ...read.map(({ field }) => field)],
    relations: read.flatMap(({ relation }) => relation ?? []),
    role: abstract ? 'base' : isModel ? 'entity' : 'candidate',
    // What is abstract may as well be a mutation or a form: it lends columns where it is a model itself, or has some.
    ...((abstract ? isModel || columnsOf(body).length > 0 : hasColumns(body, node, text)) ? { hasColumns: true } : {}),
    bases: bases.map((base) => baseName(base, textOf(fieldOf(node, 'name')))),
    ...(table ? { table } : {}),
  };
}

/** A base has its module where it is called as the class below it. */
function baseName(base: string, below: string): string {
  const last = base.split('.').at(-1) ?? base;
  return last === below ? base : last;
}

/** Fields of Django's own module of models. */
const columnsOf = (body: Node | undefined): string[] =>
  childrenOf(body, 'expression_statement').flatMap((statement) => {
    const made = textOf(fieldOf(fieldOf(childOf(statement, 'assignment'), 'right'), 'function'));
    return /^models\.\w*(?:Field|ForeignKey)$/.test(made) ? [made] : [];
  });

/** Whether its columns make it a model: what lends them to others alone is called so. */
function hasColumns(body: Node | undefined, node: Node, text: string): boolean {
  if (/Mixin$|^(?:Abstract|Base)/.test(textOf(fieldOf(node, 'name')))) return false;
  const columns = columnsOf(body);
  return (
    (columns.length >= 2 || columns.some((made) => /^models\.(?:ForeignKey|OneToOneField)$/.test(made))) &&
    /^from django\.db import models\b/m.test(text)
  );
}

/** Django models: classes below `models.Model`, whatever file they are in; abstract ones lend their fields. */
export const djangoSource: ModelSource = {
  id: 'django',
  wants: ({ language, path }) => language === 'python' && !/(?:^|\/)migrations\//.test(path),
  keyword: /\bclass\s/,
  extract(file) {
    // What stands in a file of models may name nothing of Django but a base of the project's own.
    if (!mentions.test(file.text) && !/(?:^|\/)models(?:\.py$|\/)/.test(file.path)) return {};
    // Other mappers name their classes alike.
    if (
      /^\s*(?:from|import)\s+(?:tortoise|peewee|sqlalchemy|sqlmodel|pydantic|mongoengine)\b/m.test(file.text) &&
      !/\bdjango\b/.test(file.text)
    )
      return {};
    const foreign = foreignNames(file.text);
    return {
      models: descendantsOf(file.tree?.rootNode, 'class_definition').flatMap(
        (node) => readClass(node, file.text, foreign) ?? [],
      ),
    };
  },
  example: {
    files: {
      'people/models.py':
        'from django.contrib.auth.models import AbstractUser\n\nclass Customer(AbstractUser):\n    first_name = None\n    email = models.EmailField(unique=True)\n',
      'shop/views.py':
        'from django.contrib.syndication.views import Order\nfrom django.db import models\n\nclass LatestOrders(Order):\n    title = "Orders"\n',
      'core/base.py':
        'from django.db import models\nfrom django_lifecycle import LifecycleModel\n\nclass Living(LifecycleModel):\n    uid = models.UUIDField(primary_key=True)\n    class Meta:\n        abstract = True\n',
      'core/models.py':
        'from django.db import models\nfrom core.base import Living\n\nclass Artifact(Living):\n    size = models.IntegerField()\n    crate = models.ForeignKey(get_model_name("packing", "Crate"), on_delete=models.CASCADE)\n',
      'packing/models.py':
        'from shop.models import Stamped\n\nif not registered("Crate"):\n    class Crate(Stamped):\n        pass\n',
      'stock/bases/abstract.py':
        'from django.db import models\n\nclass Tag(models.Model):\n    label = models.CharField()\n    class Meta:\n        abstract = True\n',
      'stock/models.py':
        'from django.db import models\nfrom stock.bases import abstract\n\nclass Tag(abstract.Tag):\n    row = models.IntegerField()\n',
      'shop/models.py':
        'from django.db import models\n\nclass Stamped(models.Model):\n    created = models.DateTimeField()\n    class Meta:\n        abstract = True\n\nclass Order(Stamped):\n    number = models.CharField(max_length=9, unique=True)\n    customer = models.ForeignKey(  # never empty\n        # kept\n        "people.Customer", on_delete=models.CASCADE, null=True)\n    class Meta:\n        db_table = "shop_orders"\n\nclass Parcel(Stamped):\n    pass\n\nclass Late(Order):\n    class Meta:\n        proxy = True\n\nclass BaseMutation(graphene.Mutation):\n    class Meta:\n        abstract = True\n\nclass OrderCreate(BaseMutation):\n    order = graphene.Field(Order)\n\nclass CoreSerializer(serializers.ModelSerializer):\n    class Meta:\n        abstract = True\n\nclass OrderSerializer(CoreSerializer):\n    pass\n\nclass OrderForm(forms.ModelForm):\n    note = forms.CharField()\n\nclass Plain:\n    x = models.CharField()\n\nclass Shelf(Node, Plain):\n    row = models.IntegerField()\n    label = models.CharField()\n\nclass ShopKey(AnyKey):\n    shop = models.ForeignKey(Shelf, on_delete=models.CASCADE)\n    thing = GenericForeignKey("a", "b")\n    above = TreeForeignKey("self", null=True)\n\nclass LabelMixin(Node):\n    row = models.IntegerField()\n    label = models.CharField()\n',
    },
    models: [
      'django Artifact (uid:UUIDField primary, size:IntegerField, crate:ForeignKey foreign) crate>Crate',
      'django Crate (created:DateTimeField)',
      'django Customer (username:CharField unique, last_name:CharField, email:EmailField unique)',
      'django Order [shop_orders] (created:DateTimeField, number:CharField unique, customer:ForeignKey? foreign) customer>Customer',
      'django Parcel (created:DateTimeField)',
      'django Shelf (row:IntegerField, label:CharField)',
      'django ShopKey (shop:ForeignKey foreign, above:TreeForeignKey? foreign) shop>Shelf above>ShopKey',
      'django Tag (label:CharField, row:IntegerField)',
    ],
  },
};
