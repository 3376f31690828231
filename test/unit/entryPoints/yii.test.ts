import { checkPrefixes, checkRoutes } from './checkRoutes';

const site = `<?php

namespace app\\controllers;

use app\\components\\BaseController;
use yii\\filters\\VerbFilter;

class SiteController extends BaseController
{
    public function behaviors()
    {
        return [
            'verbs' => [
                'class' => VerbFilter::class,
                'actions' => ['sign-out' => ['post']],
            ],
        ];
    }

    public function actions()
    {
        return [
            'captcha' => ['class' => 'yii\\captcha\\CaptchaAction'],
        ];
    }

    public function actionIndex()
    {
        return $this->render('index');
    }

    public function actionSignOut()
    {
    }

    protected function actionHidden()
    {
    }
}
`;
const base = `<?php

namespace app\\components;

abstract class BaseController extends \\yii\\web\\Controller
{
    public function actionHelp()
    {
    }
}
`;
const order = `<?php

namespace app\\modules\\shop\\controllers;

use yii\\rest\\Controller;

class OrderController extends Controller
{
    public function actionIndex() {}
    public function actionView($id) {}
}
`;
const module = `<?php

namespace app\\modules\\shop;

class Module extends \\yii\\base\\Module
{
}
`;
const command = `<?php

namespace app\\commands;

class CleanController extends \\yii\\console\\Controller
{
    public function actionIndex() {}
}
`;
const files = {
  'controllers/SiteController.php': site,
  'components/BaseController.php': base,
  'modules/shop/Module.php': module,
  'modules/shop/controllers/OrderController.php': order,
  'commands/CleanController.php': command,
};

describe('controllers of Yii', () => {
  it('answer under the names of their classes and methods, those of a module below its name', () =>
    checkRoutes(
      {
        ...files,
        'config/web.php': `<?php
$config = [
    'id' => 'basic',
    'components' => [
        'urlManager' => require __DIR__ . '/urls.php',
    ],
    'modules' => [
        'store' => ['class' => 'app\\modules\\shop\\Module'],
    ],
];
return $config;
`,
        'config/urls.php': `<?php
return ['class' => 'yii\\web\\UrlManager', 'enablePrettyUrl' => true];
`,
      },
      [
        'ANY /site/captcha controllers/SiteController.php:23',
        'ANY /site/index controllers/SiteController.php:27',
        'POST /site/sign-out controllers/SiteController.php:32',
        'ANY /site/help components/BaseController.php:7',
        'ANY /store/order/index modules/shop/controllers/OrderController.php:9',
        'ANY /store/order/view modules/shop/controllers/OrderController.php:10',
      ],
      true,
    ));

  it('answer at the paths that rules give them, and stand in a parameter where no path says them', () => {
    const ruled = {
      'controllers/SiteController.php': site,
      'components/BaseController.php': base,
      'modules/shop/controllers/OrderController.php': order,
    };
    const manager = `<?php
return [
    'components' => [
        'urlManager' => [
            'enablePrettyUrl' => true,
            'rules' => [
                '' => 'site/index',
                'GET,HEAD help/<topic:[\\w-]+>' => 'site/help',
                '<controller:\\w+>/<action:\\w+>' => '<controller>/<action>',
                ['pattern' => 'bye', 'route' => 'site/sign-out'],
                ['class' => 'yii\\rest\\UrlRule', 'controller' => ['shop/order']],
            ],
        ],
    ],
    'modules' => ['shop' => app\\modules\\shop\\Module::class],
];
`;
    return checkRoutes({ ...ruled, 'config/web.php': manager }, [
      'ANY /',
      'GET /help/{topic}',
      'POST /bye',
      'ANY /site/captcha',
      'GET /shop/orders',
      'GET /shop/orders/{id}',
    ]).then(() =>
      checkRoutes(
        { ...ruled, 'config/web.php': "<?php\nreturn ['modules' => ['shop' => 'app\\modules\\shop\\Module']];\n" },
        [
          'ANY /index.php?r=site/captcha',
          'ANY /index.php?r=site/help',
          'ANY /index.php?r=site/index',
          'POST /index.php?r=site/sign-out',
          'ANY /index.php?r=shop/order/index',
          'ANY /index.php?r=shop/order/view',
        ],
      ),
    );
  });

  it('have a beginning that is not known in a module that no settings name', () =>
    checkPrefixes({ 'modules/shop/Module.php': module, 'modules/shop/controllers/OrderController.php': order }, [
      'ANY …/order/index',
      'ANY …/order/view',
    ]));

  it('are not those of other frameworks', () =>
    checkRoutes(
      {
        'app/controllers/ItemController.php':
          '<?php\nnamespace app\\controllers;\nclass ItemController extends \\other\\Controller {\n  public function actionIndex() {}\n}\n',
      },
      [],
    ));
});
