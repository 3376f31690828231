import { describeCode } from './describeCode';

describeCode('Python', [
  {
    it: 'reads imports of every form',
    path: 'pkg/a.py',
    text: `import os, a.b.c as abc
import x.y
from . import views, models as m  # comment
from ..pkg.mod import (
    A,  # one
    B as C,
)
from z import *
if TYPE_CHECKING:
    from types import T
def f():
    from lazy import thing
mod = importlib.import_module("a.plugin")
try:
    import fast
except ImportError:
    import slow
try:
    import sure
except ImportError as error:
    raise Missing() from error
if find_spec('maybe') is not None:
    import maybe`,
    imports: [
      '1 import os: * as os',
      '1 import a.b.c: * as abc',
      '2 import x.y: * as x.y',
      '3 import .: views, models as m',
      '4 import ..pkg.mod: A (5), B as C (6)',
      '8 import z: *',
      '10 type types: T',
      '12 dynamic lazy: thing',
      '13 dynamic a.plugin:',
      '15 dynamic fast: * as fast',
      '17 dynamic slow: * as slow',
      '19 import sure: * as sure',
      '23 dynamic maybe: * as maybe',
    ],
  },
  {
    it: 'reads declarations, without local ones',
    path: 'a.py',
    text: `router = APIRouter()
class Foo(Base):
    @property
    def bar(self):
        def nested(): pass
    class Meta:
        def q(self): pass
async def top(): pass
def _private(): pass`,
    symbols: [
      '1 constant router exported',
      '2 class Foo exported',
      '4 method Foo.bar exported',
      '6 class Foo.Meta exported',
      '7 method Foo.Meta.q exported',
      '8 function top exported',
      '9 function _private',
    ],
  },
]);

describeCode('Java', [
  {
    it: 'reads package, imports, types and the names that are used',
    path: 'A.java',
    text: `package org.x;
import java.util.List; import static a.B.c; import static a.B.*; import a.b.*;
public class A<T> extends Base { public void m(Outer.Inner z) { Cat c = new Cat("Dog"); /* Fox */ } class In {} }
interface I { void q(); }
record R(int a) {}`,
    namespace: 'org.x',
    imports: ['2 import java.util.List: List', '2 import a.B: c', '2 import a.B: *', '2 import a.b.*: *'],
    symbols: [
      '3 class A exported',
      '3 method A.m exported',
      '3 class A.In',
      '4 interface I',
      '4 method I.q exported',
      '5 class R',
    ],
    references: ['A', 'T', 'Base', 'Outer.Inner', 'Cat', 'In', 'I', 'R'],
  },
]);

describeCode('Go', [
  {
    it: 'reads package, imports and declarations',
    path: 'a.go',
    text: `package x
import ("fmt"; f "a/b/v2"; _ "c"; . "d"; "github.com/go-redis/redis/v9"; "gopkg.in/yaml.v3")
type A struct{ x int }
type ( B interface{}; C = int )
const ( Y = iota; z )
var v, w = 1, 2
func F[T any]() { var no = 1 }
func (a *A[K, V]) M() {}
func (A) n() {}`,
    namespace: 'x',
    imports: [
      '2 import fmt: * as fmt',
      '2 import a/b/v2: * as f',
      '2 import c:',
      '2 import d: *',
      '2 import github.com/go-redis/redis/v9: * as redis',
      '2 import gopkg.in/yaml.v3: * as yaml',
    ],
    symbols: [
      '3 class A exported',
      '4 interface B exported',
      '4 type C exported',
      '5 constant Y exported',
      '5 constant z',
      '6 constant v',
      '6 constant w',
      '7 function F exported',
      '8 method A.M exported',
      '9 method A.n',
    ],
  },
]);

describeCode('Ruby', [
  {
    it: 'reads requires, declarations and constants',
    path: 'a.rb',
    text: `require "a"
require_relative "b"
autoload :X, "x/y"
module Admin
  class Users::Controller < Base
    Y = Struct.new(:a) do
      def z; end
    end
    def m; User.find(1); ::Top.call(name: "Str"); Foo::Bar::baz; end # Comment
    def self.n; end
  end
end`,
    imports: ['1 require a:', '2 require ./b:', '3 require x/y: X'],
    symbols: [
      '4 module Admin exported',
      '5 class Admin.Users::Controller exported',
      '6 constant Admin::Users::Controller.Y exported',
      '7 method Admin::Users::Controller::Y.z exported',
      '9 method Admin::Users::Controller.m exported',
      '10 method Admin::Users::Controller.n exported',
    ],
    references: ['Base', 'Y', 'Struct', 'User', '::Top', 'Foo::Bar'],
  },
]);

describeCode('PHP', [
  {
    it: 'reads namespace, uses, includes and declarations',
    path: 'a.php',
    text: `<?php
namespace App\\Http;
use A\\B; use A\\{C, D as E}; use function F\\g;
require_once __DIR__ . "/x.php"; require dirname(__DIR__) . '/v.php'; require $dynamic;
class Foo extends Base { public function bar(Request $a): ?Response { return new \\Other\\Thing("Text"); } private function p() {} }
function top() {} interface I {} trait T {} enum S: string {}`,
    namespace: 'App\\Http',
    imports: [
      '3 import A\\B: B',
      '3 import A\\C: C',
      '3 import A\\D: D as E',
      '3 import F\\g: g',
      '4 require ./x.php:',
      '4 require ../v.php:',
    ],
    symbols: [
      '5 class Foo exported',
      '5 method Foo.bar exported',
      '5 method Foo.p',
      '6 function top exported',
      '6 interface I exported',
      '6 class T exported',
      '6 enum S exported',
    ],
  },
  {
    it: 'takes no name from a text of several lines',
    path: 'lang.php',
    text: "<?php\nreturn ['about' => '<b>Telegram</b> is\n a Chat app',\n 'it' => new Thing(\"One\n Two\")];\n",
    imports: [],
    symbols: [],
    references: ['Thing'],
  },
]);

describeCode('C#', [
  {
    it: 'reads usings, namespace, declarations and names',
    path: 'A.cs',
    text: `global using G.H;
using static C.D; using X = E.F;
namespace N.M;
public class A<T> : B { public void M(User u) { services.AddFoo(); var x = "String"; } class I {} }
public record R(int x); struct S {} interface Q {} enum E {}`,
    namespace: 'N.M',
    imports: ['1 reexport G.H: *', '2 import C.D: D as *', '2 import E.F: F as X'],
    symbols: [
      '4 class A exported',
      '4 method A.M exported',
      '4 class A.I',
      '5 class R exported',
      '5 class S',
      '5 interface Q',
      '5 enum E',
    ],
  },
]);

describeCode('Rust', [
  {
    it: 'cites each module of a use over several lines at its own line',
    path: 'src/lines.rs',
    text: `use {
    std::io,
    matcher::{
        Match,
    },
};`,
    imports: ['2 import std: io', '3 import matcher: Match (4)'],
  },
  {
    it: 'spreads uses over their modules',
    path: 'src/lib.rs',
    text: `#[path = "z.rs"] mod foo;
pub mod bar { mod inner; use super::x; }
pub use a::b;
use crate::{a::{self, b as c}, d::*, e};
use serde;
use ::std::io;
#[cfg(test)] mod tests { use super::*; use super::super::up; }
fn f() { use crate::q; }`,
    imports: [
      '1 module ./z.rs: * as foo',
      '2 module self::bar::inner: * as inner',
      '2 import self: x',
      '3 reexport a: b',
      '4 import crate::a: * as a, b as c',
      '4 import crate::d: *',
      '4 import crate: e',
      '5 import serde: * as serde',
      '6 import std: io',
      '7 import self: *',
      '7 import super: up',
      '8 dynamic crate: q',
    ],
  },
  {
    it: 'reads declarations; functions of impls belong to their type',
    path: 'src/a.rs',
    text: `pub(crate) struct S;
enum E { A }
pub trait T { fn m(); }
impl<X> T for S<X> { fn m() {} }
impl S { pub fn n() {} }
pub const X: i32 = 1;
type A = B;
macro_rules! mm { () => {} }`,
    symbols: [
      '1 class S',
      '2 enum E',
      '3 interface T exported',
      '3 method T.m exported',
      '4 method S.m',
      '5 method S.n exported',
      '6 constant X exported',
      '7 type A',
    ],
  },
]);
