/** Packages whose install script builds or fetches a native part, sets up hooks or prints a note, and is widely known. */
export const usualInstallScripts: ReadonlySet<string> = new Set(
  `esbuild fsevents sharp puppeteer cypress core-js core-js-pure core-js-bundle node-sass bcrypt sqlite3 better-sqlite3 canvas
  electron playwright playwright-chromium playwright-core prisma @prisma/client @prisma/engines husky nx @swc/core protobufjs
  @nestjs/core nodemon es5-ext bufferutil utf-8-validate keytar node-pty cpu-features ssh2 argon2 msgpackr-extract lmdb
  @parcel/watcher unrs-resolver @sentry/cli @apollo/protobufjs chromedriver geckodriver styled-components msw leveldown
  deasync grpc grpc-tools dtrace-provider robotjs sodium-native zeromq iltorb ref ffi farmhash re2 snappy yarn pnpm ttf2woff2
  vue-demi preact-cli gifsicle mozjpeg optipng-bin pngquant-bin jpegtran-bin cwebp-bin phantomjs-prebuilt phantomjs ursa
  libxmljs libxmljs2 mongodb-memory-server mongodb-client-encryption kerberos oracledb couchbase bson bson-ext tree-sitter
  @datadog/native-appsec @datadog/native-metrics @datadog/pprof dd-trace appdynamics newrelic @newrelic/native-metrics
  @vscode/ripgrep vscode-ripgrep lefthook simple-git-hooks pre-commit opencollective-postinstall @depot/cli supabase
  @biomejs/biome sass-embedded lightningcss @tailwindcss/oxide rollup workerd miniflare wrangler netlify-cli @mongodb-js/zstd
  node-hid serialport usb @serialport/bindings @serialport/bindings-cpp drivelist nodegit @nodegit/nodegit ibm_db edgedriver
  hiredis microtime sse4_crc32 weak-napi ffi-napi ref-napi uws contextify fibers bigint-buffer secp256k1 keccak blake-hash
  @firebase/util @scarf/scarf aws-crt @bufbuild/buf @swc/wasm detox react-native-elements web3 web3-bzz web3-shh es6-shim`.split(
    /\s+/,
  ),
);
