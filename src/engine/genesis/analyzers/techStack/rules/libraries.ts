/** Libraries that say what a program works on: text, pictures, networks, versions of code, terminals, documents. */
export const libraries = `
kotlinx.coroutines | backend | - | maven:org.jetbrains.kotlinx:kotlinx-coroutines-*
Ktor client | backend | - | maven:io.ktor:ktor-client-*
Okio | backend | - | maven:com.squareup.okio:*
Timber | backend | - | maven:com.jakewharton.timber:timber
jsoup | backend | - | maven:org.jsoup:jsoup
Apollo Kotlin | backend | - | maven:com.apollographql.apollo:* maven:com.apollographql.apollo3:*
Arrow | backend | - | maven:io.arrow-kt:*
Guava | backend | - | maven:com.google.guava:guava
Project Reactor | backend | - | maven:io.projectreactor:*
Apache HttpClient | backend | - | maven:org.apache.httpcomponents:* maven:org.apache.httpcomponents.client5:*
Apache Lucene | backend | - | maven:org.apache.lucene:*
Apache POI | backend | - | maven:org.apache.poi:*
Apache PDFBox | backend | - | maven:org.apache.pdfbox:*
Bouncy Castle | backend | - | maven:org.bouncycastle:* nuget:BouncyCastle.Cryptography nuget:Portable.BouncyCastle
JGit | backend | - | maven:org.eclipse.jgit:*
Byte Buddy | backend | - | maven:net.bytebuddy:*
ASM | backend | - | maven:org.ow2.asm:*
ANTLR | backend | - | maven:org.antlr:antlr4* pypi:antlr4-python3-runtime nuget:Antlr4.Runtime.Standard golang:github.com/antlr4-go/antlr/* npm:antlr4
JNA | backend | - | maven:net.java.dev.jna:*
JLine | backend | - | maven:org.jline:*
LWJGL | framework | 3 | maven:org.lwjgl:*
Vavr | backend | - | maven:io.vavr:vavr
Jetpack Navigation | framework | 4 | maven:androidx.navigation:*
Jetpack Paging | framework | 4 | maven:androidx.paging:*
CameraX | framework | 4 | maven:androidx.camera:*
Material Components for Android | framework | 4 | maven:com.google.android.material:material
Lottie | framework | 4 | maven:com.airbnb.android:lottie* npm:lottie-web npm:lottie-react-native pub:lottie swift:airbnb/lottie-ios swift:airbnb/lottie-spm
Voyager | framework | 4 | maven:cafe.adriel.voyager:*
Decompose | framework | 4 | maven:com.arkivanov.decompose:*
Metro (Kotlin) | tooling | 2 | plugin:dev.zacsweers.metro
FS2 | backend | - | maven:co.fs2:*
Cats | backend | - | maven:org.typelevel:cats-core maven:org.typelevel:cats-core_*
Scala.js | tooling | 2 | maven:org.scala-js:sbt-scalajs
Scala Native | tooling | 2 | maven:org.scala-native:sbt-scala-native
parse5 | backend | - | npm:parse5
htmlparser2 | backend | - | npm:htmlparser2
Cheerio | backend | - | npm:cheerio
jsdom | backend | - | npm:jsdom
unified | backend | - | npm:unified npm:remark npm:rehype
markdown-it | backend | - | npm:markdown-it pypi:markdown-it-py
Marked | backend | - | npm:marked
highlight.js | backend | - | npm:highlight.js
Shiki | backend | - | npm:shiki
Prism | backend | - | npm:prismjs npm:prism-react-renderer
Mermaid | framework | 4 | npm:mermaid
KaTeX | framework | 4 | npm:katex
sharp | backend | - | npm:sharp
Fabric.js | framework | 4 | npm:fabric
Konva | framework | 4 | npm:konva npm:react-konva
Rough.js | framework | 4 | npm:roughjs
xterm.js | framework | 4 | npm:@xterm/xterm npm:xterm
Yjs | backend | - | npm:yjs
Automerge | backend | - | npm:@automerge/automerge cargo:automerge
Immer | framework | 4 | npm:immer
Workbox | tooling | 2 | npm:workbox-build npm:workbox-webpack-plugin npm:vite-plugin-pwa
TanStack Table | framework | 4 | npm:@tanstack/react-table npm:@tanstack/vue-table npm:@tanstack/table-core
TanStack Virtual | framework | 4 | npm:@tanstack/react-virtual npm:@tanstack/vue-virtual npm:@tanstack/virtual-core
dnd kit | framework | 4 | npm:@dnd-kit/core npm:@dnd-kit/react
Floating UI | framework | 4 | npm:@floating-ui/dom npm:@floating-ui/react npm:@floating-ui/vue
React Flow | framework | 4 | npm:@xyflow/react npm:reactflow
React Navigation | framework | 4 | npm:@react-navigation/native
Reanimated | framework | 4 | npm:react-native-reanimated
electron-builder | tooling | 4 | npm:electron-builder
Electron Forge | tooling | 4 | npm:@electron-forge/cli
electron-vite | tooling | 2 | npm:electron-vite
Rolldown | tooling | 2 | npm:rolldown npm:rolldown-vite
TypeDoc | tooling | - | npm:typedoc
got | backend | - | npm:got
Undici | backend | - | npm:undici
Ky | backend | - | npm:ky
ofetch | backend | - | npm:ofetch
simple-git | backend | - | npm:simple-git
Dockerode | backend | - | npm:dockerode
ssh2 | backend | - | npm:ssh2
Cleo | backend | - | pypi:cleo
Rich | backend | - | pypi:rich
prompt_toolkit | backend | - | pypi:prompt-toolkit
Pygments | backend | - | pypi:pygments
Docutils | backend | - | pypi:docutils
Pillow | backend | - | pypi:pillow
lxml | backend | - | pypi:lxml
Beautiful Soup | backend | - | pypi:beautifulsoup4
Scrapy | framework | 1 | pypi:scrapy
Cryptography | backend | - | pypi:cryptography
Paramiko | backend | - | pypi:paramiko
websockets | backend | - | pypi:websockets
GitPython | backend | - | pypi:gitpython
Dulwich | backend | - | pypi:dulwich
Kombu | backend | - | pypi:kombu
gevent | backend | - | pypi:gevent
AnyIO | backend | - | pypi:anyio
Trio | backend | - | pypi:trio
wxPython | framework | 1 | pypi:wxpython
CustomTkinter | framework | 1 | pypi:customtkinter
Cython | tooling | 2 | pypi:cython
pybind11 | backend | - | pypi:pybind11 import:native/pybind11
tiktoken | backend | - | pypi:tiktoken cargo:tiktoken-rs npm:tiktoken npm:js-tiktoken
Numba | backend | - | pypi:numba
Triton | backend | - | pypi:triton
Diffusers | backend | - | pypi:diffusers
Accelerate | backend | - | pypi:accelerate
Hugging Face Datasets | backend | - | pypi:datasets
Hugging Face Hub | backend | - | pypi:huggingface-hub
timm | backend | - | pypi:timm
Gensim | backend | - | pypi:gensim
Optuna | backend | - | pypi:optuna
ONNX Runtime | backend | - | pypi:onnxruntime pypi:onnxruntime-gpu npm:onnxruntime-node npm:onnxruntime-web nuget:Microsoft.ML.OnnxRuntime cargo:ort
Ultralytics | backend | - | pypi:ultralytics
Hydra | backend | - | pypi:hydra-core
xarray | backend | - | pypi:xarray
NetworkX | backend | - | pypi:networkx
SymPy | backend | - | pypi:sympy
seaborn | backend | - | pypi:seaborn
Bokeh | backend | - | pypi:bokeh
Altair | backend | - | pypi:altair
statsmodels | backend | - | pypi:statsmodels
Apache DataFusion | backend | - | cargo:datafusion pypi:datafusion
Apache Arrow | backend | - | pypi:pyarrow cargo:arrow npm:apache-arrow
libgit2 | backend | - | cargo:git2 pypi:pygit2 import:native/git2 nuget:LibGit2Sharp golang:github.com/libgit2/git2go/* gem:rugged
gitoxide | backend | - | cargo:gix
syntect | backend | - | cargo:syntect
Tree-sitter | backend | - | cargo:tree-sitter npm:tree-sitter npm:web-tree-sitter pypi:tree-sitter import:native/tree_sitter
rustls | backend | - | cargo:rustls
ureq | backend | - | cargo:ureq
Quinn | backend | - | cargo:quinn
libp2p | backend | - | cargo:libp2p golang:github.com/libp2p/go-libp2p npm:libp2p
nom | backend | - | cargo:nom
pest | backend | - | cargo:pest
syn | backend | - | cargo:syn
PyO3 | backend | - | cargo:pyo3
napi-rs | backend | - | cargo:napi
Rustler | backend | - | hex:rustler cargo:rustler
Cranelift | backend | - | cargo:cranelift-codegen
Wasmtime | backend | - | cargo:wasmtime
Prost | backend | - | cargo:prost
sysinfo | backend | - | cargo:sysinfo
Tantivy | backend | - | cargo:tantivy
lettre | backend | - | cargo:lettre
go-git | backend | - | golang:github.com/go-git/go-git/* golang:gopkg.in/src-d/go-git.v4
Bubbles | framework | 4 | golang:github.com/charmbracelet/bubbles golang:charm.land/bubbles/*
Glamour | framework | 4 | golang:github.com/charmbracelet/glamour golang:charm.land/glamour/*
Kong | backend | - | golang:github.com/alecthomas/kong
Kingpin | backend | - | golang:github.com/alecthomas/kingpin golang:github.com/alecthomas/kingpin/*
koanf | backend | - | golang:github.com/knadh/koanf golang:github.com/knadh/koanf/*
goquery | backend | - | golang:github.com/PuerkitoBio/goquery
Colly | backend | - | golang:github.com/gocolly/colly golang:github.com/gocolly/colly/*
chromedp | backend | - | golang:github.com/chromedp/chromedp
goldmark | backend | - | golang:github.com/yuin/goldmark
Chroma (Go) | backend | - | golang:github.com/alecthomas/chroma golang:github.com/alecthomas/chroma/*
Helm SDK | backend | - | golang:helm.sh/helm/*
Docker client | backend | - | golang:github.com/docker/docker golang:github.com/moby/moby/client pypi:docker nuget:Docker.DotNet cargo:bollard
controller-runtime | backend | - | golang:sigs.k8s.io/controller-runtime
quic-go | backend | - | golang:github.com/quic-go/quic-go
CertMagic | backend | - | golang:github.com/caddyserver/certmagic
memberlist | backend | - | golang:github.com/hashicorp/memberlist
miekg/dns | backend | - | golang:github.com/miekg/dns
CEL | backend | - | golang:github.com/google/cel-go
Open Policy Agent | backend | - | golang:github.com/open-policy-agent/opa
wazero | backend | - | golang:github.com/tetratelabs/wazero
Watermill | backend | - | golang:github.com/ThreeDotsLabs/watermill
Ebitengine | framework | 1 | golang:github.com/hajimehoshi/ebiten golang:github.com/hajimehoshi/ebiten/*
Gio | framework | 1 | golang:gioui.org
Terraform plugin framework | framework | 1 | golang:github.com/hashicorp/terraform-plugin-framework golang:github.com/hashicorp/terraform-plugin-sdk/*
gRPC-Gateway | backend | - | golang:github.com/grpc-ecosystem/grpc-gateway golang:github.com/grpc-ecosystem/grpc-gateway/*
WireGuard | backend | - | golang:golang.zx2c4.com/wireguard
Tailscale | backend | - | golang:tailscale.com
Nokogiri | backend | - | gem:nokogiri
Faraday | backend | - | gem:faraday
Active Admin | framework | 3 | gem:activeadmin
Administrate | framework | 4 | gem:administrate
Kaminari | backend | - | gem:kaminari
Pagy | backend | - | gem:pagy
CarrierWave | backend | - | gem:carrierwave
Shrine | backend | - | gem:shrine
PaperTrail | backend | - | gem:paper_trail
Ransack | backend | - | gem:ransack
Concurrent Ruby | backend | - | gem:concurrent-ruby
YARD | tooling | - | gem:yard
Flysystem | backend | - | composer:league/flysystem
Carbon (PHP) | backend | - | composer:nesbot/carbon
Intervention Image | backend | - | composer:intervention/image
PHPMailer | backend | - | composer:phpmailer/phpmailer
Symfony Mailer | backend | - | composer:symfony/mailer
Symfony HttpClient | backend | - | composer:symfony/http-client
Dompdf | backend | - | composer:dompdf/dompdf composer:barryvdh/laravel-dompdf
Laravel Scout | backend | - | composer:laravel/scout
Laravel Socialite | backend | - | composer:laravel/socialite
Laravel Permission | backend | - | composer:spatie/laravel-permission
PHP-DI | backend | - | composer:php-di/php-di
ReactPHP | backend | - | composer:react/event-loop composer:react/http
Amp | backend | - | composer:amphp/amp
Hyperf | framework | 1 | composer:hyperf/framework
Nette | framework | 1 | composer:nette/application
Smarty | framework | 4 | composer:smarty/smarty
Latte | framework | 4 | composer:latte/latte
Autofac | backend | - | nuget:Autofac nuget:Autofac.Extensions.DependencyInjection
System.CommandLine | backend | - | nuget:System.CommandLine
Command Line Parser | backend | - | nuget:CommandLineParser
ImageSharp | backend | - | nuget:SixLabors.ImageSharp
SkiaSharp | backend | - | nuget:SkiaSharp
RestSharp | backend | - | nuget:RestSharp
Flurl | backend | - | nuget:Flurl nuget:Flurl.Http
Html Agility Pack | backend | - | nuget:HtmlAgilityPack
AngleSharp | backend | - | nuget:AngleSharp
MailKit | backend | - | nuget:MailKit
MimeKit | backend | - | nuget:MimeKit nuget:MimeKitLite
SharpCompress | backend | - | nuget:SharpCompress
CsvHelper | backend | - | nuget:CsvHelper
Noda Time | backend | - | nuget:NodaTime
MessagePack | backend | - | nuget:MessagePack
Reactive Extensions | backend | - | nuget:System.Reactive
Prism (XAML) | framework | 4 | nuget:Prism.Wpf nuget:Prism.DryIoc nuget:Prism.Avalonia
MahApps.Metro | styling | - | nuget:MahApps.Metro
Material Design In XAML | styling | - | nuget:MaterialDesignThemes
WPF UI | styling | - | nuget:WPF-UI
NAudio | backend | - | nuget:NAudio
LibVLCSharp | backend | - | nuget:LibVLCSharp
WebView2 | framework | 4 | nuget:Microsoft.Web.WebView2
Roslyn | backend | - | nuget:Microsoft.CodeAnalysis.CSharp nuget:Microsoft.CodeAnalysis.CSharp.Workspaces
ML.NET | backend | - | nuget:Microsoft.ML
OWIN | backend | - | nuget:Microsoft.Owin nuget:Owin
SwiftNIO | backend | - | swift:apple/swift-nio
Swift Argument Parser | backend | - | swift:apple/swift-argument-parser
Swift Syntax | backend | - | swift:swiftlang/swift-syntax swift:apple/swift-syntax
Swift Collections | backend | - | swift:apple/swift-collections
AsyncHTTPClient | backend | - | swift:swift-server/async-http-client
Soto | backend | - | swift:soto-project/soto
Swift AWS Lambda Runtime | backend | - | swift:swift-server/swift-aws-lambda-runtime swift:awslabs/swift-aws-lambda-runtime
DiscordBM | backend | - | swift:DiscordBM/DiscordBM
Kingfisher | framework | 4 | swift:onevcat/Kingfisher
Nuke | framework | 4 | swift:kean/Nuke
SDWebImage | framework | 4 | swift:SDWebImage/SDWebImage swift:SDWebImage/SDWebImageSwiftUI
SnapKit | framework | 4 | swift:SnapKit/SnapKit
RxSwift | framework | 4 | swift:ReactiveX/RxSwift
SwiftSoup | backend | - | swift:scinfu/SwiftSoup
Swift Dependencies | framework | 4 | swift:pointfreeco/swift-dependencies
MASShortcut | framework | 4 | swift:shpakovski/MASShortcut swift:rxhanson/MASShortcut
KeyboardShortcuts | framework | 4 | swift:sindresorhus/KeyboardShortcuts
Leaf | framework | 4 | swift:vapor/leaf
http (Dart) | backend | - | pub:http
get_it | framework | 4 | pub:get_it
auto_route | framework | 4 | pub:auto_route
Flutter Hooks | framework | 4 | pub:flutter_hooks
MobX (Dart) | framework | 4 | pub:mobx pub:flutter_mobx
Flame | framework | 3 | pub:flame
flutter_rust_bridge | backend | - | pub:flutter_rust_bridge cargo:flutter_rust_bridge
Refena | framework | 4 | pub:refena_flutter
fl_chart | framework | 4 | pub:fl_chart
json_serializable | tooling | 2 | pub:json_serializable
shared_preferences | backend | - | pub:shared_preferences
Swoosh | backend | - | hex:swoosh
Req | backend | - | hex:req
Finch | backend | - | hex:finch
Tesla | backend | - | hex:tesla
Guardian | backend | - | hex:guardian
Ueberauth | backend | - | hex:ueberauth
Floki | backend | - | hex:floki
Gettext (Elixir) | backend | - | hex:gettext
Nx (Elixir) | backend | - | hex:nx hex:axon hex:bumblebee
Commanded | backend | - | hex:commanded
Quantum | backend | - | hex:quantum
Cachex | backend | - | hex:cachex
libcluster | backend | - | hex:libcluster
Membrane | framework | 2 | hex:membrane_core
ExDoc | tooling | - | hex:ex_doc
`;
