import { checkPrefixes, checkRoutes } from './checkRoutes';

describe('methods that a project adds to the mapper of Rails', () => {
  it('put their routes and those of their block where they are called, with their options', () =>
    checkRoutes(
      {
        'config/routes.rb': `require 'shop/order_resources'
Rails.application.routes.draw do
  extend Shop::OrderResources
  namespace :admin do
    order_resources :orders, only: [:index] do
      resources :items, only: [:index]
    end
  end
end
`,
        'lib/shop/order_resources.rb': `module Shop
  module OrderResources
    def order_resources(resource, **options)
      resources(resource, options) do
        collection do
          delete :destroy
        end
        yield if block_given?
      end
    end
  end
end
`,
      },
      ['GET /admin/orders', 'DELETE /admin/orders', 'GET /admin/orders/{order_id}/items'],
    ));

  it('hide where a block lies that a method of another package takes with a name', () =>
    checkPrefixes(
      {
        'config/routes.rb': `Rails.application.routes.draw do
  bulk_resources :carts do
    resources :lines, only: [:index]
  end
  authenticated :user do
    get 'home', to: 'home#show'
  end
  as :user do
    get 'profile', to: 'users#edit'
  end
end
`,
      },
      ['GET …/lines', 'GET /home', 'GET /profile'],
    ));
});

describe('options of routes of Rails', () => {
  it('say further methods of the root, parts of a path that may be left out, and where OpenID Connect lies', () =>
    checkRoutes(
      {
        'config/routes.rb': `Rails.application.routes.draw do
  use_doorkeeper_openid_connect scope: 'login'
  root to: 'home#index', via: [:get, :post]
  namespace :users do
    resource :list, path: '(:status)', only: [:show]
  end
  resource :feed, path: '(/user/:name)/traces/rss', only: :show
end
`,
      },
      [
        'GET /login/userinfo',
        'POST /login/userinfo',
        'GET /login/discovery/keys',
        'GET /.well-known/openid-configuration',
        'GET /.well-known/webfinger',
        'GET /',
        'POST /',
        'GET /users',
        'GET /users/{status}',
        'GET /traces/rss',
        'GET /user/{name}/traces/rss',
      ],
    ));

  it('leave a namespace without a path, or one that is made elsewhere', () =>
    checkPrefixes(
      {
        'config/routes.rb': `Rails.application.routes.draw do
  constraints subdomain: 'api' do
    namespace :api, path: nil do
      namespace :v1, path: 'one' do
        resources :feeds, only: [:index]
      end
    end
  end
  namespace :office, path: Settings.office_path do
    resources :desks, only: [:index]
  end
  resources :chairs, only: [:index], path: I18n.t('paths.chairs')
  resources :lamps, only: [:index], path: nil
end
`,
      },
      ['GET /one/feeds', 'GET …/desks', 'GET …/', 'GET /lamps'],
    ));

  it('end with a format where a scope asks for one', () =>
    checkRoutes(
      {
        'config/routes.rb': `Rails.application.routes.draw do
  scope format: true, constraints: { format: :json } do
    post 'verify', to: 'checks#create'
    resources :members, only: %i[index show] do
      get :accept, on: :member, format: nil
      put :restore, on: :member
    end
  end
end
`,
      },
      [
        'POST /verify.{format}',
        'GET /members.{format}',
        'GET /members/{id}.{format}',
        'GET /members/{id}/accept',
        'PUT /members/{id}/restore.{format}',
      ],
    ));

  it('are left out where each of two conditions is for developers', () =>
    checkRoutes(
      {
        'config/routes.rb': `Rails.application.routes.draw do
  if Rails.env.development? || Rails.env.test?
    get 'mails', to: 'mails#index'
  end
  if Rails.env.development? || Settings.open?
    get 'help', to: 'help#show'
  end
end
`,
      },
      ['GET /help'],
    ));

  it('Devise signs in with a second factor at the same places', () =>
    checkRoutes(
      {
        'app/models/user.rb':
          'class User < ApplicationRecord\n  devise :two_factor_authenticatable, :rememberable\nend\n',
        'config/routes.rb': `Rails.application.routes.draw do
  devise_for :users, controllers: { sessions: 'users/sessions' }
end
`,
      },
      ['GET /users/sign_in', 'POST /users/sign_in', 'DELETE /users/sign_out'],
    ));
});

describe('accounts elsewhere that Devise takes', () => {
  const config = "Devise.setup do |config|\n  config.omniauth :gitlab, 'a', 'b'\n  # config.omniauth :github\nend\n";
  const routes = 'Rails.application.routes.draw do\n  devise_for :users, only: %i[omniauth_callbacks]\nend\n';

  it('go to each provider that the model names, and come back', () =>
    checkRoutes(
      {
        'app/models/user.rb':
          'class User < ApplicationRecord\n  devise :omniauthable, :rememberable,\n         omniauth_providers: %i[github slack]\nend\n',
        'config/initializers/devise.rb': config,
        'config/routes.rb': routes,
      },
      ['github', 'slack'].flatMap((name) => [
        `POST /users/auth/${name}`,
        `GET /users/auth/${name}/callback`,
        `POST /users/auth/${name}/callback`,
      ]),
    ));

  it('are those of the settings where the model names none, and none where it takes them from elsewhere', async () => {
    const model = 'class User < ApplicationRecord\n  devise :omniauthable\nend\n';
    const files = { 'config/initializers/devise.rb': config, 'config/routes.rb': routes };
    await checkRoutes({ ...files, 'app/models/user.rb': model }, [
      'POST /users/auth/gitlab',
      'GET /users/auth/gitlab/callback',
      'POST /users/auth/gitlab/callback',
    ]);
    const elsewhere = model.replace(':omniauthable', ':omniauthable, omniauth_providers: PROVIDERS');
    await checkRoutes({ ...files, 'app/models/user.rb': elsewhere }, []);
  });
});

describe('branches of Roda in a space of their own', () => {
  const branches = `require 'roda'
class App < Roda
  plugin :hash_branches
  hash_branch(:api, 'orders') do |r|
    r.get 'all' do
      'o'
    end
  end
  hash_branch('users') do |r|
    r.get 'list' do
      'u'
    end
  end
`;
  it('lie where the tree asks for them', () =>
    checkPrefixes(
      { 'app.rb': `${branches}  route do |r|\n    r.on 'api' do\n      r.hash_branches(:api)\n    end\n  end\nend\n` },
      ['GET /api/orders/all', 'GET /users/list'],
    ));

  it('lie nobody knows where until then', () =>
    checkPrefixes({ 'app.rb': `${branches}end\n` }, ['GET …/orders/all', 'GET /users/list']));

  it('bring the sessions of a model that signs in by a module of another package', () =>
    checkRoutes(
      {
        'config/routes.rb': 'Rails.application.routes.draw do\n  devise_for :users, skip: [:registrations]\nend\n',
        'app/models/user.rb': 'class User < ApplicationRecord\n  devise :own_authenticatable, :recoverable\nend\n',
      },
      [
        'GET /users/sign_in',
        'POST /users/sign_in',
        'DELETE /users/sign_out',
        'GET /users/password/new',
        'GET /users/password/edit',
        'PATCH /users/password',
        'PUT /users/password',
        'POST /users/password',
      ],
    ));
});
