import { checkRoutes } from './checkRoutes';

describe('routes for developers alone', () => {
  it('are left out in JavaScript, and those of the other branch are not', () =>
    checkRoutes(
      {
        'server.js': `const express = require('express');
const users = module.exports = express.Router();
const app = express();
users.get('/all', list);
app.use('/users', users);
if (process.env.NODE_ENV === 'development') {
  app.get('/debug', debug);
} else {
  app.get('/live', live);
}
if (process.env.NODE_ENV !== 'production') app.get('/try', debug);
if (process.env.NODE_ENV === 'production') app.get('/metrics', metrics);
`,
      },
      ['GET /users/all', 'GET /live', 'GET /metrics'],
    ));

  it('are left out in Python', () =>
    checkRoutes(
      {
        'urls.py': `from django.conf import settings
from django.urls import include, path

urlpatterns = [path('home/', home)]
if settings.DEBUG and os.environ.get('TOOLBAR', False):
    urlpatterns.append(path('__debug__/', include(debug_toolbar.urls)))
if settings.DEBUG:
    urlpatterns += [path('silk/', silk)]
if settings.SHOP:
    urlpatterns += [path('shop/', shop)]
`,
      },
      ['ANY /home/', 'ANY /shop/'],
    ));

  it('are left out where a project is there for tests alone', () =>
    checkRoutes(
      {
        'shop/urls.py': "from django.urls import path\nurlpatterns = [path('home/', home)]\n",
        'shop/core/testproject/urls.py': "from django.urls import path\nurlpatterns = [path('try/', home)]\n",
      },
      ['ANY /home/'],
    ));

  it('are left out in Ruby', () =>
    checkRoutes(
      {
        'config/routes.rb': `Rails.application.routes.draw do
  get 'home' => 'home#index'
  mount Letters::Engine, at: '/letters' if Rails.env.development?
  get 'try' => 'home#try' unless Rails.env.production?
  get 'paid' => 'home#paid' if Rails.env.production?
  if Rails.env.test?
    get 'test' => 'home#test'
  else
    get 'real' => 'home#real'
  end
end
`,
      },
      ['GET /home', 'GET /paid', 'GET /real'],
    ));

  it('are left out in PHP', () =>
    checkRoutes(
      {
        'routes/web.php': `<?php
use Illuminate\\Support\\Facades\\Route;
Route::get('/home', 'HomeController@index');
if (app()->environment('local')) {
    Route::get('/try', 'HomeController@try');
}
$app->get('config');
`,
      },
      ['GET /home'],
    ));

  it('are left out in C#', () =>
    checkRoutes(
      {
        'Program.cs': `var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/home", () => "home");
if (app.Environment.IsDevelopment())
{
    app.MapHealthChecks("/health");
}
else
{
    app.MapGet("/live", () => "live");
}
if (app.Environment.IsProduction()) app.MapGet("/metrics", () => "many");
app.Run();
`,
      },
      ['GET /home', 'GET /live', 'GET /metrics'],
    ));

  it('are left out in Elixir', () =>
    checkRoutes(
      {
        'lib/shop_web/router.ex': `defmodule ShopWeb.Router do
  use ShopWeb, :router
  get "/home", ShopWeb.PageController, :home
  if Mix.env() in [:dev, :test, :bench] do
    get "/try", ShopWeb.PageController, :try
  end
  if Mix.env() in [:dev, :prod] do
    get "/live", ShopWeb.PageController, :live
  end
end
`,
      },
      ['GET /home', 'GET /live'],
    ));

  it('an old Lumen hands its application to the files of its routes, whose class is named whole', () =>
    checkRoutes(
      {
        'bootstrap/app.php': `<?php
$app = new Laravel\\Lumen\\Application(realpath(__DIR__ . '/../'));
$app->group(['namespace' => 'App\\Http\\Controllers'], function ($app) {
    require __DIR__ . '/../app/Http/routes.php';
});
`,
        'app/Http/routes.php': `<?php
$app->get('/login', ['as' => 'login', 'uses' => 'UserController@login']);
`,
      },
      ['GET /login'],
    ));

  it('a server of Go beside the product, for those who work on it or for its tests, is told only where nothing else is', async () => {
    const server = (path: string): string =>
      `package main\n\nimport "net/http"\n\nfunc main() {\n\thttp.HandleFunc("${path}", handle)\n}\n`;
    const beside = { 'dev/bin/debug.go': server('/debug'), 'internal/httpdtest/files.go': server('/files') };
    await checkRoutes({ ...beside, 'internal/httpd/main.go': server('/orders') }, ['ANY /orders']);
    await checkRoutes({ 'dev/main.go': server('/debug') }, ['ANY /debug']);
  });
});
