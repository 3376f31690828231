/** What programs of C and C++ are linked with, and what Apple's systems bring along. */
export const native = `
FFmpeg libraries | backend | - | import:native/ffmpeg
libass | backend | - | import:native/ass
libplacebo | backend | - | import:native/placebo
Lua | backend | - | import:native/lua cargo:mlua cargo:rlua golang:github.com/yuin/gopher-lua
Vulkan | backend | - | import:native/vulkan cargo:ash
OpenGL | backend | - | import:native/opengl
GLFW | framework | 4 | import:native/glfw
Dear ImGui | framework | 3 | import:native/imgui
X11 | backend | - | import:native/x11
Wayland | backend | - | import:native/wayland
ALSA | backend | - | import:native/alsa
PulseAudio | backend | - | import:native/pulse
PipeWire | backend | - | import:native/pipewire
JACK | backend | - | import:native/jack
GnuTLS | backend | - | import:native/gnutls
Libgcrypt | backend | - | import:native/gcrypt
Mbed TLS | backend | - | import:native/mbedtls
libsodium | backend | - | import:native/sodium pypi:pynacl npm:libsodium-wrappers
libtorrent | backend | - | import:native/libtorrent pypi:libtorrent
libssh | backend | - | import:native/ssh
libssh2 | backend | - | import:native/ssh2
PCRE | backend | - | import:native/pcre
Readline | backend | - | import:native/readline
Oniguruma | backend | - | import:native/onig cargo:onig
xxHash | backend | - | import:native/xxhash
BLAKE3 | backend | - | import:native/blake3 cargo:blake3
LZ4 | backend | - | import:native/lz4
GLib | backend | - | import:native/glib
D-Bus | backend | - | import:native/dbus cargo:zbus
libxml2 | backend | - | import:native/xml2
Expat | backend | - | import:native/expat
Jansson | backend | - | import:native/jansson
cJSON | backend | - | import:native/cjson
libpng | backend | - | import:native/png
libjpeg | backend | - | import:native/jpeg
FreeType | backend | - | import:native/freetype
HarfBuzz | backend | - | import:native/harfbuzz
ICU | backend | - | import:native/icu
utf8proc | backend | - | import:native/utf8proc
libarchive | backend | - | import:native/archive
libusb | backend | - | import:native/usb
libpcap | backend | - | import:native/pcap
libev | backend | - | import:native/ev
libsystemd | backend | - | import:native/systemd
Eigen | backend | - | import:native/eigen
Abseil | backend | - | import:native/absl
spdlog | backend | - | import:native/spdlog
LLVM | backend | - | import:native/llvm cargo:inkwell
Python C API | backend | - | import:native/python
Check | testing | 1 | import:native/check
cmocka | testing | 1 | import:native/cmocka
CppUnit | testing | 1 | import:native/cppunit
CppUTest | testing | 1 | import:native/cpputest
Combine | backend | - | import:swift/Combine
AVFoundation | backend | - | import:swift/AVFoundation import:swift/AVKit
Core ML | backend | - | import:swift/CoreML
MapKit | framework | 4 | import:swift/MapKit
Metal | backend | - | import:swift/Metal import:swift/MetalKit
SpriteKit | framework | 3 | import:swift/SpriteKit
SceneKit | framework | 3 | import:swift/SceneKit
RealityKit | framework | 3 | import:swift/RealityKit
CloudKit | backend | - | import:swift/CloudKit
WebKit | framework | 4 | import:swift/WebKit
WidgetKit | framework | 4 | import:swift/WidgetKit
StoreKit | backend | - | import:swift/StoreKit
HealthKit | backend | - | import:swift/HealthKit
Core Location | backend | - | import:swift/CoreLocation
Core Bluetooth | backend | - | import:swift/CoreBluetooth
App Intents | framework | 4 | import:swift/AppIntents
Swift Charts | framework | 4 | import:swift/Charts
Autotools | tooling | 1 | root:configure.ac root:configure.in
Conan | tooling | 1 | root:conanfile.txt root:conanfile.py
vcpkg | tooling | 1 | root:vcpkg.json
SCons | tooling | 1 | root:SConstruct
xmake | tooling | 1 | root:xmake.lua
Zig build | tooling | 1 | root:build.zig
Dune | tooling | 1 | root:dune-project
Cabal | tooling | 1 | suffix:.cabal
Stack | tooling | 1 | root:stack.yaml
Leiningen | tooling | 1 | root:project.clj
Rebar3 | tooling | 1 | root:rebar.config
Shards | tooling | 1 | root:shard.yml
Xcode | tooling | 1 | file:project.pbxproj
Mage | tooling | 1 | file:magefile.go golang:github.com/magefile/mage
Invoke | tooling | 1 | pypi:invoke
Earthly | tooling | 4 | root:Earthfile
FVM | tooling | - | root:.fvmrc
Doxygen | tooling | - | file:Doxyfile file:Doxyfile.in
`;
