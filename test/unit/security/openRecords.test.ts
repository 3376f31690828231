import assert from 'node:assert/strict';
import { dataModelAnalyzer } from '../../../src/engine/genesis/analyzers/dataModel';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import { securityAnalyzer } from '../../../src/engine/genesis/analyzers/security';
import { weakPlaces } from '../../../src/engine/genesis/analyzers/security/findings/weakPlaces';
import { analyzeSources } from '../../support/analyzeSources';

async function told(files: Readonly<Record<string, string>>): Promise<string[]> {
  const analyzers = [entryPointsAnalyzer, dataModelAnalyzer, securityAnalyzer];
  const { problems, model } = await analyzeSources(analyzers, files);
  assert.deepEqual(problems, []);
  const isOf = /^(?:record-of-anybody|password-in-answer|mass-assignment|open-admin-route)$/;
  return weakPlaces(model)
    .filter(({ place }) => isOf.test(place.rule))
    .map(({ file, place }) => `${place.rule} ${file.path}:${place.line} ${place.what ?? ''}`)
    .sort();
}

const user = `package shop;
import jakarta.persistence.*;
@Entity
public class Customer {
  @Id private Long id;
  private String name;
  private String password;
  private String role;
}
`;
const parcel = `package shop;
import jakarta.persistence.*;
@Entity
public class Parcel {
  @Id private Long id;
  private String address;
  private Long customerId;
}
`;
const controller = (method: string): string => `package shop;
@RestController
@RequestMapping("/parcels")
public class ParcelController {
${method}}
`;
const show = `  @GetMapping("/{id}")
  public Parcel show(@PathVariable Long id) {
    return parcelRepository.findById(id).orElseThrow();
  }
`;

describe('what handlers do with records', () => {
  it('is told of a record that belongs to somebody and is taken by its id alone', async () => {
    const files = { 'Customer.java': user, 'Parcel.java': parcel };
    assert.deepEqual(await told({ ...files, 'ParcelController.java': controller(show) }), [
      'record-of-anybody ParcelController.java:7 Parcel by its id alone, with customerId (Parcel.java:4)',
    ]);
    const own = show
      .replace('Long id)', 'Long id, Principal principal)')
      .replace('findById(id)', 'findByIdAndName(id, principal.getName())');
    assert.deepEqual(await told({ ...files, 'ParcelController.java': controller(own) }), []);
    const ofNobody = parcel.replace('customerId', 'weight');
    assert.deepEqual(
      await told({ 'Customer.java': user, 'Parcel.java': ofNobody, 'ParcelController.java': controller(show) }),
      [],
    );
    // Without logins there is nobody to compare with.
    assert.deepEqual(await told({ 'Parcel.java': parcel, 'ParcelController.java': controller(show) }), []);
  });

  it('is told of people who are answered with their passwords, and of roles that a body sets', async () => {
    const all = `  @GetMapping("/people")
  public List<Customer> all() {
    return customers.findAll();
  }

  @PostMapping("/people")
  public void add(@RequestBody Customer customer) {
    customers.persist(customer);
  }
`;
    const files = { 'Customer.java': user, 'PeopleController.java': controller(all) };
    assert.deepEqual(await told(files), [
      'mass-assignment PeopleController.java:11 Customer of the body, with role (Customer.java:4)',
      'password-in-answer PeopleController.java:5 Customer as it is, with password (Customer.java:4)',
    ]);
    const hidden = user.replace('private String password', '@JsonIgnore private String password');
    assert.deepEqual(
      (await told({ ...files, 'Customer.java': hidden })).map((one) => one.split(' ')[0]),
      ['mass-assignment'],
    );
  });

  it('is told of routes that ask nobody where others ask', async () => {
    const route = (path: string, guard: string): string =>
      `@app.route('${path}')\n${guard}def f${path.length}():\n    return remove(request.args)\n\n\n`;
    const login = '@login_required\n';
    const app = (guard: string): string =>
      `from flask import Flask, request\napp = Flask(__name__)\n\n\nclass User(db.Model):\n    id = db.Column(db.Integer, primary_key=True)\n    password = db.Column(db.String(80))\n\n\n${route('/a', login)}${route('/ab', login)}${route('/abc', login)}${route('/users', guard)}`;
    assert.deepEqual(await told({ 'app.py': app('') }), [
      'open-admin-route app.py:28 GET /users: 3 others look at who calls',
    ]);
    assert.deepEqual(await told({ 'app.py': app(login) }), []);
    const asked = `${app('')}@app.before_request\ndef check():\n    return 'x'\n`;
    assert.deepEqual(await told({ 'app.py': asked }), []);
  });

  it('is told of all that matters where no route asks, and by the controller what a repository without a name keeps', async () => {
    const entity =
      'using System.ComponentModel.DataAnnotations.Schema;\n[Table("members")]\npublic class Member\n{\n    public Guid Id { get; set; }\n    public string Phone { get; set; }\n    public string Password { get; set; }\n}\n';
    const context =
      'using Microsoft.EntityFrameworkCore;\npublic class ShopContext : DbContext\n{\n    public DbSet<Member> Members { get; set; }\n}\n';
    const members = `using Microsoft.AspNetCore.Mvc;
[ApiController]
[Route("api/member")]
public class MemberController : ControllerBase
{
    [HttpGet]
    public IActionResult All()
    {  \u0020
        var found = this._repository.GetAll();
        return Ok(found);
    }

    [HttpGet("{id}")]
    public IActionResult One(Guid id)
    {  \u0020
        var found = this._repository.GetById(id);
        return View(found);
    }
}
`;
    const files = { 'Member.cs': entity, 'ShopContext.cs': context, 'MemberController.cs': members };
    assert.deepEqual(await told(files), [
      'open-admin-route MemberController.cs:6 GET /api/member: no route looks at who calls',
      'password-in-answer MemberController.cs:10 Member as it is, with Password (Member.cs:3)',
      'record-of-anybody MemberController.cs:16 Member by its id alone, with Password (Member.cs:3)',
    ]);
  });

  it('is told of routes of administrators where nothing asks for the role that users have', async () => {
    const admin = (guard: string): string => `package shop;
import org.springframework.web.bind.annotation.*;
@Controller
@RequestMapping("admin")
public class StaffController {
${guard}  @GetMapping("/people")
  public String people(Model model) {
    return "people";
  }
}
`;
    const login = 'class Security {\n  void all(HttpSecurity http) {\n    http.anyRequest().authenticated();\n  }\n}\n';
    const files = { 'Customer.java': user, 'Security.java': login, 'StaffController.java': admin('') };
    assert.deepEqual(await told(files), [
      'open-admin-route StaffController.java:4 ',
      'open-admin-route StaffController.java:6 GET /admin/people: nothing asks for role (Customer.java:4)',
    ]);
    // The form of its class alone shows it then.
    assert.deepEqual(await told({ ...files, 'StaffController.java': admin('  @Secured("ROLE_A")\n') }), [
      'open-admin-route StaffController.java:4 ',
    ]);
  });

  it('is told of no field that the handler sets itself', async () => {
    const add = (more: string): string =>
      controller(`  @PostMapping("/people")
  public void add(@RequestBody Customer customer) {
    if (customer.getName() == null) {
      return;
    }
${more}    customers.persist(customer);
  }
`);
    assert.deepEqual(await told({ 'Customer.java': user, 'A.java': add('') }), [
      'mass-assignment A.java:6 Customer of the body, with role (Customer.java:4)',
    ]);
    assert.deepEqual(await told({ 'Customer.java': user, 'A.java': add('    customer.setRole("GUEST");\n') }), []);
  });

  it('takes the one table with passwords for the users, and an address that deletes for a change', async () => {
    const table =
      'CREATE TABLE shop_people (id int PRIMARY KEY, name varchar(20), phone varchar(20), password varchar(80));\n';
    const app =
      "const express = require('express');\nconst app = express();\napp.get('/user/delete/:id', (req, res) => {\n  userStorage.drop(req.params.id);\n  res.end();\n});\napp.get('/user/:id', async (req, res) => {\n  const found = await UserStorage.getUserById(req.params.id);\n  res.render('user', { found });\n});\n";
    assert.deepEqual(await told({ 'db/schema.sql': table, 'app.js': app }), [
      'open-admin-route app.js:3 GET /user/delete/{id}: no route looks at who calls',
      'record-of-anybody app.js:8 shop_people by its id alone, with password (db/schema.sql:1)',
    ]);
  });

  it('is told of routes that delete and ask nobody where others do, though nothing declares the users', async () => {
    const route = (path: string, guard: string): string => `app.get('${path}', ${guard}handlers.show);\n`;
    const app = (guard: string): string =>
      `const express = require('express');\nconst handlers = require('./handlers');\nconst app = express();\napp.post('/login', handlers.login);\n${['/a', '/b', '/c'].map((path) => route(path, 'validateToken, ')).join('')}app.get('/photos/delete/:id', ${guard}handlers.drop);\napp.listen(80);\n`;
    const handlers =
      'exports.show = (req, res) => {\n  res.send(req.query.x);\n};\nexports.drop = (req, res) => {\n  photos.drop(req.params.id);\n};\nexports.login = (req, res) => {\n  res.send(req.body);\n};\n';
    assert.deepEqual(await told({ 'app.js': app(''), 'handlers.js': handlers }), [
      'open-admin-route app.js:8 GET /photos/delete/{id}: 3 others look at who calls',
    ]);
    assert.deepEqual(await told({ 'app.js': app('validateToken, '), 'handlers.js': handlers }), []);
  });
});
