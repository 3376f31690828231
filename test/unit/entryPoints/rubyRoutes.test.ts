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

  it('a method that an engine adds to the mapper puts its routes where it is called', () =>
    checkRoutes(
      {
        'lib/cms/routes/cms_admin.rb': `# frozen_string_literal: true

class ActionDispatch::Routing::Mapper
  def cms_route_admin(path: "admin", scope_name: nil)
    scope module: :cms do
      scope module: :admin, path: path do
        resources :sites, only: [:index] do
          get :reorder, on: :collection
        end
      end
    end
  end
end
`,
        'config/routes.rb': `Rails.application.routes.draw do
  namespace :shop do
    cms_route_admin path: "manage"
  end
  cms_route_admin
  cms_route_unknown
  get 'up' => 'rails/health#show'
end
`,
      },
      [
        'GET /shop/manage/sites',
        'GET /shop/manage/sites/reorder',
        'GET /admin/sites',
        'GET /admin/sites/reorder',
        'GET /up',
      ],
    ));

  it('a scope inside of a resource is still the resource: collection and member count there', () =>
    checkRoutes(
      {
        'config/routes.rb': `Rails.application.routes.draw do
  resources :notices, only: [] do
    scope module: :notices do
      get "tray", to: "trays#show", on: :collection
      resource :reading, only: :create
      collection do
        resource :bulk_reading, only: :create
      end
      member { post :pin }
    end
    scope "old" do
      get "more"
    end
  end
  get "clients/(:platform)_v:version" => "clients#show"
end
`,
      },
      [
        'GET /notices/tray',
        'POST /notices/{notice_id}/reading',
        'POST /notices/bulk_reading',
        'POST /notices/{id}/pin',
        'GET /notices/old/{notice_id}/more',
        'GET /clients/_v{version}',
        'GET /clients/{platform}_v{version}',
      ],
    ));

  it('a map of URLs puts applications at paths, whatever classes of the project lie between them and the framework', () =>
    checkRoutes(
      {
        'config.ru': `require_relative 'app'
run Pods::Web::App
`,
        'app.rb': `require 'sinatra/base'
module Pods
  module Web
    class AppController < Sinatra::Base
      use Log
    end
  end
end
require 'api_controller'
require 'pods_controller'
require 'hooks_controller'
module Pods
  module Web
    App = Rack::URLMap.new(
      '/api/pods' => PodsController,
      '/hooks' => HooksController,
      '/' => Rack::Cascade.new([PagesController, HelpController.new]),
    )
  end
end
`,
        'api_controller.rb': `module Pods
  module Web
    class ApiController < AppController
      before { content_type :json }
      error(404) { halt 404 }
    end
  end
end
`,
        'pods_controller.rb': `module Pods
  module Web
    class PodsController < ApiController
      get '/:name', :requires_owner => false do
        json_message(200, {})
      end
    end
    class PagesController < AppController
      get('/about') { slim :about }
    end
    class HelpController < AppController
      get('/help') { slim :help }
    end
  end
end
`,
        'hooks_controller.rb': `module Pods
  module Web
    class HooksController < AppController
      post "/receive/#{ENV['HOOK_PATH']}" do
        halt 200
      end
    end
  end
end
`,
      },
      ['GET /api/pods/{name}', 'GET /about', 'GET /help'],
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
  devise_for :staff, path_prefix: 'auth'
  devise_for :guests, **Shop::Login.options
  devise_for :partners, path: Shop::Login.path
  get 'up' => 'rails/health#show'
end
`,
      },
      [
        'GET /admin/login',
        'POST /admin/login',
        'DELETE /admin/logout',
        'GET /auth/staff/sign_in',
        'POST /auth/staff/sign_in',
        'DELETE /auth/staff/sign_out',
        'GET /up',
      ],
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

  it('controllers that are named for modules of Devise tell of them where the model does not', () =>
    checkRoutes(
      {
        'config/routes.rb': `Rails.application.routes.draw do
  devise_for :users, controllers: { confirmations: 'user/confirmations' }
end
`,
      },
      [
        'GET /users/sign_in',
        'POST /users/sign_in',
        'DELETE /users/sign_out',
        'GET /users/confirmation/new',
        'GET /users/confirmation',
        'POST /users/confirmation',
      ],
    ));

  it('Devise brings what its settings, the model and the options say, and nothing that is off until the environment says so', () =>
    checkRoutes(
      {
        'app/models/user.rb': `class User < ApplicationRecord
  devise :database_authenticatable, :lockable,
         *(:confirmable if ENV['CONFIRM'] == 'true')
  if ENV['OPEN']
    devise :registerable
  end
end
`,
        'app/models/guest.rb': `class Guest < ApplicationRecord
  devise :database_authenticatable, :lockable, unlock_strategy: :time
end
`,
        'config/initializers/devise.rb': `Devise.setup do |config|
  config.sign_out_via = :get
  config.unlock_strategy = ENV.fetch('UNLOCK', nil)&.to_sym || :both
end
`,
        'config/routes.rb': `Rails.application.routes.draw do
  devise_for :users, sign_out_via: [:post, :delete]
  devise_for :guests
end
`,
      },
      [
        'GET /users/sign_in',
        'POST /users/sign_in',
        'POST /users/sign_out',
        'DELETE /users/sign_out',
        'GET /users/unlock/new',
        'GET /users/unlock',
        'POST /users/unlock',
        'GET /guests/sign_in',
        'POST /guests/sign_in',
        'GET /guests/sign_out',
      ],
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

  it('an action of its own that a symbol says lies at its place, a text below it', () =>
    checkRoutes(
      {
        'config/routes.rb': `Rails.application.routes.draw do
  resource :profile, only: [] do
    get :show
    member do
      get :delete
      delete :destroy, as: :destroy
    end
  end
  resources :carts, only: [] do
    delete :destroy, on: :collection
    member do
      get 'show'
      put :update
      post :ban
    end
  end
  get :show, to: 'pages#show'
end
`,
      },
      [
        'GET /profile',
        'GET /profile/delete',
        'DELETE /profile',
        'DELETE /carts',
        'GET /carts/{id}/show',
        'PUT /carts/{id}',
        'POST /carts/{id}/ban',
        'GET /show',
      ],
    ));
});
