import { checkPrefixes } from './checkRoutes';

const provider = (boot: string): string => `<?php
namespace Shop\\Forum;

use Illuminate\\Support\\Facades\\Route;
use Illuminate\\Support\\ServiceProvider;

class ForumServiceProvider extends ServiceProvider
{
    public function boot(): void
    {
${boot}
    }

    protected function options(): array
    {
        return ['prefix' => config('forum.prefix'), 'middleware' => ['web']];
    }
}
`;
const routes = `<?php
use Illuminate\\Support\\Facades\\Route;
Route::get('threads', [ThreadController::class, 'index']);
`;
const inGroup = (options: string): string =>
  provider(`        Route::group(${options}, function () {
            $this->loadRoutesFrom(__DIR__ . '/../routes/api.php');
        });`);

describe('routes of packages for other projects', () => {
  it('lie in Laravel where their provider loads them', async () => {
    await checkPrefixes(
      { 'src/ForumServiceProvider.php': inGroup("['prefix' => 'forum']"), 'routes/api.php': routes },
      ['GET /forum/threads'],
    );
    const plain = provider("        $this->loadRoutesFrom(__DIR__ . '/../routes/api.php');");
    await checkPrefixes({ 'src/ForumServiceProvider.php': plain, 'routes/api.php': routes }, ['GET /threads']);
  });

  it('lie where the package says by its settings, and nobody knows where without them', async () => {
    const files = { 'src/ForumServiceProvider.php': inGroup('$this->options()'), 'routes/api.php': routes };
    const settings = "<?php\nreturn ['prefix' => env('FORUM_PREFIX', 'forum')];\n";
    await checkPrefixes({ ...files, 'config/forum.php': settings }, ['GET /forum/threads']);
    await checkPrefixes(files, ['GET …/threads']);
    const other = { 'src/ForumServiceProvider.php': inGroup('$this->router->options()'), 'routes/api.php': routes };
    await checkPrefixes(other, ['GET …/threads']);
  });

  it('lie in Django where a project includes their space of names', async () => {
    const urls = `from django.urls import path
from . import views

app_name = "comments"
urlpatterns = [path("post/", views.post)]
`;
    await checkPrefixes({ 'comments/urls.py': urls }, ['ANY …/post/']);
    await checkPrefixes({ 'comments/urls.py': urls.replace('app_name = "comments"\n', '') }, ['ANY /post/']);
    await checkPrefixes(
      {
        'comments/urls.py': urls,
        'site/urls.py': `from django.urls import include, path

urlpatterns = [path("comments/", include("comments.urls"))]
`,
      },
      ['ANY /comments/post/'],
    );
  });
});
