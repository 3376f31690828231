import assert from 'node:assert/strict';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import { analyzeSources } from '../../support/analyzeSources';
import { checkRoutes } from './checkRoutes';

describe('routes of Ruby that packages bring', () => {
  it('Doorkeeper brings its own but for what is skipped, below its scope', () =>
    checkRoutes(
      {
        'config/routes.rb': `Rails.application.routes.draw do
  use_doorkeeper scope: 'auth' do
    skip_controllers :applications, :authorized_applications
  end
  get 'up' => 'rails/health#show'
end
`,
      },
      [
        'GET /auth/authorize/native',
        'GET /auth/authorize',
        'POST /auth/authorize',
        'DELETE /auth/authorize',
        'POST /auth/token',
        'POST /auth/revoke',
        'POST /auth/introspect',
        'GET /auth/token/info',
        'GET /up',
      ],
    ));

  it('an engine may add its routes by another method, below the place where it is mounted', () =>
    checkRoutes(
      {
        'core/config/routes.rb': `Shop::Core::Engine.add_routes do
  namespace :api do
    resources :orders, only: [:index]
  end
end
`,
        'config/routes.rb': `Rails.application.routes.draw do
  mount Shop::Core::Engine, at: '/shop'
end
`,
      },
      ['GET /shop/api/orders'],
    ));

  it('Devise stands where Active Admin says, and nowhere where its options are made elsewhere', () =>
    checkRoutes(
      {
        'config/routes.rb': `Rails.application.routes.draw do
  devise_for :admin_users, ActiveAdmin::Devise.config
  devise_for :users, Shop::Login.options
  devise_for :guests, **Shop::Login.options
  devise_for :partners, path: Shop::Login.path
  get 'up' => 'rails/health#show'
end
`,
      },
      ['GET /admin/login', 'POST /admin/login', 'DELETE /admin/logout', 'GET /up'],
    ));

  it('Active Admin may stand below another name', () =>
    checkRoutes(
      {
        'config/initializers/active_admin.rb': `ActiveAdmin.setup do |config|
  # config.default_namespace = :hello_world
  config.default_namespace = :staff
end
`,
        'config/routes.rb': `Rails.application.routes.draw do
  devise_for :admin_users, ActiveAdmin::Devise.config
end
`,
      },
      ['GET /staff/login', 'POST /staff/login', 'DELETE /staff/logout'],
    ));

  it('the collection of a shallow resource stays below its parent', () =>
    checkRoutes(
      {
        'config/routes.rb': `Rails.application.routes.draw do
  resources :petitions, only: [] do
    resources :sponsors, only: %i[new], shallow: true do
      collection do
        post 'new', action: 'create'
      end
      member do
        get 'verify'
      end
      get 'thanks', on: :collection
    end
  end
end
`,
      },
      [
        'GET /petitions/{petition_id}/sponsors/new',
        'POST /petitions/{petition_id}/sponsors/new',
        'GET /sponsors/{id}/verify',
        'GET /petitions/{petition_id}/sponsors/thanks',
      ],
    ));

  it('what a scope says of actions holds for the resources in it', async () => {
    const { inventory } = await analyzeSources([entryPointsAnalyzer], {
      'config/routes.rb': `Rails.application.routes.draw do
  scope only: %i[show update] do
    resource :notes
    resources :tags, only: :index
  end
end
`,
    });
    assert.deepEqual(
      inventory.routes.map(({ method, path, handler }) => `${method} ${path} ${handler ?? ''}`),
      ['GET /notes notes#show', 'PATCH /notes notes#update', 'PUT /notes notes#update', 'GET /tags tags#index'],
    );
  });
});
