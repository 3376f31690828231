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
end
`,
      },
      ['GET …/lines', 'GET /home'],
    ));
});
