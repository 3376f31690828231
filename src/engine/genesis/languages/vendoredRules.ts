import { knownLibrary } from './knownLibraries';
import type { FileRule } from './roleRules';

/** Vendored by place, where the name of the folder alone does not tell: a shop has vendors, too. */
export const vendoredRules: readonly FileRule[] = [
  { role: 'vendored', pattern: /^(?:vendor|deps\/[^/]+)\//, example: 'deps/lua/src/lapi.c' },
  {
    role: 'vendored',
    // So are libraries of C in a program of another language, each in a folder of its name.
    pattern:
      /^(?:deps\/|(?:[\w.-]{1,60}\/){0,6}deps\/[\w.-]{1,60}\/(?:[\w.-]{1,60}\/){0,4})[^/]{1,80}\.(?:c|cc|cpp|h|hpp)$/,
    example: 'internal/wasm/deps/jsonpot/jsonpot.c',
  },
  {
    role: 'vendored',
    pattern:
      /(?:^|\/)vendor\/(?:bundle|cache|assets|plugins|composer|github\.com|golang\.org|google\.golang\.org|gopkg\.in|k8s\.io)\//,
    example: 'api/vendor/github.com/a/b/c.go',
  },
  {
    role: 'vendored',
    pattern:
      /^(?!.*\.(?:java|kt|scala|groovy)$)(?:.*\/)?(?:static|assets?|public|js|css|scripts|javascripts|stylesheets|wwwroot|web|webapp|www|lib|media)\/(?:[\w-]+\/){0,3}(?:vendors?|externals?|plugins\/jquery)\//,
    example: 'app/static/admin/js/vendor/jquery/jquery.js',
  },
  {
    role: 'vendored',
    // Style sheets of others, beside those of the application.
    pattern:
      /\.(?:css|less|s[ac]ss)$(?<=(?:^|\/)(?:styles?|s[ac]ss|less)\/(?:[\w-]{1,60}\/){0,2}vendors?\/(?:[\w.-]{1,60}\/){0,3}[^/]{1,120})/,
    example: 'gui/app/styles/core/vendor/animate.scss',
  },
  {
    role: 'vendored',
    // Libraries of C and C++ that programs carry along, in a folder for such or in one of their name.
    pattern:
      /\.(?:c|cc|cpp|h|hpp|inl)$(?<=^(?:[\w.-]{1,60}\/){0,6}(?:vendor|libs?|ext|external|deps|contrib|(?<=\/)include|third)\/(?:[\w.-]{1,60}\/){0,3}(?:sqlite3?|zlib|miniz|lua|imgui|glfw|stb|tinyxml2?|rapidjson|nlohmann|cjson|mbedtls|libpng|freetype|pugixml|spdlog)\/(?:[\w.-]{1,60}\/){0,5}[^/]{1,120})/i,
    example: 'launcher/vendor/sqlite3/sqlite3.h',
  },
  {
    role: 'vendored',
    pattern:
      /\.(?:c|cpp|h|hpp)$(?<=^(?:[\w.-]{1,60}\/){0,6}(?:vendor|libs?|ext|external|deps|contrib|(?<=\/)include|third)\/(?:[\w.-]{1,60}\/){0,2}(?:sqlite3(?:ext)?|miniz|cJSON|tinyxml2|stb_\w{1,40}|pugixml|catch|doctest|uthash|httplib)\.(?:c|cpp|h|hpp))/,
    example: 'app/include/stb_image.h',
  },
  {
    role: 'vendored',
    // Parts of a library's style sheets, in a folder that is called after it.
    pattern:
      /\.(?:css|less|s[ac]ss)$(?<=\/(?:styles?|stylesheets|s[ac]ss|less|css)\/(?:[\w-]{1,60}\/){0,2}(?:font-?awesome|bourbon|compass-mixins|susy)\/(?:[\w.-]{1,60}\/){0,2}[^/]{1,80})/i,
    example: 'app/asset/sass/font-awesome/_icons.scss',
  },
  // The whole of a tool that configures a build.
  { role: 'vendored', pattern: /^autosetup\/(?!local)[^/]+$/, example: 'autosetup/jimsh0.c' },
  {
    role: 'vendored',
    // What builds a plugin of Flutter in Rust: it is only to be had as a copy.
    pattern: /(?:^|\/)cargokit\/(?=build_tool\/|cmake\/|gradle\/|[\w.]{1,40}$)/,
    example: 'plugin/rust_builder/cargokit/build_tool/lib/src/cargo.dart',
  },
  {
    role: 'vendored',
    // The files of code-prettify, of which every language has one.
    pattern: /\.(?:css|js)$(?<=\/prettify\/(?:lang-[\w-]{1,20}|(?:run_)?prettify)\.(?:css|js))/,
    example: 'src/main/java/com/acme/pages/prettify/lang-apollo.js',
  },
  {
    role: 'vendored',
    // Copies of installed packages, or of their programs, under a name of their own.
    pattern: /(?:^|\/)\.?node_modules[\w.-]{1,40}\//,
    example: 'web/.node_modules_bin/katex',
  },
  {
    role: 'vendored',
    // Single files of known libraries, and what plugs into jQuery, within the folders of a product.
    pattern:
      /(?:^|\/)libs?\/(?:nusoap|tcpdf|fpdf|simple_html_dom|class\.phpmailer|class\.smtp)(?:\.class)?\.php$|^(?:[^/]+\/){3,}jquery\.[\w.-]{1,60}\.(?:js|css)$/i,
    example: 'src/webservices/soap/lib/nusoap.php',
  },
  { role: 'vendored', pattern: knownLibrary, example: 'shop-wx/lib/vant-weapp/common/component.js' },
  {
    role: 'vendored',
    // Libraries as they were built elsewhere, with the headers to use them.
    pattern: /\.(?:xc)?framework\//,
    example: 'macosx/Sparkle.framework/Versions/B/Headers/Sparkle.h',
  },
  {
    role: 'vendored',
    // Scripts of ASP.NET Web Forms, which a package puts there.
    pattern: /(?:^|\/)Scripts\/WebForms\/(?:MSAjax\/)?\w{1,60}\.js$/,
    example: 'src/Shop/Scripts/WebForms/Menu.js',
  },
  { role: 'vendored', pattern: /(?:^|\/)wwwroot\/libs?\//, example: 'src/Web/wwwroot/lib/bootstrap/js/bootstrap.js' },
  {
    role: 'vendored',
    // A folder for each of the libraries that pages are served with.
    pattern:
      /^(?=.*\.(?:js|css|less|s[ac]ss)$)(?:.*\/)?(?:public|static|webroot|htdocs|assets)\/(?:(?:assets|js|css|dist)\/)?libs\/[^/]+\//,
    example: 'public/libs/cropper/cropper.js',
  },
  {
    role: 'vendored',
    pattern:
      /^(?!(?:(?!(?:static|assets?|public|js|css|libs?|javascripts?|stylesheets|scripts|wwwroot|www|webapp|media|resources|dist|bower_components)\/)[^/]+\/)*bootstrap\.js$)(?:.*\/)?(?:jquery|bootstrap|angular|react|vue|lodash|underscore|backbone|moment|d3|three|modernizr|normalize|font-?awesome|github-markdown)(?:[.-](?:ui|core|bundle|slim|custom))?(?:[.-]v?\d[\d.]*)?(?:\.min)?\.(?:js|css)$/,
    example: 'public/jquery-3.6.0.js',
  },
  {
    role: 'vendored',
    // So did what lies in a folder that is called after a version.
    pattern:
      /\.(?:js|css)$(?<=(?:^|\/)(?:static|assets|public|wwwroot|javascripts|stylesheets|js|css|libs?|webapp)\/(?:[\w.-]{1,60}\/){0,3}[\w-]{0,40}\d{1,3}\.\d{1,3}(?:\.\d{1,3})?\/(?:[\w.-]{1,60}\/){0,4}[^/]{1,120})/,
    example: 'app/assets/javascripts/SlickGrid/2.02/slick.grid.js',
  },
  {
    role: 'vendored',
    // Plugins that an editor of documents was given.
    pattern: /(?:^|\/)\.obsidian\//,
    example: 'docs/.obsidian/plugins/links/main.js',
  },
  {
    role: 'vendored',
    // What carries its version in its name came from elsewhere, but for steps from one version of the product to the next.
    pattern:
      /^(?=.*\.(?:js|css)$)(?!(?:.*\/)?(?:migrations?|migrate|upgrades?|updates?)\/).*\/(?!(?:v|version|release|update|upgrade|migration)-)[a-z][\w.]{1,40}(?:-[a-z]{2,20})?[.-]v?\d{1,3}\.\d{1,3}\.\d{1,3}(?:[.-](?:min|pack|custom|bundle|full))?\.(?:js|css)$/i,
    example: 'sitestatic/jquery.tablesorter-2.31.0.js',
  },
  {
    role: 'vendored',
    pattern:
      /^(?=.*\.(?:js|css)$)(?:.*\/)?(?:static|assets|public|js|css|libs?|scripts|wwwroot|resources|web|www|webapp)\/(?:[\w.-]{1,60}\/){0,5}(?:owl\.carousel|html5shiv|metisMenu|TweenMax|ion\.rangeSlider|nivo-slider|(?:jquery\.)?magnific-popup|(?:jquery\.)?flexslider|(?:jquery\.)?fancybox|socket\.io|raphael|adminlte|sb-admin(?:-2)?)(?:[.-](?:jquery|bundle|all|core|full|runtime|pkgd|theme[\w-]{0,20}|v?\d[\d.]{0,12})){0,3}(?:\.min)?\.(?:js|css)$/i,
    example: 'shop/static/js/owl.carousel.js',
  },
  {
    role: 'vendored',
    // Style sheets that are a library whole.
    pattern:
      /(?:^|\/)(?:static|assets|public|css|styles|wwwroot|www|stylesheets)\/(?:[\w.-]{1,60}\/){0,4}(?:water|pico|milligram|tachyons|sakura|spectre|uikit|bulma|new\.css|awsm|marx)(?:\.(?:classless|min|light|dark))*\.css$/,
    example: 'templates/assets/water.css',
  },
  {
    role: 'vendored',
    pattern:
      /(?:^|\/)(?:gradlew(?:\.bat)?|mvnw(?:\.cmd)?|\.mvn\/wrapper\/[^/]+|config\.(?:guess|sub)|ltmain\.sh|install-sh|depcomp|ylwrap|test-driver)$/,
    example: 'gradlew',
  },
  {
    role: 'vendored',
    // Scripts that everybody copies, to wait for a server before a container begins.
    pattern: /(?:^|\/)wait-for(?:-it)?(?:\.sh)?$/,
    example: 'docker/wait-for-it.sh',
  },
  {
    role: 'vendored',
    // Pages of packages, as Laravel copies them to be changed.
    pattern: /(?:^|\/)resources\/views\/vendor\/[\w-]{1,60}\//,
    example: 'resources/views/vendor/mail/html/layout.blade.php',
  },
  {
    role: 'vendored',
    // Packages of NuGet that consist of code put it there, in a folder for each.
    pattern: /(?:^|\/)App_Packages\/[^/]+\//,
    example: 'src/Shop/App_Packages/TinyLog.1.4/TinyLog.cs',
  },
  {
    role: 'vendored',
    // What tells ReSharper of the code, as it writes it there.
    pattern: /(?:^|\/)Properties\/Annotations\.cs$/,
    example: 'src/Shop/Properties/Annotations.cs',
  },
];
