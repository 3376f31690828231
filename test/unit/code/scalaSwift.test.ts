import { describeCode } from './describeCode';
import { describeGraph } from './describeGraph';

describeCode('Scala', [
  {
    it: 'reads packages, the names of imports and what stands in the first column',
    path: 'src/main/scala/Order.scala',
    text: `package com.acme
package shop

import com.acme.user.{User => U, Role, Hidden => _}, com.acme.log.Log
import com.acme.repo._
import scala.util.{
  Failure,
  Try
}
/* import not.this */
@Marked
final case class Order(id: Long) extends Base {
  import com.acme.inner.*
  case class Line(n: Int)
  def total = 1
}
object Order { val max = 1 }
sealed trait State
private[shop] def one: Int = 1`,
    namespace: 'com.acme.shop',
    imports: [
      '4 import com.acme.user.User: User as U',
      '4 import com.acme.user.Role: Role',
      '4 import com.acme.log.Log: Log',
      '5 import com.acme.repo.*: *',
      '6 import scala.util.Failure: Failure (7)',
      '6 import scala.util.Try: Try (8)',
      '13 import com.acme.inner.*: *',
    ],
    symbols: [
      '12 class Order exported',
      '14 class Order.Line exported',
      '17 class Order exported',
      '18 interface State exported',
      '19 function one',
    ],
  },
]);

describeGraph('Scala', [
  {
    it: 'finds classes by their packages, those of an object, of the packages around and of the own one',
    from: 'src/main/scala/shop/Order.scala',
    files: {
      'src/main/scala/shop/Order.scala':
        'package acme.shop\nimport _root_.{mill => m}\nimport acme.user.{Role, User}\nimport acme.text.Words._\nimport rates.Rate\nimport scala.util.Try\nimport acme.missing.Gone\nclass Order(u: User, c: Cup) {\n  class Line\n  def a: Line = Line()\n}',
      'src/main/scala/user/User.scala': 'package acme.user\nclass User',
      'src/main/java/user/Role.java': 'package acme.user;\npublic class Role {}',
      'src/main/scala/text/Words.scala': 'package acme.text\nobject Words { def a = 1 }',
      'src/main/scala/shop/rates/Rate.scala': 'package acme.shop\npackage rates\ntrait Rate',
      'src/main/scala/shop/Cup.scala': 'package acme.shop\ncase class Cup(n: Int)',
      'src/main/scala/shop/Line.scala': 'package acme.shop\ncase class Line(n: Int)',
      'src/main/scala/package.scala': 'package acme\npackage object shop { val b = 1 }',
    },
    imports: [
      'mill → mill',
      'acme.user.Role → src/main/java/user/Role.java',
      'acme.user.User → src/main/scala/user/User.scala',
      'acme.text.Words.* → src/main/scala/text/Words.scala',
      'rates.Rate → src/main/scala/shop/rates/Rate.scala',
      'scala.util.Try → scala.util',
      'acme.missing.Gone → acme.missing',
      '~Cup → src/main/scala/shop/Cup.scala',
    ],
  },
]);

describeCode('Swift', [
  {
    it: 'reads modules and types',
    path: 'Sources/Shop/Order.swift',
    text: `import Foundation
@testable import struct Base.Cup // import Not.This
public final class Order: Codable {
    enum State { case open }
    class func make() {}
}
extension Order { struct Line {} }
private protocol Priced {}
actor Till {}
typealias Ids = [Int]`,
    imports: ['1 import Foundation: *', '2 import Base.Cup: *'],
    symbols: [
      '3 class Order exported',
      '4 enum Order.State exported',
      '8 interface Priced',
      '9 class Till exported',
      '10 type Ids exported',
    ],
  },
]);

describeGraph('Swift', [
  {
    it: 'finds types of the own module and of those it imports, and none that may be another one',
    from: 'Sources/Shop/Order.swift',
    files: {
      'Package.swift': '// swift-tools-version:5.9\n',
      'Sources/Shop/Order.swift':
        'import Base\nimport Foundation\nstruct Order<Item> { let a: Cup; let b: State; let c: Twice; let d: Item; let e: Plate; let f: Other; let g: Foo.Deep }',
      'Sources/Shop/Cup.swift': 'struct Cup {}',
      'Sources/Shop/Item.swift': 'struct Item {}',
      'Sources/Shop/State.swift': 'enum State {}',
      'Sources/Shop/Till.swift': 'class Till {\n    enum State {}\n}',
      'Sources/Shop/Twice.swift': 'struct Twice {}',
      'Sources/Shop/TwiceMore.swift': 'struct Twice {}',
      'Sources/Shop/Deep.swift': 'struct Deep {}',
      'Sources/Base/Plate.swift': 'public struct Plate {}',
      'Sources/Else/Other.swift': 'public struct Other {}',
    },
    imports: ['Base → Sources/Base/Plate.swift', 'Foundation → Foundation', '~Cup → Sources/Shop/Cup.swift'],
  },
]);
