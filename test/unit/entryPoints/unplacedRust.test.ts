import { checkPrefixes } from './checkRoutes';

describe('routes of Rust of whose place little is known', () => {
  it('a function that configures a part of an application and that nobody calls lies somewhere', () =>
    checkPrefixes(
      {
        'src/main.rs': `use actix_web::{web, App, HttpServer};

mod orders;

fn orders_of(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource("/orders").route(web::get().to(orders::list)));
}

fn left_over(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource("").route(web::post().to(orders::old)));
}

async fn main() {
    HttpServer::new(|| App::new().configure(orders_of)).bind("0.0.0.0:80").run().await
}
`,
      },
      ['GET /orders', 'POST …/'],
    ));

  it('a resource whose whole path is a variable is none of the root', () =>
    checkPrefixes(
      {
        'src/main.rs': `use actix_web::{web, App, HttpServer};

fn pages(cfg: &mut web::ServiceConfig) {
    for (path, page) in generated() {
        cfg.service(web::resource(path).route(web::get().to(page)));
    }
    cfg.service(web::resource("/docs").route(web::get().to(docs)));
}

async fn main() {
    HttpServer::new(|| App::new().configure(pages)).bind("0.0.0.0:80").run().await
}
`,
      },
      ['GET /docs'],
    ));

  it('a router that a function gives back and that nobody calls lies somewhere where others are put below paths', () =>
    checkPrefixes(
      {
        'src/main.rs': `use axum::{routing::get, Router};

mod orders;
mod tokens;

#[tokio::main]
async fn main() {
    let app = Router::new().nest("/v1", orders::router()).route("/health", get(health));
    axum::serve(listener, app).await.unwrap();
}
`,
        'src/orders.rs':
          'use axum::{routing::get, Router};\n\npub fn router() -> Router {\n    Router::new().route("/orders", get(list))\n}\n',
        'src/tokens.rs':
          'use axum::{routing::post, Router};\n\npub fn router() -> Router {\n    Router::new().route("/tokens", post(make))\n}\n',
      },
      ['GET /health', 'GET /v1/orders', 'POST …/tokens'],
    ));
});
