/** A role that files play in a layered application. */
export interface LayerRule {
  /** Plural, as a title says it. */
  readonly name: string;
  readonly one: string;
  /** From the outside in: code may use what lies deeper. */
  readonly depth: number;
  /** Against the file's name without extension. Where a folder names another layer, the file belongs to neither. */
  readonly file?: RegExp;
  /** The same against the name with its extension, where the words are those of everyday: folders speak before it. */
  readonly weakFile?: RegExp;
  /** Names of folders, in lower case; the innermost speaks. */
  readonly folders: readonly string[];
  /** Folder names that are often a word of the business: they count only outside of other layers' folders. */
  readonly weakFolders?: readonly string[];
  /** A file's whole name without extension; counts where no folder tells. */
  readonly bareFile?: string;
  /** What of a folder belongs to the layer, where others lie among it: constants beside pages. Against the file's name. */
  readonly only?: RegExp;
  readonly examples: readonly string[];
}

/** Files that draw something. */
const drawn = /\.(?:[jt]sx|vue|svelte|astro|dart|kt|swift|razor|component\.ts|page\.ts)$/;

export const layerRules: readonly LayerRule[] = [
  {
    name: 'controllers',
    one: 'controller',
    depth: 1,
    file: /(?:[a-z0-9]Controllers?|\.controllers?)$/,
    folders: ['controllers'],
    weakFolders: ['controller'],
    examples: ['src/UserController.java', 'app/controllers/users_controller.rb', 'src/users/users.controller.ts'],
  },
  {
    name: 'handlers',
    one: 'handler',
    depth: 1,
    folders: ['handlers'],
    weakFolders: ['handler'],
    examples: ['internal/handlers/user.go'],
  },
  { name: 'routes', one: 'route', depth: 1, folders: ['routes', 'routers'], examples: ['src/routes/users.js'] },
  { name: 'endpoints', one: 'endpoint', depth: 1, folders: ['endpoints'], examples: ['app/api/endpoints/users.py'] },
  {
    name: 'resolvers',
    one: 'resolver',
    depth: 1,
    file: /(?:[a-z0-9]Resolver|\.resolver)$/,
    folders: ['resolvers'],
    examples: ['src/users/users.resolver.ts'],
  },
  {
    name: 'views',
    one: 'view',
    depth: 1,
    bareFile: 'views',
    folders: ['views', 'viewsets'],
    examples: ['shop/views.py'],
  },
  {
    name: 'pages',
    one: 'page',
    depth: 1,
    // A page is drawn: a job may save one, and a hook scroll to one.
    weakFile:
      /(?:[a-z0-9]Page|-page)\.(?:[jt]sx|vue|svelte|dart|kt|swift|razor)$|\.page\.ts$|^\+?page\.(?:[jt]sx|svelte)$/,
    folders: ['pages'],
    only: drawn,
    examples: ['src/pages/Home.tsx', 'src/HomePage.tsx', 'src/app/shop/page.tsx'],
  },
  {
    name: 'screens',
    one: 'screen',
    depth: 1,
    weakFile: /[a-z0-9]Screen\.(?:[jt]sx|vue|svelte|dart|kt|swift)$/,
    folders: ['screens'],
    only: drawn,
    examples: ['src/HomeScreen.tsx'],
  },
  {
    name: 'components',
    one: 'component',
    depth: 2,
    file: /\.component$/,
    folders: ['components', 'widgets'],
    only: drawn,
    examples: ['src/components/Button.tsx', 'src/app/nav.component.ts'],
  },
  {
    name: 'hooks',
    one: 'hook',
    depth: 3,
    folders: ['hooks', 'composables'],
    only: /^use[-A-Z_]/,
    examples: ['src/hooks/useUser.ts'],
  },
  { name: 'stores', one: 'store', depth: 3, folders: ['stores'], examples: ['src/stores/cart.ts'] },
  {
    name: 'services',
    one: 'service',
    depth: 3,
    file: /(?:[a-z0-9]Service(?:Impl)?|\.service)$/,
    folders: ['services'],
    weakFolders: ['service'],
    examples: ['src/UserService.java', 'app/services/charge_card.rb', 'src/users/users.service.ts'],
  },
  {
    name: 'use cases',
    one: 'use case',
    depth: 3,
    file: /(?:[a-z0-9]UseCase|\.use-case)$/,
    folders: ['usecases', 'use_cases', 'use-cases', 'interactors'],
    examples: ['src/CreateOrderUseCase.kt', 'app/use_cases/create_order.rb'],
  },
  {
    name: 'repositories',
    one: 'repository',
    depth: 4,
    file: /(?:[a-z0-9]Repository(?:Impl)?|\.repository)$/,
    folders: ['repositories', 'repos'],
    weakFolders: ['repository'],
    examples: ['src/UserRepository.java', 'src/users/users.repository.ts', 'internal/repository/user.go'],
  },
  {
    name: 'DAOs',
    one: 'DAO',
    depth: 4,
    file: /[a-z0-9]Dao(?:Impl)?$/,
    folders: ['dao', 'daos'],
    examples: ['src/UserDao.java'],
  },
  {
    name: 'models',
    one: 'model',
    depth: 5,
    file: /\.model$/,
    bareFile: 'models',
    folders: ['models'],
    weakFolders: ['model'],
    examples: ['app/models/user.rb', 'shop/models.py'],
  },
  {
    name: 'entities',
    one: 'entity',
    depth: 5,
    file: /(?:[a-z0-9]Entity|\.entity)$/,
    folders: ['entities'],
    weakFolders: ['entity'],
    examples: ['src/users/user.entity.ts'],
  },
  { name: 'domain files', one: 'domain file', depth: 5, folders: ['domain'], examples: ['src/domain/Order.java'] },
];
