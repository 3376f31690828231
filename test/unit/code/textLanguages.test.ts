import { describeCode } from './describeCode';

describeCode('Kotlin', [
  {
    it: 'reads package, imports and declarations by their brackets',
    path: 'A.kt',
    text: `package com.acme.web // import no.no
import com.acme.user.User as U
import com.acme.repo.*
/* import not.this */
@Entity
data class Order(
    val id: Long,
    val user: U = U("class Fake {"),
)
private const val MAX = 1
class Service(private val repo: Repo) : Base() {
    companion object { fun create() = Service { fun local() {} } }
    suspend fun run() { val x = 1; fun inner() {} }
    private fun hidden() {}
}
fun Order.total(): Int = items.sumOf { it.price }
internal interface Repo { fun all(): List<Order> }
enum class State { A, B }
typealias Ids = List<Long>
fun <T> Map<String, List<T>>?.flat(): Unit = x()
fun Tag<*>.Alert() {}`,
    namespace: 'com.acme.web',
    imports: ['2 import com.acme.user.User: User as U', '3 import com.acme.repo.*: *'],
    symbols: [
      '6 class Order exported',
      '10 constant MAX',
      '11 class Service exported',
      '12 class Service.Companion exported',
      '13 method Service.run exported',
      '14 method Service.hidden',
      '16 function total exported',
      '17 interface Repo',
      '18 enum State exported',
      '19 type Ids exported',
      '20 function flat exported',
      '21 function Alert exported',
    ],
  },
]);

describeCode('Elixir', [
  {
    it: 'reads aliases, modules and functions',
    path: 'lib/a.ex',
    text: `defmodule Shop.Orders do
  @moduledoc """
  alias Not.This
  """
  alias Shop.{Repo, Users.User}
  alias Shop.Mailer, as: Mail
  import Ecto.Query, warn: false
  use Phoenix.Controller
  # alias Nor.This
  def list(1), do: []
  def list(n) do
    Repo.all(Order) |> Mail.send()
  end
  defp hidden?(x) do
    x
  end
  defmodule Inner do
    def run, do: :ok
  end
end`,
    namespace: 'Shop.Orders',
    imports: [
      '5 import Shop.Repo: Repo',
      '5 import Shop.Users.User: User',
      '6 import Shop.Mailer: Mailer as Mail',
      '7 import Ecto.Query: *',
      '8 import Phoenix.Controller: Controller as Phoenix.Controller',
    ],
    symbols: [
      '1 module Shop.Orders exported',
      '10 method Shop.Orders.list exported',
      '14 method Shop.Orders.hidden?',
      '17 module Shop.Orders.Inner exported',
      '18 method Shop.Orders.Inner.run exported',
    ],
  },
]);

describeCode('C and C++', [
  {
    it: 'reads includes outside of comments',
    path: 'src/a.cpp',
    text: '#include "b.h"\n  # include <sys/types.h>\n// #include "no.h"\n/*\n#include "nor.h"\n*/\n#import "c.h"\n',
    imports: ['1 import b.h: *', '2 import <sys/types.h>: *', '7 import c.h: *'],
  },
  {
    it: 'reads includes of what a parser is made of',
    path: 'src/parser.y',
    text: '%{\n#include "lexer.h"\n%}\n%token A\n',
    imports: ['2 import lexer.h: *'],
  },
]);
