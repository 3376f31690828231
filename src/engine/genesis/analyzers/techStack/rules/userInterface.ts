/** Frameworks and libraries of what a user sees: web, mobile, desktop. */
export const userInterface = `
re-frame | framework | 1 | maven:re-frame:re-frame
Reagent | framework | 2 | maven:reagent:reagent
Next.js | framework | 1 | npm:next
Nuxt | framework | 1 | npm:nuxt npm:nuxt3 npm:nuxt-edge file:nuxt.config.ts file:nuxt.config.js
Remix | framework | 1 | npm:@remix-run/react npm:@remix-run/node npm:@remix-run/server-runtime
SvelteKit | framework | 1 | npm:@sveltejs/kit
Gatsby | framework | 1 | npm:gatsby
Astro | framework | 1 | npm:astro
SolidStart | framework | 1 | npm:@solidjs/start npm:solid-start
TanStack Start | framework | 1 | npm:@tanstack/react-start npm:@tanstack/start
Qwik | framework | 1 | npm:@builder.io/qwik npm:@qwik.dev/core
Angular | framework | 1 | npm:@angular/core
AngularJS | framework | 1 | npm:angular
React | framework | 3 | npm:react
Preact | framework | 3 | npm:preact
Vue | framework | 3 | npm:vue ~npm:nuxt
Svelte | framework | 3 | npm:svelte
SolidJS | framework | 3 | npm:solid-js
Ember.js | framework | 1 | npm:ember-source npm:ember-cli
Backbone.js | framework | 2 | npm:backbone
Lit | framework | 3 | npm:lit npm:lit-element npm:lit-html
Stencil | framework | 3 | npm:@stencil/core
Alpine.js | framework | 4 | npm:alpinejs
htmx | framework | 4 | npm:htmx.org
Hotwire | framework | 4 | npm:@hotwired/turbo npm:@hotwired/turbo-rails npm:@hotwired/stimulus ~gem:turbo-rails ~gem:stimulus-rails ~gem:hotwire-rails
jQuery | framework | 4 | npm:jquery ~gem:jquery-rails maven:org.webjars:jquery
Polymer | framework | 3 | npm:@polymer/polymer npm:@polymer/lit-element
Aurelia | framework | 1 | npm:aurelia npm:aurelia-framework
Mithril | framework | 3 | npm:mithril
Vike | framework | 2 | npm:vike npm:vite-plugin-ssr
VitePress | tooling | - | npm:vitepress
VuePress | tooling | - | npm:vuepress
Docusaurus | tooling | - | npm:@docusaurus/core
Starlight | tooling | - | npm:@astrojs/starlight
Nextra | tooling | - | npm:nextra
Eleventy | framework | 1 | npm:@11ty/eleventy
Hexo | framework | 1 | npm:hexo
Hugo | framework | 1 | root:hugo.toml root:hugo.yaml
MkDocs | tooling | - | pypi:mkdocs pypi:mkdocs-material root:mkdocs.yml
Sphinx | tooling | - | pypi:sphinx
Storybook | tooling | 2 | npm:storybook npm:@storybook/react npm:@storybook/vue3 npm:@storybook/angular npm:@storybook/html npm:@storybook/svelte npm:@storybook/react-vite npm:@storybook/nextjs
React Router | framework | 4 | npm:react-router npm:react-router-dom npm:@react-router/dev
TanStack Router | framework | 4 | npm:@tanstack/react-router
Vue Router | framework | 4 | npm:vue-router
Redux | framework | 4 | npm:redux npm:@reduxjs/toolkit
Zustand | framework | 4 | npm:zustand
MobX | framework | 4 | npm:mobx
Jotai | framework | 4 | npm:jotai
Recoil | framework | 4 | npm:recoil
XState | framework | 4 | npm:xstate
Pinia | framework | 4 | npm:pinia
Vuex | framework | 4 | npm:vuex
NgRx | framework | 4 | npm:@ngrx/store
RxJS | framework | 4 | npm:rxjs
TanStack Query | framework | 4 | npm:@tanstack/react-query npm:@tanstack/vue-query npm:@tanstack/svelte-query npm:react-query
SWR | framework | 4 | npm:swr
Apollo Client | framework | 4 | npm:@apollo/client npm:apollo-client
urql | framework | 4 | npm:urql npm:@urql/core
Relay | framework | 4 | npm:react-relay npm:relay-runtime
React Hook Form | framework | 4 | npm:react-hook-form
Formik | framework | 4 | npm:formik
Three.js | framework | 4 | npm:three
D3 | framework | 4 | npm:d3
Chart.js | framework | 4 | npm:chart.js
ECharts | framework | 4 | npm:echarts
Recharts | framework | 4 | npm:recharts
Leaflet | framework | 4 | npm:leaflet
MapLibre | framework | 4 | npm:maplibre-gl
i18next | framework | 4 | npm:i18next
FormatJS | framework | 4 | npm:react-intl npm:@formatjs/intl
vue-i18n | framework | 4 | npm:vue-i18n ~npm:@nuxtjs/i18n
Tiptap | framework | 4 | npm:@tiptap/core ~npm:@tiptap/react ~npm:@tiptap/vue-3
ProseMirror | framework | 4 | npm:prosemirror-view npm:prosemirror-state
Lexical | framework | 4 | npm:lexical npm:@lexical/react
Slate | framework | 4 | npm:slate npm:slate-react
CodeMirror | framework | 4 | npm:codemirror npm:@codemirror/view
Monaco Editor | framework | 4 | npm:monaco-editor ~npm:@monaco-editor/react
Video.js | framework | 4 | npm:video.js
hls.js | framework | 4 | npm:hls.js
PDF.js | framework | 4 | npm:pdfjs-dist
AG Grid | framework | 4 | npm:ag-grid-community npm:@ag-grid-community/*
React Email | framework | 4 | npm:react-email npm:@react-email/components
Handlebars | framework | 4 | npm:handlebars ~npm:express-handlebars ~npm:hbs
EJS | framework | 4 | npm:ejs
Pug | framework | 4 | npm:pug npm:jade
Nunjucks | framework | 4 | npm:nunjucks
Mustache | framework | 4 | npm:mustache
Swig | framework | 4 | npm:swig
Jinja | framework | 4 | pypi:jinja2
Twig | framework | 4 | composer:twig/twig ~composer:symfony/twig-bundle
Blade | framework | 4 | suffix:.blade.php
Thymeleaf | framework | 4 | maven:org.springframework.boot:spring-boot-starter-thymeleaf maven:org.thymeleaf:*
FreeMarker | framework | 4 | maven:org.freemarker:freemarker maven:org.springframework.boot:spring-boot-starter-freemarker
Mustache.java | framework | 4 | maven:com.github.spullara.mustache.java:*
Haml | framework | 4 | gem:haml gem:haml-rails
Slim templates | framework | 4 | gem:slim gem:slim-rails
ViewComponent | framework | 4 | gem:view_component
Askama | framework | 4 | cargo:askama
Tera | framework | 4 | cargo:tera
templ | framework | 4 | golang:github.com/a-h/templ
React Native | framework | 1 | npm:react-native
Expo | framework | 1 | npm:expo
Ionic | framework | 1 | npm:@ionic/core npm:@ionic/angular npm:@ionic/react npm:@ionic/vue
Capacitor | framework | 2 | npm:@capacitor/core
Cordova | framework | 2 | npm:cordova npm:cordova-android
NativeScript | framework | 1 | npm:@nativescript/core
Electron | framework | 1 | npm:electron
Tauri | framework | 1 | cargo:tauri npm:@tauri-apps/api npm:@tauri-apps/cli
Wails | framework | 1 | golang:github.com/wailsapp/wails/*
SwiftUI | framework | 1 | import:swift/SwiftUI
UIKit | framework | 2 | import:swift/UIKit import:native/UIKit
AppKit | framework | 2 | import:swift/AppKit import:swift/Cocoa import:native/AppKit
The Composable Architecture | framework | 3 | swift:pointfreeco/swift-composable-architecture
Flutter | framework | 1 | pub:flutter runtime:flutter
Bloc | framework | 4 | pub:flutter_bloc pub:bloc
Riverpod | framework | 4 | pub:flutter_riverpod pub:hooks_riverpod pub:riverpod
Provider | framework | 4 | pub:provider
GetX | framework | 4 | pub:get
go_router | framework | 4 | pub:go_router
just_audio | framework | 4 | pub:just_audio ~pub:just_audio_media_kit
media_kit | framework | 4 | pub:media_kit
Jetpack Compose | framework | 2 | maven:androidx.compose.ui:* maven:androidx.compose:* maven:androidx.compose.material3:* ~plugin:org.jetbrains.kotlin.plugin.compose
Compose Multiplatform | framework | 2 | plugin:org.jetbrains.compose
Android SDK | framework | 1 | ~plugin:com.android.application ~plugin:com.android.library
AndroidX | framework | 4 | maven:androidx.core:* maven:androidx.appcompat:*
Media3 | framework | 4 | maven:androidx.media3:*
ExoPlayer | framework | 4 | maven:com.google.android.exoplayer:*
Coil | framework | 4 | maven:io.coil-kt:* maven:io.coil-kt.coil3:*
Glide | framework | 4 | maven:com.github.bumptech.glide:*
Picasso | framework | 4 | maven:com.squareup.picasso:picasso
Kotlin Multiplatform | framework | 2 | plugin:org.jetbrains.kotlin.multiplatform
JavaFX | framework | 2 | maven:org.openjfx:* plugin:org.openjfx.javafxplugin
.NET MAUI | framework | 1 | tool:flag:UseMaui nuget:Microsoft.Maui.Controls
WinUI | framework | 1 | tool:flag:UseWinUI
WPF | framework | 1 | tool:flag:UseWPF
Windows Forms | framework | 1 | tool:flag:UseWindowsForms
Avalonia | framework | 1 | nuget:Avalonia
ReactiveUI | framework | 4 | nuget:ReactiveUI nuget:Avalonia.ReactiveUI nuget:ReactiveUI.WPF
MVVM Toolkit | framework | 4 | nuget:CommunityToolkit.Mvvm
Xamarin | framework | 1 | nuget:Xamarin.Forms
libGDX | framework | 1 | maven:com.badlogicgames.gdx:gdx
MonoGame | framework | 1 | nuget:MonoGame.Framework.DesktopGL nuget:MonoGame.Framework.WindowsDX
Phaser | framework | 1 | npm:phaser
PixiJS | framework | 3 | npm:pixi.js
pygame | framework | 1 | pypi:pygame pypi:pygame-ce
Unity | framework | 1 | file:ProjectSettings/ProjectVersion.txt
Godot | framework | 1 | root:project.godot
Qt | framework | 1 | manifest:qt import:native/Qt
wxWidgets | framework | 1 | import:native/wx
GTK | framework | 1 | import:native/gtk nuget:GirCore.Gtk-4.0 nuget:GtkSharp ~cargo:gtk4 ~cargo:gtk ~cargo:relm4
SDL | framework | 3 | import:native/SDL cargo:sdl2 cargo:sdl3
Ext JS | framework | 2 | npm:@sencha/ext npm:@sencha/ext-classic npm:@sencha/ext-modern npm:extjs composer:partkeepr/extjs6 file:sencha.cfg import:native/Ext
Bukkit API | framework | 2 | maven:org.bukkit:bukkit ~maven:org.spigotmc:spigot-api ~maven:org.spigotmc:spigot ~maven:io.papermc.paper:paper-api ~maven:com.destroystokyo.paper:paper-api ~maven:dev.folia:folia-api ~plugin:io.papermc.paperweight.userdev
BungeeCord | framework | 3 | maven:net.md-5:bungeecord-api
Velocity | framework | 3 | maven:com.velocitypowered:velocity-api
Fabric | framework | 2 | plugin:fabric-loom ~maven:net.fabricmc:fabric-loader
NeoForge | framework | 2 | plugin:net.neoforged.moddev plugin:net.neoforged.gradle.userdev
Minecraft Forge | framework | 2 | plugin:net.minecraftforge.gradle
PyGObject | framework | 1 | pypi:pygobject
Qt for Python | framework | 1 | pypi:pyqt5 pypi:pyqt6 pypi:pyside6 pypi:pyside2
Tkinter | framework | 1 | import:pypi/tkinter
Swing | framework | 1 | import:maven/javax.swing
Kivy | framework | 1 | pypi:kivy
Textual | framework | 2 | pypi:textual
Bubble Tea | framework | 2 | golang:github.com/charmbracelet/bubbletea golang:github.com/charmbracelet/bubbletea/* golang:charm.land/bubbletea/*
Lip Gloss | framework | 4 | golang:github.com/charmbracelet/lipgloss golang:github.com/charmbracelet/lipgloss/* golang:charm.land/lipgloss/*
tview | framework | 2 | golang:github.com/rivo/tview golang:github.com/derailed/tview
tcell | framework | 4 | golang:github.com/gdamore/tcell golang:github.com/gdamore/tcell/* golang:github.com/derailed/tcell/*
gocui | framework | 2 | golang:github.com/jesseduffield/gocui golang:github.com/jroimartin/gocui golang:github.com/awesome-gocui/gocui
Fyne | framework | 1 | golang:fyne.io/fyne/*
Ratatui | framework | 2 | cargo:ratatui cargo:tui
Ink | framework | 2 | npm:ink
egui | framework | 2 | cargo:egui cargo:eframe
Bevy | framework | 1 | cargo:bevy
Iced | framework | 1 | cargo:iced
libcosmic | framework | 1 | cargo:libcosmic
GPUI | framework | 1 | cargo:gpui
Floem | framework | 1 | cargo:floem
winit | framework | 4 | cargo:winit
glutin | framework | 4 | cargo:glutin
wgpu | framework | 4 | cargo:wgpu
crossterm | framework | 4 | cargo:crossterm
VS Code extension API | framework | 1 | npm:@types/vscode ~runtime:vscode ~npm:vscode-languageclient
WebExtensions API | framework | 2 | manifest:web-extension ~npm:webextension-polyfill ~npm:wxt ~npm:@types/chrome ~npm:@types/firefox-webext-browser
IntelliJ Platform | framework | 1 | plugin:org.jetbrains.intellij plugin:org.jetbrains.intellij.platform
Obsidian API | framework | 1 | npm:obsidian
`;
